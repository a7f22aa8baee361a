import { useMutation } from '@tanstack/react-query';
import type { ReviewView } from '../../../src/contract/review';
import { findAgreed, type DecisionPlace } from '../../../src/domain/review/agreed';
import { call } from '../../kit/bridge/call';
import { announce } from '../../kit/feedback/announce';
import { useText } from '../../kit/text/use-text';

/** A decision that is to be marked done, or open again. */
interface Mark extends DecisionPlace {
  readonly done: boolean;
}

/** Marks decisions of finished reviews. */
export function useMarkDecision(view: ReviewView, show: (view: ReviewView) => void) {
  const t = useText();
  const { typeId } = view.type;
  const { mutate, error } = useMutation({
    mutationFn: (mark: Mark) => call('project.closeDecision', { typeId, ...mark }),
    onSuccess: (marked, { done }) => {
      show(marked);
      announce(t(done ? 'review.agreed.marked' : 'review.agreed.reopened'));
    },
  });
  const may = (at: DecisionPlace): boolean => view.viewer.canEdit || findAgreed(view.past, at)?.ownerId === view.viewer.accountId;
  return { mark: mutate, may, error };
}
