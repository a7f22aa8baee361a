import { useState } from 'react';
import Textfield from '@atlaskit/textfield';
import { MAX_LINE_LENGTH } from '../../../src/contract/limits';
import type { ItemAnswer } from '../../../src/domain/handoff/handoff';
import type { ChecklistItem } from '../../../src/domain/type/handoff-type';
import { TextButton } from '../../kit/layout/text-button';
import { useOpener } from '../../kit/layout/use-opener';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';
import { useValueText } from '../reading/value-text';
import styles from './draft.module.css';
import type { DraftField } from './use-field';

interface AnswerChoicesProps {
  readonly item: ChecklistItem;
  readonly field: DraftField;
  readonly answer: ItemAnswer | null;
  /** Id of the item's title on the page. */
  readonly titleId: string;
  /** Called after a choice that answers the item. */
  readonly onChosen: () => void;
}

/** The explicit answers an item offers besides typing: none known, in the description, not applicable with a reason. */
export function AnswerChoices({ item, field, answer, titleId, onChosen }: AnswerChoicesProps) {
  const t = useText();
  const valueText = useValueText();
  const { screen } = useCard();
  const [asksReason, setAsksReason] = useState(false);
  const opener = useOpener(asksReason);
  const choose = (choice: ItemAnswer): void => {
    field.put(choice, 'now');
    onChosen();
  };
  const chosen = answer !== null && ['noneKnown', 'inDescription', 'notApplicable'].includes(answer.kind);
  if (asksReason) {
    return (
      <ReasonLine
        title={item.title}
        onReason={(reason) => {
          setAsksReason(false);
          choose({ kind: 'notApplicable', reason });
        }}
        onCancel={() => setAsksReason(false)}
      />
    );
  }
  return (
    <div className={styles.choices}>
      {chosen && <span className={styles.hint}>{valueText(answer)}</span>}
      {item.allowNoneKnown && answer?.kind !== 'noneKnown' && (
        <TextButton onClick={() => choose({ kind: 'noneKnown' })} describedBy={titleId}>
          {t('handoff.answer.noneKnown')}
        </TextButton>
      )}
      {item.allowInDescription && screen.issue.hasDescription && answer?.kind !== 'inDescription' && (
        <TextButton onClick={() => choose({ kind: 'inDescription' })} describedBy={titleId}>
          {t('handoff.answer.inDescription')}
        </TextButton>
      )}
      {answer?.kind !== 'notApplicable' && (
        <TextButton ref={opener} onClick={() => setAsksReason(true)} describedBy={titleId}>
          {t('handoff.choice.notApplicable')}
        </TextButton>
      )}
      {chosen && (
        <TextButton onClick={() => field.put(null, 'now')} describedBy={titleId}>
          {t('common.remove')}
        </TextButton>
      )}
    </div>
  );
}

interface ReasonLineProps {
  readonly title: string;
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
}

function ReasonLine({ title, onReason, onCancel }: ReasonLineProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const submit = (): void => {
    if (reason.trim() !== '') onReason(reason.trim());
  };
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Textfield
        autoFocus
        isCompact
        maxLength={MAX_LINE_LENGTH}
        value={reason}
        aria-label={t('handoff.notApplicable.why', { title })}
        placeholder={t('handoff.notApplicable.placeholder')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextButton onClick={submit}>{t('common.save')}</TextButton>
      <TextButton onClick={onCancel}>{t('common.cancel')}</TextButton>
    </form>
  );
}
