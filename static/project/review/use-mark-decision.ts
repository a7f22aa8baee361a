import { useMutation } from '@tanstack/react-query';
import type { ReviewView } from '../../../src/contract/review';
import { findAgreed, type DecisionPlace } from '../../../src/domain/review/agreed';
import { call } from '../../kit/bridge/call';
import { CallFailure } from '../../kit/bridge/call-failure';
import { announce } from '../../kit/feedback/announce';
import { useText } from '../../kit/text/use-text';

/** A decision that is to be marked done, or open again. */
interface Mark extends DecisionPlace {
  readonly done: boolean;
}

/** Marks decisions of finished reviews. Whatever else somebody saved meanwhile is no reason to ask again. */
export function useMarkDecision(view: ReviewView, show: (view: ReviewView) => void) {
  const t = useText();
  const { typeId } = view.type;
  const { mutate, error } = useMutation({
    mutationFn: async (mark: Mark) => {
      const send = (version: number): Promise<ReviewView> => call('project.closeDecision', { typeId, version, ...mark });
      try {
        return await send(view.version);
      } catch (failure) {
        if (CallFailure.of(failure).code !== 'CONFIG_CONFLICT') throw failure;
        return send((await call('project.review', { typeId })).version);
      }
    },
    onSuccess: (marked, { done }) => {
      show(marked);
      announce(t(done ? 'review.agreed.marked' : 'review.agreed.reopened'));
    },
  });
  const may = (at: DecisionPlace): boolean => view.viewer.canEdit || findAgreed(view.past, at)?.ownerId === view.viewer.accountId;
  return { mark: mutate, may, error };
}
