import { toMark } from '../../domain/handoff/attachment-marks';
import { fieldTexts } from '../../domain/handoff/field-texts';
import { decideFaultedGate, decideGate } from '../../domain/gate/decide-gate';
import type { GateInput, GateIssue, GateRuling, GateVerdict } from '../../domain/gate/gate-verdict';
import type { RuleConfiguration } from '../../domain/gate/projection';
import { toGateRoutes } from '../../domain/gate/to-gate-routes';
import { toGateView } from '../../domain/gate/to-gate-view';
import type { AppPorts } from '../ports/app-ports';
import type { JiraIssue } from '../ports/issues';
import type { Work } from '../ports/work-queue';
import { toTypeRef } from '../record/stored-record';
import { rejectAfter } from './reject-after';

/** A move to be judged, as the platform describes it. */
export interface GateRequest {
  readonly issueKey: string;
  readonly transition: { readonly fromStatusId: string; readonly toStatusId: string };
  readonly rule: RuleConfiguration | 'malformed';
  /** Values changed on the transition screen, in REST form; they overlay what Jira has stored. */
  readonly modifiedFields: Readonly<Record<string, unknown>>;
  readonly licenceActive: boolean | undefined;
}

/** What judging reaches; none of it writes. */
export type JudgePorts = Pick<AppPorts, 'gate' | 'records' | 'configs' | 'issues' | 'machine' | 'log'>;

/** The gate's own deadline, in ms, well below the platform's 25 s (design decision 2). */
const GATE_DEADLINE_MS = 8_000;

/** What became of a move, and what was seen on the way. */
export interface Judged {
  readonly verdict: GateRuling;
  readonly issueId: string | null;
  readonly projectId: string | null;
  /** Projections that were missing or stale, to be rebuilt by the queue. */
  readonly repairs: readonly Work[];
}

/**
 * Judges a move: two reads by key at once, and no call to Jira unless the projections cannot know (design decision 7). It writes nothing.
 *
 * Never throws: whatever goes wrong, or takes longer than the deadline, ends as the rule says a fault ends.
 *
 * @param reference What an admin can search the log for.
 */
export async function judgeMove(ports: JudgePorts, request: GateRequest, reference: string): Promise<Judged> {
  const stop = new AbortController();
  try {
    return await Promise.race([decideWithLookups(ports, request, reference), rejectAfter(GATE_DEADLINE_MS, stop.signal)]);
  } catch (error) {
    ports.log.fault('gate.cannot_check', error, { reference });
    return { verdict: decideFaultedGate(request.rule, request.licenceActive), issueId: null, projectId: null, repairs: [] };
  } finally {
    stop.abort();
  }
}

/** A decision needs the stored projections, and then at most one lookup of the facts and one of the truth. */
const MAX_ROUNDS = 3;

async function decideWithLookups(ports: JudgePorts, request: GateRequest, reference: string): Promise<Judged> {
  const { transition, rule, licenceActive } = request;
  if (licenceActive === false || rule === 'malformed') {
    return { verdict: decideFaultedGate(rule, licenceActive), issueId: null, projectId: null, repairs: [] };
  }
  const projectKey = request.issueKey.slice(0, request.issueKey.lastIndexOf('-'));
  const [routes, view] = await Promise.all([ports.gate.findRoutes(projectKey), ports.gate.findView(request.issueKey)]);
  let input: GateInput = { now: ports.machine.now(), transition, rule, licenceActive, routes, view, issue: null, lookedUp: [] };
  let repairs: readonly Work[] = [];
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const verdict = decideGate(input);
    if (verdict.kind !== 'needs' && isUnknown(verdict)) ports.log.warn('gate.cannot_tell', { reference, round });
    if (verdict.kind !== 'needs')
      return { verdict, issueId: input.view?.issueId ?? null, projectId: input.routes?.projectId ?? null, repairs };
    const issue = await ports.issues.get('app', request.issueKey);
    input = { ...input, issue: toGateIssue(issue, request, verdict), lookedUp: [...input.lookedUp, verdict.what] };
    if (verdict.what === 'truth') {
      input = { ...input, ...(await readTruth(ports, issue)) };
      repairs = toRepairs(issue, { routesMissing: routes === null, hasRecord: input.view !== null });
    }
  }
  ports.log.warn('gate.cannot_tell', { reference, round: MAX_ROUNDS });
  return { verdict: decideFaultedGate(rule, licenceActive), issueId: null, projectId: null, repairs };
}

