import { useMutation } from '@tanstack/react-query';
import type { AuditView } from '../../../src/contract/audit';
import type { ItemPlace } from '../../../src/domain/ten-questions/audit-content';
import { call } from '../../kit/bridge/call';
import { CallFailure } from '../../kit/bridge/call-failure';
import { announce } from '../../kit/feedback/announce';
import { useText } from '../../kit/text/use-text';

/** Something to do that is to be marked done, or open again. */
interface Mark extends ItemPlace {
  readonly done: boolean;
}

/** Marks what finished audits asked for. Whatever else somebody saved meanwhile is no reason to ask again. */
export function useCloseItem({ typeId, version }: Pick<AuditView, 'typeId' | 'version'>, take: (view: AuditView) => void) {
  const t = useText();
  const { mutate, error } = useMutation({
    mutationFn: async (mark: Mark) => {
      const send = (seen: number): Promise<AuditView> => call('settings.closeAuditItem', { typeId, version: seen, ...mark });
      try {
        return await send(version);
      } catch (failure) {
        if (CallFailure.of(failure).code !== 'CONFIG_CONFLICT') throw failure;
        return send((await call('settings.audit', { typeId })).version);
      }
    },
    onSuccess: (marked, { done }) => {
      take(marked);
      announce(t(done ? 'review.agreed.marked' : 'review.agreed.reopened'));
    },
  });
  return { mark: mutate, error };
}
