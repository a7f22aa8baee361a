import { useState } from 'react';
import type { SettingsView } from '../../src/contract/settings';
import { readTransferFile, type FileProblem } from '../../src/contract/transfer-file';
import type { StatusMap } from '../../src/domain/type/transfer/from-transfer';
import { groupsInFile } from '../../src/domain/type/transfer/groups-in-file';
import { planImport, type ImportPlan } from '../../src/domain/type/transfer/plan-import';
import type { Places, TransferFile } from '../../src/domain/type/transfer/transfer-file';
import { call } from '../kit/bridge/call';
import { announce } from '../kit/feedback/announce';
import { useText } from '../kit/text/use-text';
import { saveTypePayload } from './save-type-payload';
import type { SettingsSource } from './use-change';

/** Types that were read and are not yet imported; `from` is the file's or the project's name. */
interface Read {
  readonly from: string;
  readonly file: TransferFile | null;
  readonly problems: readonly FileProblem[];
  /** The site's groups among those the file names; left out where the types are of this site. */
  readonly groups?: NonNullable<Places['groups']>;
}

/**
 * How far importing has come; `saved` counts types. `stopped` names those that are there since, null where that cannot be
 * told.
 */
type Progress =
  | { readonly phase: 'idle' }
  | { readonly phase: 'reading' }
  | { readonly phase: 'importing'; readonly saved: number }
  | { readonly phase: 'failed'; readonly error: unknown }
  | { readonly phase: 'stopped'; readonly error: unknown; readonly saved: readonly string[] | null }
  | { readonly phase: 'done' };

/** Most groups one call may name. */
const MAX_GROUPS = 100;

/** Longest name of a source in a version's note. */
const MAX_SOURCE_LENGTH = 80;

/**
 * Reads types from a file or from another project, shows what importing them would do, and does it: one save after the other, in the order
 * of the file. Nothing is saved while anything is wrong. Whatever stops it halfway, the same press goes on: what is saved is unchanged then.
 */
export function useImport(view: SettingsView, source: SettingsSource) {
  const t = useText();
  const [read, setRead] = useState<Read | null>(null);
  const [statuses, setStatuses] = useState<StatusMap>({});
  const [progress, setProgress] = useState<Progress>({ phase: 'idle' });
  const note = t('settings.move.note', { from: (read?.from ?? '').slice(0, MAX_SOURCE_LENGTH) });
  const planIn = (now: SettingsView, file: TransferFile): ImportPlan =>
    planImport(
      file,
      { config: now, places: { ...now, ...(read?.groups === undefined ? {} : { groups: read.groups }) } },
      { statuses, note },
    );
  const plan = read === null || read.file === null ? null : planIn(view, read.file);

  const show = (next: Read | null): void => {
    setRead(next);
    setStatuses({});
    setProgress({ phase: 'idle' });
  };

  const readFile = async (chosen: File): Promise<void> => {
    const answer = readTransferFile(await chosen.text());
    if (!answer.ok) {
      show({ from: chosen.name, file: null, problems: answer.problems });
      return;
    }
    setProgress({ phase: 'reading' });
    try {
      show({ from: chosen.name, file: answer.file, problems: [], groups: await recogniseGroups(answer.file) });
    } catch (error) {
      setRead(null);
      setProgress({ phase: 'failed', error });
    }
  };

  const readProject = async (projectKey: string): Promise<void> => {
    setProgress({ phase: 'reading' });
    try {
      const { project, file } = await call('settings.typesElsewhere', { projectKey: projectKey.trim() });
      show({ from: project.name, file, problems: [] });
    } catch (error) {
      setRead(null);
      setProgress({ phase: 'failed', error });
    }
  };

  const apply = async (): Promise<void> => {
    if (plan === null || read === null || read.file === null) return;
    const { file } = read;
    const wanted = plan.steps.filter(({ effect }) => effect !== 'unchanged');
    let { rev } = view;
    let saved = 0;
    setProgress({ phase: 'importing', saved });
    try {
      for (const { typeId, draft } of wanted) {
        const now = await call('settings.saveType', saveTypePayload(rev, typeId, draft, { note }));
        ({ rev } = now);
        source.show(now);
        setProgress({ phase: 'importing', saved: ++saved });
      }
      setProgress({ phase: 'done' });
      announce(t('settings.move.done'));
    } catch (error) {
      // An answer that did not come leaves open whether the last one was saved, so what stands now is asked.
      const now = await source.reload().catch(() => null);
      const there = now === null ? null : planIn(now, file).steps.filter(({ effect }) => effect === 'unchanged');
      const names = wanted.filter(({ path }) => there?.some((step) => step.path === path)).map(({ draft }) => draft.name);
      setProgress({ phase: 'stopped', error, saved: there === null ? null : names });
    }
  };

  return {
    read,
    plan,
    progress,
    readFile,
    readProject,
    apply,
    mapStatus: (name: string, statusId: string) => setStatuses((before) => ({ ...before, [name]: statusId })),
    mapped: statuses,
    forget: () => show(null),
  };
}

/** The site's groups among those a file names; a file that names none asks nothing. */
async function recogniseGroups(file: TransferFile): Promise<NonNullable<Places['groups']>> {
  const named = groupsInFile(file);
  const found = [];
  for (let start = 0; start < named.length; start += MAX_GROUPS) {
    const { groups } = await call('settings.recogniseGroups', { groups: named.slice(start, start + MAX_GROUPS) });
    found.push(...groups);
  }
  return found;
}
