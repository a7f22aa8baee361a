import Button from '@atlaskit/button/default/button';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import { announce } from '../../kit/feedback/announce';
import { Strip } from '../../kit/feedback/strip';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';

/** What changed on the work item after the sign-off, old and new where they can be shown; whoever accepted confirms it, nobody waits. */
export function ChangedFacts({ handoff, mayConfirm }: { readonly handoff: Handoff; readonly mayConfirm: boolean }) {
  const t = useText();
  const { card, act, busy } = useCard();
  const { changedAfterSignOff: changed } = card;
  if (changed === undefined) return null;
  const itemOf = (itemId: string) => card.handoffType.items.find((item) => item.itemId === itemId);
  const shown = (itemId: string, value: string): string => {
    if (itemOf(itemId)?.kind === 'attachment') return t('handoff.attached', { count: Number(value) });
    return value === '' ? t('handoff.changed.unknown') : value;
  };
  const confirm = async (): Promise<void> => {
    const done = await act('handoff.confirmChange', { handoffId: handoff.handoffId, digest: changed.digest });
    if (done !== null) announce(t('common.saved'));
  };
  return (
    <Strip
      tone="warning"
      actions={
        mayConfirm ? (
          <Button appearance="primary" isLoading={busy === 'handoff.confirmChange'} onClick={() => void confirm()}>
            {t('handoff.confirmChange')}
          </Button>
        ) : undefined
      }
    >
      {changed.changes.map(({ itemId, was, is }) => (
        <p key={itemId}>
          <strong>{t('handoff.changed', { title: itemOf(itemId)?.title ?? itemId })}</strong>{' '}
          {t('handoff.changed.values', { was: shown(itemId, was), is: shown(itemId, is) })}
        </p>
      ))}
    </Strip>
  );
}
