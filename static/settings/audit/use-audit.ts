import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AuditView } from '../../../src/contract/audit';
import { findUnanswered } from '../../../src/domain/ten-questions/audit-run';
import { call } from '../../kit/bridge/call';
import { CallFailure } from '../../kit/bridge/call-failure';
import { announce } from '../../kit/feedback/announce';
import { useText } from '../../kit/text/use-text';
import { differencesOf, draftOf, isDirty, type AuditDraft } from './audit-draft';

/** How the last save or finish went. */
export type AuditPhase =
  | { readonly kind: 'idle' | 'busy' | 'saved' }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Somebody saved first: theirs, as it stands now. */
  | { readonly kind: 'conflict'; readonly theirs: AuditView };

/** The audit of one type as Baton has it. */
export function useAuditView(typeId: string) {
  const client = useQueryClient();
  const queryKey = ['settings.audit', typeId];
  const query = useQuery({ queryKey, queryFn: () => call('settings.audit', { typeId }) });
  return { ...query, show: (view: AuditView): void => void client.setQueryData<AuditView>(queryKey, view) };
}

/** Answers of a run under way: kept here until they are saved, held against the version they were begun on. */
export function useAuditRun(view: AuditView, show: (view: AuditView) => void) {
  const t = useText();
  const [draft, setDraft] = useState(() => draftOf(view));
  const [phase, setPhase] = useState<AuditPhase>({ kind: 'idle' });
  const { typeId } = view;

  const take = (next: AuditView): void => {
    show(next);
    setDraft(draftOf(next));
  };
  const store = async ({ base, answers, edits }: AuditDraft): Promise<AuditView> => {
    const saved = await call('settings.saveAudit', { typeId, version: base.version, answers: [...answers], edits: [...edits] });
    take(saved);
    return saved;
  };
  const run = async (work: () => Promise<AuditPhase>): Promise<void> => {
    setPhase({ kind: 'busy' });
    try {
      setPhase(await work());
    } catch (error) {
      setPhase(await afterFailure(error, typeId));
    }
  };

  return {
    draft,
    phase,
    isDirty: isDirty(draft),
    unanswered: findUnanswered(draft.answers),
    edit: (next: AuditDraft): void => {
      setDraft(next);
      if (phase.kind === 'saved' || phase.kind === 'failed') setPhase({ kind: 'idle' });
    },
    save: () =>
      run(async () => {
        await store(draft);
        announce(t('audit.saved'));
        return { kind: 'saved' };
      }),
    finish: () =>
      run(async () => {
        const { version } = isDirty(draft) ? await store(draft) : draft.base;
        take(await call('settings.completeAudit', { typeId, version }));
        return { kind: 'idle' };
      }),
    /** Takes what was written beside the answers: they are held against the newer version only where it has the answers they began on. */
    takeBeside: (next: AuditView): void => {
      show(next);
      setDraft((before) => {
        if (!isDirty(before)) return draftOf(next);
        const isSame = JSON.stringify(before.base.current) === JSON.stringify(next.current);
        return { ...before, base: isSame ? next : { ...before.base, runs: next.runs } };
      });
    },
    keepMine: (theirs: AuditView) => {
      const mine = { ...draft, base: theirs };
      show(theirs);
      setDraft(mine);
      return run(async () => {
        if (differencesOf(mine, theirs).length > 0) await store(mine);
        announce(t('audit.saved'));
        return { kind: 'saved' };
      });
    },
    useTheirs: (theirs: AuditView): void => {
      take(theirs);
      setPhase({ kind: 'idle' });
    },
  };
}

/** What a failed save means: after a lost race, the two states side by side. */
async function afterFailure(error: unknown, typeId: string): Promise<AuditPhase> {
  if (CallFailure.of(error).code !== 'CONFIG_CONFLICT') return { kind: 'failed', error };
  try {
    return { kind: 'conflict', theirs: await call('settings.audit', { typeId }) };
  } catch (readError) {
    return { kind: 'failed', error: readError };
  }
}
