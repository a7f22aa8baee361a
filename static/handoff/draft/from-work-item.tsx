import type { HandoffScreen } from '../../../src/contract/handoff-screen';
import type { ChecklistItem } from '../../../src/domain/type/handoff-type';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';
import styles from './draft.module.css';

/** Whether Jira already holds what a `field` or `attachment` item asks for. */
export function isOnWorkItem(item: ChecklistItem, issue: HandoffScreen['issue']): boolean {
  if (item.kind === 'attachment') return issue.attachmentCount > 0;
  return item.fieldId !== null && issue.filledFieldIds.includes(item.fieldId);
}

/** What Jira has for an item that lives on the work item; `explains` also says how to fill it. */
export function FromWorkItem({ item, explains = false }: { readonly item: ChecklistItem; readonly explains?: boolean }) {
  const t = useText();
  const { screen, session } = useCard();
  const { attachmentCount } = screen.issue;
  if (isOnWorkItem(item, screen.issue)) {
    const values = screen.issue.fieldValues?.[item.fieldId ?? ''] ?? [];
    if (item.kind === 'attachment') return <span>{t('handoff.attached', { count: attachmentCount })}</span>;
    return <span>{values.length > 0 ? values.join(', ') : t('handoff.fieldFilled')}</span>;
  }
  if (!explains) return <span>{t('handoff.empty')}</span>;
  return (
    <p className={styles.fromJira}>
      {item.kind === 'attachment' ? t('handoff.attachmentMissing') : t('handoff.fieldMissing', { title: item.title })}{' '}
      <TextButton onClick={session.reload}>{t('handoff.lookAgain')}</TextButton>
    </p>
  );
}
