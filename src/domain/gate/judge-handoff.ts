import type { Instant } from '../handoff/handoff';
import { meetsCondition } from '../handoff/applies-here';
import { areStillThere } from '../handoff/attachment-marks';
import { msBetween } from '../handoff/instant';
import type { GateDenial, GateIssue, GateLookup, GateVerdict, JudgedMove } from './gate-verdict';
import type { GateCode, GateRoute, GateViewHandoff, Left, LiveRequirement, PlacedLeft } from './projection';

/**
 * Jira's clock says when a status was entered, Baton's when a handoff was offered; an offer made right after the move may seem to be
 * this much older than it and still belongs to it.
 */
const CLOCK_SKEW_MS = 5_000;

/** Outcome of judging one demand of a rule; `unknown` when only a lookup can tell. */
type Judged =
  | Extract<GateVerdict, { typeId: unknown }>
  | { readonly kind: 'denied'; readonly denial: GateDenial }
  | { readonly kind: 'unknown'; readonly what: GateLookup };

/** The work item's stay in the status it leaves now; `since` is null when Baton never saw it move. */
interface Stay {
  readonly since: Instant | null;
}

/** Something looked for in a view: found, known to be absent (null), or not to be told from this view. */
type Found = GateViewHandoff | null | 'unknown';

/**
 * Whether the type's newest handoff is complete, or already offered or being checked. A returned, accepted or ended one is not: a ticket
 * that comes back is handed over again (E29).
 */
export function judgePrepared(input: JudgedMove, route: GateRoute): Judged {
  const handoff = newestOf(input, route.typeId);
  if (handoff === 'unknown') return { kind: 'unknown', what: 'truth' };
  switch (handoff?.state) {
    case 'OFFERED':
    case 'IN_VERIFICATION':
      return pass('prepared', handoff);
    case 'DRAFT':
      return judgeFilled(input, route, handoff, pass('prepared', handoff));
    case 'RETURNED':
      return judgeFilled(input, route, handoff, deny('RETURNED', route, handoff));
    default:
      return judgeUnprepared(input, route);
  }
}

/** Whether the type's newest handoff was accepted since the work item entered the status it leaves now (E29, mode accept). */
export function judgeAccepted(input: JudgedMove, route: GateRoute): Judged {
  const handoff = newestOf(input, route.typeId);
  if (handoff === 'unknown') return { kind: 'unknown', what: 'truth' };
  if (handoff === null) return judgeUnprepared(input, route);
  switch (handoff.state) {
    case 'OFFERED':
    case 'IN_VERIFICATION':
      return deny('NOT_ACCEPTED', route, handoff);
    case 'DRAFT':
      return judgeFilled(input, route, handoff, deny('NOT_ACCEPTED', route, handoff));
    case 'RETURNED':
      return judgeFilled(input, route, handoff, deny('RETURNED', route, handoff));
    default: {
      if (!isAccepted(handoff)) return judgeUnprepared(input, route);
      const stay = stayInFromStatus(input);
      if (stay === 'unknown') return { kind: 'unknown', what: 'truth' };
      const isOfThisStay = stay.since === null || (handoff.acceptedAt !== null && msBetween(stay.since, handoff.acceptedAt) >= 0);
      return isOfThisStay ? pass('accepted', handoff) : judgeUnprepared(input, route);
    }
  }
}

/**
 * Whether everything handed over into the status the work item leaves now was accepted: the newest handoff of every type that ends there,
 * as far as it belongs to this stay, and at least one.
 *
 * @param routes Routes ending in that status, at least one.
 */
export function judgeSignedOff(input: JudgedMove, routes: readonly GateRoute[]): Judged {
  const stay = stayInFromStatus(input);
  if (stay === 'unknown') return { kind: 'unknown', what: 'truth' };
  let accepted: GateViewHandoff | null = null;
  for (const route of routes) {
    const handoff = newestOf(input, route.typeId);
    if (handoff === 'unknown') return { kind: 'unknown', what: 'truth' };
    if (handoff === null || !belongsTo(stay, handoff, route)) continue;
    if (!isAccepted(handoff)) return deny(wasReturned(handoff) ? 'RETURNED' : 'NOT_ACCEPTED', route, handoff);
    accepted ??= handoff;
  }
  const [first] = routes;
  if (accepted === null && first !== undefined) return deny('NOT_ACCEPTED', first, null);
  return pass('accepted', accepted);
}

/** What opens at acceptance was offered before the move into the status, so there only the acceptance itself can be asked for. */
function belongsTo({ since }: Stay, handoff: GateViewHandoff, route: GateRoute): boolean {
  if (handoff.offeredAt === null) return false;
  if (since === null || (route.opensAt === 'acceptance' && isAccepted(handoff))) return true;
  return msBetween(since, handoff.offeredAt) >= -CLOCK_SKEW_MS;
}

