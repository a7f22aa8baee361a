import CheckIcon from '@atlaskit/icon/core/status-success';
import { isApproved, mayApprove } from '../../../src/domain/handoff/approval';
import type { ChecklistItem } from '../../../src/domain/type/handoff-type';
import { announce } from '../../kit/feedback/announce';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { useCard, useNames } from '../data/card-context';
import styles from './draft.module.css';
import { EnteredBy } from './field-row';
import { fieldAnchor, titleId } from './focus-field';
import { useItemHint } from './use-item-hint';

/** An approval by somebody other than the sender: given, or who can give it (S-049). */
export function ApprovalField({ item }: { readonly item: ChecklistItem }) {
  const t = useText();
  const { card, screen, act } = useCard();
  const { handoff } = card;
  const hint = useItemHint(item);
  const anchor = fieldAnchor(card.handoffType.typeId, `item:${item.itemId}`);
  const entry = handoff?.items[item.itemId];
  const senderId = handoff?.sender.value ?? null;
  const mayDecide = !screen.readOnly && mayApprove(item, screen.viewer.accountId, senderId);
  const decide = async (approved: boolean): Promise<void> => {
    if (handoff === null) return;
    const done = await act('handoff.approve', { handoffId: handoff.handoffId, itemId: item.itemId, approved });
    if (done !== null) announce(t(approved ? 'handoff.approved.announced' : 'handoff.approval.tookBack', { title: item.title }));
  };
  if (entry !== undefined && isApproved(item, entry, senderId) && handoff?.state !== 'RETURNED') {
    return (
      <div className={styles.done} id={anchor}>
        <span className={styles.doneIcon}>
          <CheckIcon label={t('handoff.done')} color="currentColor" size="small" />
        </span>
        <span className={styles.doneText}>
          <span className={styles.doneTitle} id={titleId(anchor)}>
            {item.title}
          </span>{' '}
          <span className={styles.summary}>{t('handoff.answer.approval')}</span>
          <EnteredBy entry={entry} />
        </span>
        {mayDecide && entry.by === screen.viewer.accountId && (
          <TextButton onClick={() => void decide(false)} describedBy={titleId(anchor)}>
            {t('handoff.approval.takeBack')}
          </TextButton>
        )}
      </div>
    );
  }
  return (
    <div className={styles.open} id={anchor} tabIndex={-1}>
      <div className={styles.title} id={titleId(anchor)}>
        {item.title}
        {!item.required && <span className={styles.optional}> ({t('common.optional')})</span>}
      </div>
      {hint !== '' && <p className={styles.hint}>{hint}</p>}
      <div className={styles.choices}>
        <WhoApproves item={item} senderId={senderId} />
        {mayDecide && handoff !== null && (
          <TextButton onClick={() => void decide(true)} describedBy={titleId(anchor)}>
            {t('handoff.approve')}
          </TextButton>
        )}
      </div>
    </div>
  );
}

function WhoApproves({ item, senderId }: { readonly item: ChecklistItem; readonly senderId: string | null }) {
  const t = useText();
  const names = useNames();
  const { approverId = null } = item;
  if (approverId === null) return <span className={styles.hint}>{t('handoff.approval.anybody')}</span>;
  const key = approverId === senderId ? 'handoff.approval.isSender' : 'handoff.approval.by';
  return <span className={styles.hint}>{t(key, { name: names.person(approverId) })}</span>;
}

/** For a viewer who may not edit the draft: the approvals that are theirs to give or take back. */
export function OwnApprovals() {
  const { card, screen } = useCard();
  const own = card.handoffType.items.filter((item) => mayApprove(item, screen.viewer.accountId, card.handoff?.sender.value ?? null));
  if (own.length === 0 || screen.readOnly) return null;
  return (
    <div className={styles.group}>
      {own.map((item) => (
        <ApprovalField key={item.itemId} item={item} />
      ))}
    </div>
  );
}
