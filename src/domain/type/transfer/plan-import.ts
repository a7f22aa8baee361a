import { decideConfig, type ConfigRefusal } from '../decide-config';
import { EMPTY_GUIDE, type Guide } from '../guide';
import type { ProjectConfig, TypeDraft } from '../handoff-type';
import { fromTransfer, type LeftOut, type StatusMap, type UnknownName } from './from-transfer';
import { changesPage, type CarriedPage } from './transfer-page';
import type { Places, TransferFile } from './transfer-file';

/** What importing one type of a file will do. A type of the same name is the same type: it gets its next version. */
export interface ImportStep {
  /** Where in the file: `types[0]`. */
  readonly path: string;
  readonly effect: 'new' | 'changed' | 'unchanged';
  /** Null: a new one. */
  readonly typeId: string | null;
  readonly draft: TypeDraft;
  /** Its playbook page, where the file has one and what it will do. */
  readonly page: { readonly carried: CarriedPage; readonly effect: 'new' | 'changed' | 'unchanged' } | null;
}

/** Why a file cannot be imported as it is. Path in the file, reason as a code; `takenBy` is the name of the type that has the move. */
export interface ImportProblem {
  readonly path: string;
  readonly code: ConfigRefusal['code'] | 'NAME_TWICE';
  readonly takenBy?: string;
}

/** What will happen, before it does: with a problem or an unknown name, nothing. What is left out is the admin's to agree to. */
export interface ImportPlan {
  readonly steps: readonly ImportStep[];
  readonly unknown: readonly UnknownName[];
  readonly problems: readonly ImportProblem[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Holds a file against a project, by the same decisions that saving takes. Pure: nothing is saved.
 *
 * @param project.guides What is written about its types; absent: nothing.
 * @param note What the next versions of known types will say about themselves.
 */
export function planImport(
  file: TransferFile,
  project: { readonly config: Pick<ProjectConfig, 'types' | 'on'>; readonly places: Places; readonly guides?: readonly WrittenAbout[] },
  { statuses, note }: { readonly statuses: StatusMap; readonly note: string },
): ImportPlan {
  const steps: ImportStep[] = [];
  const unknown: UnknownName[] = [];
  const problems: ImportProblem[] = [];
  const leftOut: LeftOut[] = [];
  const names = new Set<string>();
  let config: ProjectConfig = { schema: 1, chain: { seq: 0, hash: '' }, ...project.config };
  for (const [index, type] of file.types.entries()) {
    const path = `types[${index}]`;
    const read = fromTransfer(type, project.places, { path, statuses });
    unknown.push(...read.unknown);
    leftOut.push(...read.leftOut);
    if (read.unknown.length > 0) continue;
    const { draft } = read;
    if (names.has(draft.name)) problems.push({ path: `${path}.name`, code: 'NAME_TWICE' });
    names.add(draft.name);
    const known = config.types.find(({ current }) => current.name === draft.name)?.current ?? null;
    const typeId = known?.typeId ?? null;
    const context = { projectId: '', now: '', actorId: '', commandId: '', newId: () => `${path}:new` };
    const decision = decideConfig(config, { type: 'saveType', typeId, draft, note }, context);
    if (!decision.ok) {
      const { code, takenBy } = decision.refusal;
      const owner = config.types.find(({ current }) => current.typeId === takenBy)?.current.name;
      problems.push({
        path: `${path}${decision.refusal.path.replace(/^draft/u, '').replace(/\.(\d+)/gu, '[$1]')}`,
        code,
        ...(owner === undefined ? {} : { takenBy: owner }),
      });
      continue;
    }
    steps.push({
      path,
      typeId,
      draft,
      effect: known === null ? 'new' : decision.events.length === 0 ? 'unchanged' : 'changed',
      page: read.page === null ? null : planPage(read.page, project.guides?.find((one) => one.typeId === typeId)?.guide ?? EMPTY_GUIDE),
    });
    config = decision.config;
  }
  return { steps, unknown, problems, leftOut };
}

/** What is written about a type. */
interface WrittenAbout {
  readonly typeId: string;
  readonly guide: Guide;
}

function planPage(carried: CarriedPage, stands: Guide): ImportStep['page'] {
  if (!changesPage(stands, carried)) return { carried, effect: 'unchanged' };
  return { carried, effect: changesPage(EMPTY_GUIDE, stands) ? 'changed' : 'new' };
}
