import { useState } from 'react';
import type { GuidesView, GuideView } from '../../../src/contract/guide';
import { findRaciProblems } from '../../../src/domain/type/check-guide';
import { call } from '../../kit/bridge/call';
import { CallFailure } from '../../kit/bridge/call-failure';
import { announce } from '../../kit/feedback/announce';
import type { TextKey } from '../../kit/text/format-text';
import { useText } from '../../kit/text/use-text';
import { differs, draftOfGuide, guideOfDraft, isTooLong, LIST_NAMES, type GuideDraft } from './guide-draft';

/** Lays a newer answer over what is shown; asks for the newest one. */
export interface GuideSource {
  readonly show: (view: GuidesView) => void;
  readonly reload: () => void;
}

type State = { readonly phase: 'editing' | 'saving' | 'saved' } | { readonly phase: 'failed'; readonly error: unknown };

/** What is written about one type while it is edited: the draft, what is wrong with it, saving it, and *Still right*. */
export function useGuideDraft(stored: GuideView, source: GuideSource) {
  const t = useText();
  const [draft, setDraft] = useState<GuideDraft>(() => draftOfGuide(stored.guide));
  const [note, setNote] = useState('');
  const [state, setState] = useState<State>({ phase: 'editing' });
  const [wasChecked, setWasChecked] = useState(false);
  const problems = findProblems(draft);

  const edit = (change: Partial<GuideDraft>): void => {
    setDraft((before) => ({ ...before, ...change }));
    setState((now) => (now.phase === 'saving' ? now : { phase: 'editing' }));
  };

  const run = async (ask: () => Promise<GuidesView>, done: TextKey): Promise<boolean> => {
    setState({ phase: 'saving' });
    try {
      source.show(await ask());
      setState({ phase: 'saved' });
      announce(t(done));
      return true;
    } catch (error) {
      // What was typed stays; the next press is held against the newest version.
      if (CallFailure.of(error).code === 'CONFIG_CONFLICT') source.reload();
      setState({ phase: 'failed', error });
      return false;
    }
  };

  const save = async (): Promise<void> => {
    setWasChecked(true);
    if (problems.length > 0) return;
    const { typeId, version } = stored;
    const written = { typeId, version, guide: guideOfDraft(draft), note: note.trim() === '' ? null : note.trim() };
    if (await run(() => call('settings.saveGuide', written), 'settings.guide.saved')) setNote('');
  };

  return {
    draft,
    edit,
    note,
    setNote,
    state,
    isDirty: differs(draft, stored.guide),
    problems: wasChecked ? problems : [],
    save,
    discard: () => {
      setDraft(draftOfGuide(stored.guide));
      setState({ phase: 'editing' });
      setWasChecked(false);
    },
    stillRight: () =>
      run(() => call('settings.reviewGuide', { typeId: stored.typeId, version: stored.version }), 'settings.guide.reviewedNow'),
  };
}

/** Keys of what keeps a draft from being saved. */
function findProblems(draft: GuideDraft): readonly TextKey[] {
  return [
    ...findRaciProblems(draft.raciR).map(({ code }): TextKey => `settings.guide.problem.${code}`),
    ...(LIST_NAMES.some((name) => isTooLong(draft.lists[name])) ? (['settings.guide.problem.lines'] as const) : []),
  ];
}
