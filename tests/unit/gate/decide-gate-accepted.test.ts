import { decideGate } from '../../../src/domain/gate/decide-gate';
import type { GateInput } from '../../../src/domain/gate/gate-verdict';
import {
  ACCEPTED,
  AFTER_ENTRY,
  aHandoff,
  anInput,
  aRoute,
  aView,
  aWayOut,
  BEFORE_ENTRY,
  DEV,
  ENTERED_AT,
  IN_QA,
  leftItem,
  routesOf,
} from './samples';

function outcome(input: GateInput): string {
  const verdict = decideGate(input);
  if (verdict.kind === 'needs') return `needs ${verdict.what}`;
  return verdict.kind === 'deny' ? verdict.denial.code : verdict.reason;
}

const offered = aHandoff({ state: 'OFFERED', offeredAt: AFTER_ENTRY });
const accepted = aHandoff({ state: 'ACCEPTED', offeredAt: AFTER_ENTRY, acceptedAt: AFTER_ENTRY });

describe('decideGate, rule accepted on the way out of the receiving status', () => {
  it.each([
    ['accepted', accepted, 'accepted'],
    ['closed after acceptance', aHandoff({ state: 'CLOSED', offeredAt: AFTER_ENTRY, acceptedAt: AFTER_ENTRY }), 'accepted'],
    ['offered', offered, 'NOT_ACCEPTED'],
    ['being checked', aHandoff({ state: 'IN_VERIFICATION', offeredAt: AFTER_ENTRY }), 'NOT_ACCEPTED'],
    ['returned', aHandoff({ state: 'RETURNED', offeredAt: AFTER_ENTRY }), 'RETURNED'],
    ['under revision', aHandoff({ state: 'DRAFT', offeredAt: AFTER_ENTRY }), 'RETURNED'],
    ['taken back', aHandoff({ state: 'CANCELLED', offeredAt: AFTER_ENTRY }), 'NOT_ACCEPTED'],
    ['never offered', aHandoff(), 'NOT_ACCEPTED'],
    ['accepted in an earlier stay', aHandoff({ state: 'CLOSED', offeredAt: BEFORE_ENTRY, acceptedAt: BEFORE_ENTRY }), 'NOT_ACCEPTED'],
  ])('judges a handoff that is %s (E29)', (_what, handoff, expected) => {
    expect(outcome(aWayOut([handoff]))).toBe(expected);
  });

  it('stops a work item that came in without any handoff', () => {
    expect(outcome(aWayOut([]))).toBe('NOT_ACCEPTED');
  });

  it('takes an offer for one of this stay although the clocks of Jira and Baton differ by a moment', () => {
    const handoff = aHandoff({ state: 'ACCEPTED', offeredAt: '2026-03-02T08:59:58.000Z', acceptedAt: AFTER_ENTRY });
    expect(outcome(aWayOut([handoff]))).toBe('accepted');
  });

  it('asks every handoff of this stay and none of another way in (E28)', () => {
    const routes = routesOf(aRoute(), aRoute({ typeId: 'hotfix', fromStatusIds: ['10009'] }));
    const hotfix = aHandoff({ handoffId: '77-hotfix-1', typeId: 'hotfix', state: 'OFFERED', offeredAt: AFTER_ENTRY });
    expect(outcome(aWayOut([accepted], { routes }))).toBe('accepted');
    expect(outcome(aWayOut([accepted, hotfix], { routes }))).toBe('NOT_ACCEPTED');
    expect(outcome(aWayOut([accepted, { ...hotfix, offeredAt: BEFORE_ENTRY }], { routes }))).toBe('accepted');
  });

  it('takes the acceptance that opened the way in for one of this stay', () => {
    const routes = routesOf(aRoute({ opensAt: 'acceptance' }));
    const before = aHandoff({ state: 'ACCEPTED', offeredAt: BEFORE_ENTRY, acceptedAt: BEFORE_ENTRY });
    expect(outcome(aWayOut([before], { routes }))).toBe('accepted');
    expect(outcome(aWayOut([{ ...before, state: 'OFFERED', acceptedAt: null }], { routes }))).toBe('NOT_ACCEPTED');
  });

  it('must know since when the work item stands there', () => {
    const missed = aView([accepted], { status: { id: DEV, enteredAt: ENTERED_AT } });
    expect(outcome(aWayOut([], { view: missed }))).toBe('needs truth');
    expect(outcome(aWayOut([], { view: missed, lookedUp: ['truth'] }))).toBe('CANNOT_CHECK');
    const neverSeen = aView([accepted], { status: null });
    expect(outcome(aWayOut([], { view: neverSeen }))).toBe('needs truth');
    expect(outcome(aWayOut([], { view: neverSeen, lookedUp: ['truth'] }))).toBe('accepted');
  });

  it('lets a paused type aside and counts the move', () => {
    const routes = routesOf(aRoute({ paused: true }), aRoute({ typeId: 'hotfix' }));
    const hotfix = aHandoff({ handoffId: '77-hotfix-1', typeId: 'hotfix', state: 'OFFERED', offeredAt: AFTER_ENTRY });
    expect(outcome(aWayOut([hotfix], { routes }))).toBe('NOT_ACCEPTED');
    expect(outcome(aWayOut([{ ...hotfix, state: 'ACCEPTED', acceptedAt: AFTER_ENTRY }], { routes }))).toBe('paused');
    expect(outcome(aWayOut([offered], { routes: routesOf(aRoute({ paused: true })) }))).toBe('paused');
  });
});

