import type { AuditView } from '../../contract/audit';
import { isFormer } from '../../domain/audit/former-person';
import { monthBefore } from '../../domain/calendar/calendar-day';
import type { Instant } from '../../domain/handoff/handoff';
import { NO_AUDITS, type AuditContent } from '../../domain/ten-questions/audit-content';
import { itemDefaults, type ItemDefaults } from '../../domain/ten-questions/audit-run';
import { gatherEvidence } from '../../domain/ten-questions/evidence';
import { prefill, type Proposal } from '../../domain/ten-questions/prefill';
import { EMPTY_GUIDE, type Guide } from '../../domain/type/guide';
import type { HandoffType, ProjectConfig, TypeSwitches } from '../../domain/type/handoff-type';
import { findUnwrittenParts } from '../../domain/type/playbook-page';
import type { DocumentId, ProjectDocument } from '../../domain/type/project-document';
import { optionsOf } from '../../domain/type/type-options';
import { AppError } from '../app-error';
import { findRuleStatus } from '../config/find-rule-status';
import { askJira } from '../jira-trouble';
import type { AppPorts, ProjectCaller } from '../ports/app-ports';
import { readDigests } from '../months/read-digests';
import { listPeople } from '../record/people-in-events';
import { readStore } from '../store-trouble';

export type AuditPorts = Pick<
  AppPorts,
  'configs' | 'documents' | 'permissions' | 'site' | 'siteAdmin' | 'summaries' | 'queue' | 'people' | 'machine' | 'log'
>;

/** Months the numbers are over: this one and the ones before it. */
const MONTHS = 3;

/** A type whose questions are asked, and what stands beside it. */
export interface AuditCase {
  readonly id: DocumentId & { readonly kind: 'audit' };
  readonly type: HandoffType;
  readonly switches: TypeSwitches;
  readonly config: ProjectConfig;
  readonly guide: Guide;
  /** Version 0 while nothing is stored. */
  readonly version: number;
  readonly content: AuditContent;
  readonly saved: Pick<ProjectDocument, 'savedAt' | 'savedBy'>;
  readonly now: Instant;
  readonly defaults: ItemDefaults;
}

/**
 * Reads a type with its audits. The caller's right was asked.
 *
 * @throws {AppError} NOT_FOUND when the project has no such type, STORAGE_BUSY.
 */
export async function loadAudit(ports: AuditPorts, caller: ProjectCaller, typeId: string): Promise<AuditCase> {
  const { projectId } = caller;
  const id = { projectId, kind: 'audit', typeId } as const;
  const [stored, guideDocument, document] = await Promise.all([
    readStore(ports.configs.find(projectId)),
    readStore(ports.documents.find({ projectId, kind: 'guide', typeId })),
    readStore(ports.documents.find(id)),
  ]);
  const found = stored?.config.types.find(({ current }) => current.typeId === typeId);
  if (stored === null || found === undefined) throw new AppError('NOT_FOUND');
  const guide = (guideDocument?.content as Guide | null | undefined) ?? EMPTY_GUIDE;
  const now = ports.machine.now();
  const { championId } = guide;
  const champion = championId !== null && isFormer(championId) ? null : championId;
  return {
    id,
    type: found.current,
    switches: found.switches,
    config: stored.config,
    guide,
    version: document?.version ?? 0,
    content: (document?.content as AuditContent | null | undefined) ?? NO_AUDITS,
    saved: { savedAt: document?.savedAt ?? null, savedBy: document?.savedBy ?? null },
    now,
    defaults: itemDefaults([champion, optionsOf(found.current).accountableId, caller.accountId], now.slice(0, 10)),
  };
}

/** What Baton knows to each question at this moment. */
export async function proposeAnswers(
  ports: AuditPorts,
  { id, type, switches, config, guide, now }: AuditCase,
): Promise<readonly Proposal[]> {
  const { projectId, typeId } = id;
  const [project, { statuses }, months] = await Promise.all([
    askJira(ports.site.getProject(projectId)),
    askJira(ports.site.listStatuses(projectId)),
    readDigests(
      ports,
      monthsUntil(now).map((month) => ({ projectId, typeId, month })),
    ),
  ]);
  const own = { ...config, types: config.types.filter(({ current }) => current.typeId === typeId) };
  const [rule] = await findRuleStatus(ports, project, own, statuses);
  return prefill(
    gatherEvidence({
      type,
      switches,
      guide,
      unwrittenParts: findUnwrittenParts(guide).length,
      // Of a type that is off nobody asked.
      ruleInstalled: rule?.installed ?? 'unknown',
      digests: months.map(({ digest }) => digest),
    }),
  );
}

/** The audit as its surface shows it. */
export async function toAuditView(
  ports: AuditPorts,
  { id, version, content, saved, now, defaults }: AuditCase,
  proposals: readonly Proposal[],
): Promise<AuditView> {
  const months = monthsUntil(now);
  const named = [...listPeople(content), ...listPeople(defaults), ...listPeople(saved)];
  const people = await askJira(ports.people.getMany([...new Set(named)]));
  return {
    typeId: id.typeId,
    version,
    today: now.slice(0, 10),
    months: { from: months.at(-1) ?? '', to: months[0] ?? '' },
    proposals,
    defaults,
    current: content.current,
    ...saved,
    runs: content.runs,
    people: Object.fromEntries(people.map((person) => [person.accountId, person])),
  };
}

/** Newest first. */
function monthsUntil(now: Instant): readonly string[] {
  return Array.from({ length: MONTHS }, (_, back) => monthBefore(now.slice(0, 7), back));
}
