import { useEffect, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReviewView } from '../../../src/contract/review';
import { findUnfinished } from '../../../src/domain/review/change-review';
import { NO_WORDS, type Review, type ReviewWords } from '../../../src/domain/review/review';
import { call } from '../../kit/bridge/call';
import { CallFailure } from '../../kit/bridge/call-failure';
import { announce } from '../../kit/feedback/announce';
import { useText } from '../../kit/text/use-text';
import type { Noticed } from './open-review-context';
import { differingParts, toSend } from './review-words';

/** How the last save, or Done, went. */
export type ReviewPhase =
  | { readonly kind: 'idle' | 'busy' | 'saved' }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Somebody saved first: theirs, as it stands now. */
  | { readonly kind: 'conflict'; readonly theirs: ReviewView };

/** The reviews of one type as Baton has them. */
export function useReviewView(typeId: string) {
  const client = useQueryClient();
  const queryKey = ['project.review', typeId];
  const query = useQuery({ queryKey, queryFn: () => call('project.review', { typeId }) });
  return { ...query, show: (view: ReviewView): void => void client.setQueryData<ReviewView>(queryKey, view) };
}

/** Brings what was noticed to the review under way, or begins one with it (S-110), once; only for who may. */
export function useBringSignal(view: ReviewView, noticed: Noticed | null, show: (view: ReviewView) => void) {
  const wanted = view.viewer.canEdit ? noticed : null;
  const { mutate, isSuccess, error } = useMutation({
    mutationFn: (signal: Noticed) =>
      call('project.openReview', { typeId: view.type.typeId, month: view.open?.month ?? view.today.slice(0, 7), signal }),
    onSuccess: show,
  });
  useEffect(() => {
    if (wanted !== null) mutate(wanted);
  }, [wanted, mutate]);
  return {
    isBringing: wanted !== null && !isSuccess && error === null,
    error,
    retry: () => {
      if (wanted !== null) mutate(wanted);
    },
  };
}

/** Words of the open review: kept here until they are saved, held against the version they were begun on. */
export function useOpenReview(view: ReviewView, open: Review, show: (view: ReviewView) => void) {
  const t = useText();
  const { typeId } = view.type;
  const [base, setBase] = useState({ version: view.version, words: open.words });
  const [words, setWords] = useState(open.words);
  const [phase, setPhase] = useState<ReviewPhase>({ kind: 'idle' });
  const isDirty = differingParts(words, base.words).length > 0;
  // What was written beside the words, such as a decision marked done, is no reason for a conflict.
  const version =
    differingParts(view.open?.words ?? NO_WORDS, base.words).length === 0 ? Math.max(view.version, base.version) : base.version;

  const take = (next: ReviewView): void => {
    const stored = next.open?.words ?? NO_WORDS;
    setBase({ version: next.version, words: stored });
    setWords(stored);
    show(next);
  };
  const store = async (version: number): Promise<ReviewView> => {
    const saved = await call('project.saveReview', { typeId, version, words: toPayload(words) });
    take(saved);
    return saved;
  };
  const run = async (work: () => Promise<ReviewPhase>): Promise<void> => {
    setPhase({ kind: 'busy' });
    try {
      setPhase(await work());
    } catch (error) {
      setPhase(await afterFailure(error, typeId));
    }
  };
  const save = async (version: number): Promise<ReviewPhase> => {
    await store(version);
    announce(t('review.saved'));
    return { kind: 'saved' };
  };

  return {
    words,
    phase,
    isDirty,
    left: findUnfinished({ ...open, words: toSend(words) }, { guideVersion: view.guideVersion, typeVersion: view.type.version }),
    edit: (change: Partial<ReviewWords>): void => {
      setWords((before) => ({ ...before, ...change }));
      if (phase.kind === 'saved' || phase.kind === 'failed') setPhase({ kind: 'idle' });
    },
    save: () => run(() => save(version)),
    finish: () =>
      run(async () => {
        const saved = isDirty ? (await store(version)).version : version;
        const finished = await call('project.finishReview', { typeId, version: saved });
        announce(t('review.finished'));
        take(finished);
        return { kind: 'idle' };
      }),
    keepMine: (theirs: ReviewView) => run(() => save(theirs.version)),
    useTheirs: (theirs: ReviewView): void => {
      take(theirs);
      setPhase({ kind: 'idle' });
    },
  };
}

/** The same without `readonly`, as a payload is. */
function toPayload(words: ReviewWords) {
  const { decisions, ...others } = toSend(words);
  return { ...others, decisions: [...decisions] };
}

/** What a failed save means: after a lost race, the two states side by side. */
async function afterFailure(error: unknown, typeId: string): Promise<ReviewPhase> {
  if (CallFailure.of(error).code !== 'CONFIG_CONFLICT') return { kind: 'failed', error };
  try {
    return { kind: 'conflict', theirs: await call('project.review', { typeId }) };
  } catch (readError) {
    return { kind: 'failed', error: readError };
  }
}