/** Whether it could not be told although everything was looked up; the reference shown must then be found in the log. */
function isUnknown(verdict: GateRuling): boolean {
  return 'denial' in verdict && verdict.denial.code === 'CANNOT_CHECK';
}

/** Routes and view built from configuration and record by id. The work item's own status corrects a move that was not seen. */
async function readTruth(ports: JudgePorts, issue: JiraIssue): Promise<Pick<GateInput, 'routes' | 'view'>> {
  const [config, stored] = await Promise.all([ports.configs.find(issue.projectId), ports.records.find(issue.id)]);
  const routes = toGateRoutes(config?.config ?? null, issue.projectId);
  if (stored === null) return { routes, view: null };
  const known = stored.seen.status;
  const status = known?.id === issue.statusId ? known : { id: issue.statusId, enteredAt: ports.machine.now() };
  const seen = { ...stored.seen, projectId: issue.projectId, issueTypeId: issue.issueTypeId, status };
  return { routes, view: toGateView(stored.record, seen, (typeId, version) => stored.types[toTypeRef(typeId, version)] ?? null, Infinity) };
}

function toRepairs(issue: JiraIssue, { routesMissing, hasRecord }: { routesMissing: boolean; hasRecord: boolean }): Work[] {
  return [
    ...(routesMissing ? [{ kind: 'repairRoutes' as const, projectId: issue.projectId, projectKey: issue.projectKey }] : []),
    ...(hasRecord ? [{ kind: 'repairRecord' as const, issueId: issue.id, issueKey: issue.key }] : []),
  ];
}

/** What Jira has stored, overlaid with what the transition screen changes right now. */
function toGateIssue(
  issue: JiraIssue,
  { modifiedFields }: GateRequest,
  { fieldIds, attachments }: Extract<GateVerdict, { kind: 'needs' }>,
): GateIssue {
  const isFilled = (fieldId: string): boolean =>
    fieldId in modifiedFields ? holdsValue(modifiedFields[fieldId]) : issue.filledFieldIds.includes(fieldId);
  return {
    issueTypeId: issue.issueTypeId,
    askedFieldIds: fieldIds,
    filledFieldIds: fieldIds.filter(isFilled),
    accountIds: { ...without(issue.userFields, modifiedFields), ...toAccountIds(modifiedFields) },
    attachmentCount: attachments ? issue.attachments.length : null,
    fieldValues: Object.fromEntries(
      fieldIds.map((fieldId) => [
        fieldId,
        fieldId in modifiedFields ? fieldTexts(modifiedFields[fieldId]) : (issue.fieldTexts[fieldId] ?? []),
      ]),
    ),
    ...(attachments ? { attachmentMarks: issue.attachments.map(toMark) } : {}),
  };
}

/** What the transition screen changes, be it to nobody, no longer stands as it is stored. */
function without(stored: JiraIssue['userFields'], changed: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(stored).filter(([fieldId]) => !(fieldId in changed)));
}

/** People chosen on the transition screen: the platform reduces a user to the account id (platform.md 2). */
function toAccountIds(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([fieldId, value]) =>
      typeof value === 'object' && value !== null && 'accountId' in value && typeof value.accountId === 'string'
        ? [[fieldId, value.accountId]]
        : [],
    ),
  );
}

/** An emptied list arrives as null (platform.md 2). */
function holdsValue(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return !Array.isArray(value) || value.length > 0;
}