describe('decideGate, rule accepted on the route of a type that opens at acceptance', () => {
  const on = (
    handoff: ReturnType<typeof aHandoff>,
    status: { id: string; enteredAt: string } | null = { id: DEV, enteredAt: ENTERED_AT },
  ) => anInput({ rule: ACCEPTED, routes: routesOf(aRoute({ opensAt: 'acceptance' })), view: aView([handoff], { status }) });

  it.each([
    ['accepted since the work item entered', accepted, 'accepted'],
    ['closed after acceptance', { ...accepted, state: 'CLOSED' as const }, 'accepted'],
    ['accepted before it came back', { ...accepted, acceptedAt: BEFORE_ENTRY }, 'NOT_PREPARED'],
    ['offered', offered, 'NOT_ACCEPTED'],
    ['a complete draft', aHandoff(), 'NOT_ACCEPTED'],
    ['an incomplete draft', aHandoff({ left: [leftItem('pr', 'Pull request', 0)] }), 'INCOMPLETE'],
    ['returned with nothing named', aHandoff({ state: 'RETURNED', offeredAt: AFTER_ENTRY }), 'RETURNED'],
    ['withdrawn', aHandoff({ state: 'CANCELLED', offeredAt: AFTER_ENTRY }), 'NOT_PREPARED'],
  ])('judges one that is %s (E29)', (_what, handoff, expected) => {
    expect(outcome(on(handoff))).toBe(expected);
  });

  it('believes an acceptance when no move was ever seen, after a look at the truth', () => {
    expect(outcome(on(accepted, null))).toBe('needs truth');
    expect(outcome({ ...on(accepted, null), lookedUp: ['truth'] })).toBe('accepted');
  });
});

describe('decideGate, rule accepted on the route of a type that opens at the offer', () => {
  const qaToDone = aRoute({ typeId: 'qa-ops', team: 'Ops', fromStatusIds: [IN_QA], toStatusId: '10003' });

  it('asks for what was handed over into the status, not for the next handoff', () => {
    expect(outcome(aWayOut([accepted], { routes: routesOf(aRoute(), qaToDone) }))).toBe('accepted');
    expect(outcome(aWayOut([offered], { routes: routesOf(aRoute(), qaToDone) }))).toBe('NOT_ACCEPTED');
  });

  it('asks for as much as prepared where nothing is handed over into the status', () => {
    expect(outcome(anInput({ rule: ACCEPTED }))).toBe('prepared');
    expect(outcome(anInput({ rule: ACCEPTED, view: aView([]) }))).toBe('NOT_PREPARED');
  });
});
