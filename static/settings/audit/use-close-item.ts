import { useMutation } from '@tanstack/react-query';
import type { AuditView } from '../../../src/contract/audit';
import type { ItemPlace } from '../../../src/domain/ten-questions/audit-content';
import { call } from '../../kit/bridge/call';
import { announce } from '../../kit/feedback/announce';
import { useText } from '../../kit/text/use-text';

/** Something to do that is to be marked done, or open again. */
interface Mark extends ItemPlace {
  readonly done: boolean;
}

/** Marks what finished audits asked for. */
export function useCloseItem({ typeId }: Pick<AuditView, 'typeId'>, take: (view: AuditView) => void) {
  const t = useText();
  const { mutate, error } = useMutation({
    mutationFn: (mark: Mark) => call('settings.closeAuditItem', { typeId, ...mark }),
    onSuccess: (marked, { done }) => {
      take(marked);
      announce(t(done ? 'review.agreed.marked' : 'review.agreed.reopened'));
    },
  });
  return { mark: mutate, error };
}
