import { useEffect, useState } from 'react';
import type { DraftView } from '../../src/contract/drafts';
import type { SettingsView, TypeDraft } from '../../src/contract/settings';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { call } from '../kit/bridge/call';
import { CallFailure } from '../kit/bridge/call-failure';
import { newCommandId } from '../kit/bridge/command-id';
import { announce } from '../kit/feedback/announce';
import { showDone } from '../kit/bridge/jira-view';
import { useText } from '../kit/text/use-text';
import { draftProblems, fieldIds, noteProblem } from './draft-problems';
import { saveConflict, type SaveConflict } from './save-conflict';
import { saveTypePayload } from './save-type-payload';
import type { SettingsSource } from './use-change';
import type { Drafts } from './use-drafts';
import { blankDraft, draftOf, sameDraft } from './type-draft';

interface TypeDraftSource {
  readonly view: SettingsView;
  /** The type being edited; null for one that was never saved. */
  readonly type: HandoffType | null;
  /** What a type that was never saved begins with; null for a blank one. */
  readonly initial: TypeDraft | null;
  readonly source: SettingsSource;
  readonly drafts: Drafts;
  readonly onCreated: (typeId: string) => void;
}

/** How far saving has come; `kept` is a draft that was not published; `conflict` is somebody else's save that came first. */
export type SaveState =
  | { readonly phase: 'editing' | 'saving' | 'saved' | 'kept' }
  | { readonly phase: 'failed'; readonly error: unknown }
  | { readonly phase: 'conflict'; readonly conflict: SaveConflict };

/** One type being edited: the draft, whether it differs from what is published, what is wrong with it, and saving it. */
export function useTypeDraft({ view, type, initial, source, drafts, onCreated }: TypeDraftSource) {
  const t = useText();
  const [base, setBase] = useState(type);
  const [blank] = useState(() =>
    blankDraft({ situation: t('settings.prompt.situation'), recommendation: t('settings.prompt.recommendation') }, newCommandId),
  );
  const published = base === null ? blank : draftOf(base);
  const [draft, setDraft] = useState<TypeDraft>(base === null && initial !== null ? initial : published);
  const [state, setState] = useState<SaveState>({ phase: 'editing' });
  const [wasChecked, setWasChecked] = useState(false);
  const [note, setNote] = useState('');
  const [opened, setOpened] = useState<number | null>(null);
  const isDirty = !sameDraft(draft, published);
  const problems = draftProblems(draft, base?.typeId ?? null, view.types);
  const wrongNote = base !== null && isDirty ? noteProblem(note) : null;

  // A newer version that came while nothing was edited here is simply shown.
  useEffect(() => {
    if (type !== null && !isDirty && base?.version !== type.version) {
      setBase(type);
      setDraft(draftOf(type));
    }
  }, [type, isDirty, base]);

  const edit = (next: TypeDraft): void => {
    setDraft(next);
    setState((now) => (now.phase === 'saved' || now.phase === 'kept' || now.phase === 'failed' ? { phase: 'editing' } : now));
  };

  const take = (type: HandoffType | null): void => {
    setBase(type);
    setDraft(type === null ? blank : draftOf(type));
    setState({ phase: 'editing' });
    setWasChecked(false);
    setNote('');
    setOpened(null);
  };

  const save = async (rev = view.rev): Promise<void> => {
    setWasChecked(true);
    if (problems.length > 0) return;
    if (wrongNote !== null) {
      document.getElementById(fieldIds.note)?.focus();
      return;
    }
    setState({ phase: 'saving' });
    try {
      const saved = await call('settings.saveType', saveTypePayload(rev, base?.typeId ?? null, draft, { note, fromDraft: opened }));
      const known = new Set(view.types.map(({ current }) => current.typeId));
      const stored = saved.types.find(({ current }) =>
        base === null ? !known.has(current.typeId) : current.typeId === base.typeId,
      )?.current;
      source.show(saved);
      if (opened !== null) void drafts.reload();
      if (stored !== undefined) take(stored);
      setState({ phase: 'saved' });
      announce(t('settings.saved'));
      if (base !== null || stored === undefined) return;
      // The editor starts anew with the stored type, so what it would say is said by Jira.
      showDone('handoff-saved', t('settings.saved'));
      onCreated(stored.typeId);
    } catch (error) {
      setState(await afterFailure(error, base, source.reload));
    }
  };

  const keep = async (): Promise<void> => {
    setWasChecked(true);
    if (problems.length > 0) return;
    setState({ phase: 'saving' });
    try {
      await drafts.keep(base?.typeId ?? null, base?.version ?? 0, draft);
      take(base);
      setState({ phase: 'kept' });
      announce(t('settings.draft.kept'));
    } catch (error) {
      if (CallFailure.of(error).code === 'CONFIG_CONFLICT') void drafts.reload();
      setState({ phase: 'failed', error });
    }
  };

  return {
    draft,
    edit,
    isDirty,
    /** The published version these edits are made on, which keeps what is open on it; null for a type that was never saved. */
    base,
    note: { text: note, problem: wasChecked ? wrongNote : null, write: setNote },
    state,
    problems: wasChecked ? problems : [],
    save,
    /** Keeps the edits for later instead of publishing them. */
    keep,
    /** Puts a kept draft into the editor, which publishing then takes away. */
    open: (kept: DraftView) => {
      setDraft(kept.draft);
      setOpened(kept.version);
    },
    /** Document version of the kept draft in the editor; null: it is none. */
    opened,
    discard: () => take(base),
    /** Puts this draft over what somebody else published meanwhile. */
    keepMine: (theirs: HandoffType) => {
      setBase(theirs);
      void save();
    },
    useTheirs: take,
  };
}

/** A lost race loads the newest settings, so that both sides can be shown; a taken route does too, to name who has it. */
async function afterFailure(error: unknown, base: HandoffType | null, reload: () => Promise<SettingsView>): Promise<SaveState> {
  const { code } = CallFailure.of(error);
  if (code !== 'CONFIG_CONFLICT' && code !== 'ROUTE_TAKEN') return { phase: 'failed', error };
  try {
    const now = await reload();
    return code === 'ROUTE_TAKEN' ? { phase: 'failed', error } : { phase: 'conflict', conflict: saveConflict(base, now.types) };
  } catch {
    return { phase: 'failed', error };
  }
}