function isAccepted(handoff: GateViewHandoff): boolean {
  return handoff.state === 'ACCEPTED' || (handoff.state === 'CLOSED' && handoff.acceptedAt !== null);
}

/** A draft that was offered before is one under revision. */
function wasReturned(handoff: GateViewHandoff): boolean {
  return handoff.state === 'RETURNED' || handoff.state === 'DRAFT';
}

/** Unknown when the view saw the work item in another status. */
function stayInFromStatus({ view, transition }: JudgedMove): Stay | 'unknown' {
  const status = view?.status ?? null;
  if (status === null) return { since: null };
  return status.id === transition.fromStatusId ? { since: status.enteredAt } : 'unknown';
}

function newestOf({ view }: JudgedMove, typeId: string): Found {
  return view?.handoffs.find((handoff) => handoff.typeId === typeId) ?? (view?.partial === true ? 'unknown' : null);
}

function judgeUnprepared(input: JudgedMove, route: GateRoute): Judged {
  const left = addLive(input, { left: route.required, leftCount: route.requiredCount ?? route.required.length, live: route.live });
  return left === 'unknown' ? { kind: 'unknown', what: 'issue' } : deny('NOT_PREPARED', route, null, left);
}

function judgeFilled(input: JudgedMove, route: GateRoute, handoff: GateViewHandoff, whenComplete: Judged): Judged {
  const left = addLive(input, handoff);
  if (left === 'unknown') return { kind: 'unknown', what: 'issue' };
  return left.leftCount === 0 ? whenComplete : deny('INCOMPLETE', route, handoff, left);
}

type LeftList = Pick<GateDenial, 'left' | 'leftCount'>;

/** Puts what Jira or the time says is missing into its place among what Baton knows is missing. */
function addLive(
  { issue, now }: Pick<JudgedMove, 'issue' | 'now'>,
  known: { readonly left: readonly PlacedLeft[]; readonly leftCount: number; readonly live: readonly LiveRequirement[] },
): LeftList | 'unknown' {
  const missing: PlacedLeft[] = [];
  for (const requirement of known.live) {
    const isMet = isMetOn(issue, requirement, now);
    if (isMet === 'unknown') return 'unknown';
    if (!isMet) missing.push({ ...named(requirement), position: requirement.position });
  }
  const left = [...known.left, ...missing].sort((a, b) => a.position - b.position);
  return { left: left.map(({ kind, id, title }) => ({ kind, id, title })), leftCount: known.leftCount + missing.length };
}

function isMetOn(issue: GateIssue | null, requirement: LiveRequirement, now: Instant): boolean | 'unknown' {
  if (requirement.kind === 'ahead' && now < requirement.leftFrom) return true;
  if (requirement.kind !== 'receiverField' && requirement.appliesIf !== undefined) {
    const values = issue?.fieldValues?.[requirement.appliesIf.fieldId];
    if (values === undefined) return 'unknown';
    if (!meetsCondition(requirement.appliesIf, values)) return true;
  }
  if (requirement.kind === 'condition' || requirement.kind === 'ahead') return false;
  if (requirement.kind === 'attachment' && requirement.confirmed !== undefined) {
    return issue?.attachmentMarks === undefined ? 'unknown' : areStillThere(requirement.confirmed, issue.attachmentMarks);
  }
  if (requirement.kind === 'attachment') {
    return issue === null || issue.attachmentCount === null ? 'unknown' : issue.attachmentCount > 0;
  }
  const { fieldId } = requirement;
  if (issue?.askedFieldIds.includes(fieldId) !== true) return 'unknown';
  if (requirement.kind === 'field') return issue.filledFieldIds.includes(fieldId);
  const accountId = issue.accountIds[fieldId];
  return accountId !== undefined && accountId !== requirement.senderId;
}

function named(requirement: LiveRequirement): Left {
  if (requirement.kind === 'receiverField') return { kind: 'receiver', id: 'receiver', title: requirement.title };
  return { kind: 'item', id: requirement.id, title: requirement.title };
}

function pass(reason: 'prepared' | 'accepted', handoff: GateViewHandoff | null): Extract<Judged, { kind: 'allow' }> {
  return { kind: 'allow', reason, typeId: handoff?.typeId ?? null, handoffId: handoff?.handoffId ?? null };
}

function deny(code: GateCode, route: GateRoute, handoff: GateViewHandoff | null, left: LeftList = { left: [], leftCount: 0 }): Judged {
  return {
    kind: 'denied',
    denial: {
      code,
      team: route.team,
      typeId: route.typeId,
      handoffId: handoff?.handoffId ?? null,
      left: left.left,
      leftCount: left.leftCount,
    },
  };
}
