import Button from '@atlaskit/button/new';
import type { AuditView } from '../../../src/contract/audit';
import { QUESTION_IDS, type QuestionId } from '../../../src/domain/ten-questions/question';
import { announce } from '../../kit/feedback/announce';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { Strip } from '../../kit/feedback/strip';
import { TextButton } from '../../kit/layout/text-button';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { useLeaveWarning } from '../../kit/layout/use-leave-warning';
import { answer, dropEdit, editItem, itemsOf, saysOf } from './audit-draft';
import { AuditConflict } from './audit-conflict';
import actionBar from '../../kit/layout/action-bar.module.css';
import styles from './audit.module.css';
import { formatMonth } from './format-month';
import { QuestionRow } from './question-row';
import type { useAuditRun } from './use-audit';

interface AuditQuestionsProps {
  readonly name: string;
  /** What Baton knows now. */
  readonly view: AuditView;
  readonly run: ReturnType<typeof useAuditRun>;
}

/** The ten questions in one list. Finishing with some unanswered leads to the first of them. */
export function AuditQuestions({ name, view, run }: AuditQuestionsProps) {
  const t = useText();
  const { locale } = useSurface();
  const { draft, phase, isDirty, unanswered, edit, save, finish, keepMine, useTheirs } = run;
  useLeaveWarning(isDirty);
  const items = itemsOf(draft);
  const group = (questionId: QuestionId): string => `audit-${view.typeId}-${questionId}`;
  const answered = QUESTION_IDS.length - unanswered.length;
  const tryFinish = (): void => {
    const [first] = unanswered;
    if (first === undefined) return void finish();
    announce(t('audit.left', { count: unanswered.length }));
    document.getElementById(`${group(first)}-yes`)?.focus();
  };
  return (
    <>
      <div className={styles.intro}>
        <h3 className={styles.name}>{name}</h3>
        <p>{t('audit.intro')}</p>
        <p className={styles.subtle}>
          {t('audit.months', { from: formatMonth(view.months.from, locale), to: formatMonth(view.months.to, locale) })}
        </p>
      </div>
      <ol className={styles.questions}>
        {QUESTION_IDS.map((questionId) => (
          <QuestionRow
            key={questionId}
            group={group(questionId)}
            questionId={questionId}
            proposal={view.proposals.find((proposal) => proposal.questionId === questionId)}
            says={saysOf(draft, questionId)}
            item={items.find((item) => item.questionId === questionId)}
            people={draft.base.people}
            onAnswer={(says) => {
              edit(answer(draft, questionId, says));
              if (says === 'no') announce(t('audit.item.title', { action: t(`audit.action.${questionId}`) }));
            }}
            onEdit={(item, change) => edit(editItem(draft, item, change))}
            onDrop={() => edit(dropEdit(draft, questionId))}
          />
        ))}
      </ol>
      <div className={actionBar.bar}>
        {phase.kind === 'conflict' && (
          <AuditConflict draft={draft} theirs={phase.theirs} onKeepMine={(theirs) => void keepMine(theirs)} onUseTheirs={useTheirs} />
        )}
        {phase.kind === 'failed' && <ErrorStrip error={phase.error} />}
        {phase.kind === 'saved' && !isDirty && <Strip tone="success">{t('audit.saved')}</Strip>}
        <div className={actionBar.actions}>
          {phase.kind !== 'conflict' && (
            <Button appearance="primary" isLoading={phase.kind === 'busy'} onClick={tryFinish}>
              {t('audit.finish')}
            </Button>
          )}
          {isDirty && phase.kind !== 'busy' && phase.kind !== 'conflict' && (
            <TextButton onClick={() => void save()}>{t('audit.save')}</TextButton>
          )}
          <span className={styles.subtle} role="status">
            {t('audit.progress', { answered, count: QUESTION_IDS.length })}
          </span>
        </div>
      </div>
    </>
  );
}
