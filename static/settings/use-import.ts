import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { GuidesView } from '../../src/contract/guide';
import type { SettingsView } from '../../src/contract/settings';
import { readTransferFile, type FileProblem } from '../../src/contract/transfer-file';
import type { StatusMap } from '../../src/domain/type/transfer/from-transfer';
import { groupsInFile } from '../../src/domain/type/transfer/groups-in-file';
import { planImport, type ImportPlan, type ImportStep } from '../../src/domain/type/transfer/plan-import';
import type { Places, TransferFile } from '../../src/domain/type/transfer/transfer-file';
import { call } from '../kit/bridge/call';
import { announce } from '../kit/feedback/announce';
import { useText } from '../kit/text/use-text';
import { saveTypePayload } from './save-type-payload';
import type { SettingsSource } from './use-change';
import { writePages } from './write-pages';

/** Types that were read and are not yet imported; `from` is the file's or the project's name. */
interface Read {
  readonly from: string;
  readonly file: TransferFile | null;
  readonly problems: readonly FileProblem[];
  /** The site's groups among those the file names; left out where the types are of this site. */
  readonly groups?: NonNullable<Places['groups']>;
  /** What is written about the project's types, as last seen; left out where the file has no pages. */
  readonly guides?: GuidesView['guides'];
}

/** One whose file can be used. */
type ReadFile = Read & { readonly file: TransferFile };

function isWhole(read: Read): read is ReadFile {
  return read.file !== null;
}

/**
 * How far importing has come; `saved` counts types. `stopped` names those that are there since, null where that cannot be
 * told. `pagesLeft` names types whose pages are not written while the types are there.
 */
type Progress =
  | { readonly phase: 'idle' }
  | { readonly phase: 'reading' }
  | { readonly phase: 'importing'; readonly saved: number }
  | { readonly phase: 'failed'; readonly of: 'file' | 'project'; readonly error: unknown }
  | { readonly phase: 'stopped'; readonly error: unknown; readonly saved: readonly string[] | null }
  | { readonly phase: 'pagesLeft'; readonly error: unknown; readonly names: readonly string[] }
  | { readonly phase: 'done' };

/** What becomes of the pages of an import that has none. */
const NO_PAGES = { guides: [], left: [], error: null };

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
  const client = useQueryClient();
  const [read, setRead] = useState<Read | null>(null);
  const [statuses, setStatuses] = useState<StatusMap>({});
  const [progress, setProgress] = useState<Progress>({ phase: 'idle' });
  const note = t('settings.move.note', { from: (read?.from ?? '').slice(0, MAX_SOURCE_LENGTH) });
  const planIn = (now: SettingsView, { file, groups, guides }: ReadFile): ImportPlan =>
    planImport(
      file,
      {
        config: now,
        places: { ...now, ...(groups === undefined ? {} : { groups }) },
        ...(guides === undefined ? {} : { guides }),
      },
      { statuses, note },
    );
  const plan = read === null || !isWhole(read) ? null : planIn(view, read);

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
      show({ from: chosen.name, file: answer.file, problems: [], ...(await findBeside(answer.file)) });
    } catch (error) {
      setRead(null);
      setProgress({ phase: 'failed', of: 'file', error });
    }
  };

  const readProject = async (projectKey: string): Promise<void> => {
    setProgress({ phase: 'reading' });
    try {
      const { project, file } = await call('settings.typesElsewhere', { projectKey: projectKey.trim() });
      show({ from: project.name, file, problems: [] });
    } catch (error) {
      setRead(null);
      setProgress({ phase: 'failed', of: 'project', error });
    }
  };

  const apply = async (): Promise<void> => {
    if (plan === null || read === null || !isWhole(read)) return;
    const wanted = plan.steps.filter(({ effect }) => effect !== 'unchanged');
    let now = view;
    let saved = 0;
    setProgress({ phase: 'importing', saved });
    try {
      for (const { typeId, draft } of wanted) {
        now = await call('settings.saveType', saveTypePayload(now.rev, typeId, draft, { note }));
        source.show(now);
        setProgress({ phase: 'importing', saved: ++saved });
      }
    } catch (error) {
      // An answer that did not come leaves open whether the last one was saved, so what stands now is asked.
      const after = await source.reload().catch(() => null);
      const there = after === null ? null : planIn(after, read).steps.filter(({ effect }) => effect === 'unchanged');
      const names = wanted.filter(({ path }) => there?.some((step) => step.path === path)).map(({ draft }) => draft.name);
      setProgress({ phase: 'stopped', error, saved: there === null ? null : names });
      return;
    }
    await applyPages(read, plan.steps, now);
  };

  const applyPages = async (from: ReadFile, all: readonly ImportStep[], now: SettingsView): Promise<void> => {
    const pages = all.filter(({ page }) => page !== null);
    try {
      const { guides, left, error } = pages.length === 0 ? NO_PAGES : await writePages(pages, now, note);
      if (pages.length > 0) {
        setRead({ ...from, guides });
        await client.invalidateQueries({ queryKey: ['settings.guides'] });
      }
      if (left.length > 0) {
        setProgress({ phase: 'pagesLeft', error, names: left });
        return;
      }
      setProgress({ phase: 'done' });
      announce(t('settings.move.done'));
    } catch (error) {
      setProgress({ phase: 'pagesLeft', error, names: pages.map(({ draft }) => draft.name) });
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

/** What else is asked before a file is shown: the site's groups among those it names, and the pages its pages would change. */
async function findBeside(file: TransferFile): Promise<Pick<Read, 'groups' | 'guides'>> {
  const hasPages = file.types.some(({ page }) => page !== undefined);
  const [groups, written] = await Promise.all([recogniseGroups(file), hasPages ? call('settings.guides', {}) : null]);
  return { groups, ...(written === null ? {} : { guides: written.guides }) };
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
