import type { AuditView } from '../../../src/contract/audit';
import type { ActionItem, Answer, ItemEdit } from '../../../src/domain/ten-questions/audit-run';
import type { Proposal } from '../../../src/domain/ten-questions/prefill';
import { QUESTION_IDS, type QuestionId } from '../../../src/domain/ten-questions/question';
import { useText } from '../../kit/text/use-text';
import { ActionItemFields } from './action-item-fields';
import styles from './audit.module.css';
import { useFactText } from './use-fact-text';

interface QuestionRowProps {
  /** Name of its two answers; the first has the id `{group}-yes`. */
  readonly group: string;
  readonly questionId: QuestionId;
  readonly proposal: Proposal | undefined;
  readonly says: Answer['says'] | undefined;
  readonly item: ActionItem | undefined;
  readonly people: AuditView['people'];
  readonly onAnswer: (says: Answer['says']) => void;
  readonly onEdit: (item: ActionItem, change: Partial<Omit<ItemEdit, 'questionId'>>) => void;
  readonly onDrop: () => void;
}

/** One question: what Baton knows, the two answers, and what is to be done about a "no". */
export function QuestionRow({ group, questionId, proposal, says, item, people, onAnswer, onEdit, onDrop }: QuestionRowProps) {
  const t = useText();
  const factText = useFactText();
  return (
    <li className={styles.question}>
      <fieldset className={styles.answers} aria-describedby={`${group}-fact`}>
        <legend className={styles.legend}>
          {QUESTION_IDS.indexOf(questionId) + 1}. {t(`audit.question.${questionId}`)}
        </legend>
        <p id={`${group}-fact`} className={styles.subtle}>
          {proposal !== undefined && `${t(`audit.suggests.${proposal.says}`)} ${factText(proposal)}`}
        </p>
        <div className={styles.choices}>
          {(['yes', 'no'] as const).map((value) => (
            <label key={value} className={styles.choice}>
              <input
                id={`${group}-${value}`}
                type="radio"
                name={group}
                className={styles.input}
                checked={says === value}
                onChange={() => onAnswer(value)}
              />
              {t(`audit.says.${value}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {item !== undefined && (
        <ActionItemFields
          idPrefix={group}
          item={item}
          people={people}
          isNeeded={says === 'no'}
          onEdit={(change) => onEdit(item, change)}
          onDrop={onDrop}
        />
      )}
    </li>
  );
}
