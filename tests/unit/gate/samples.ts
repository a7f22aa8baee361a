import type { GateInput, GateIssue } from '../../../src/domain/gate/gate-verdict';
import type { GateRoute, GateRoutes, GateView, GateViewHandoff, PlacedLeft, RuleConfiguration } from '../../../src/domain/gate/projection';

export const DEV = '10001';
export const IN_QA = '10002';
export const DONE = '10003';
export const ENTERED_AT = '2026-03-02T09:00:00.000Z';
export const AFTER_ENTRY = '2026-03-02T10:00:00.000Z';
export const BEFORE_ENTRY = '2026-03-01T10:00:00.000Z';

export const leftItem = (id: string, title: string, position: number): PlacedLeft => ({ kind: 'item', id, title, position });

export const PREPARED: RuleConfiguration = { schema: 1, requires: 'prepared', mode: 'enforce', onFault: 'block' };
export const ACCEPTED: RuleConfiguration = { ...PREPARED, requires: 'accepted' };

export const aRoute = (more: Partial<GateRoute> = {}): GateRoute => ({
  typeId: 'dev-qa',
  typeVersion: 1,
  team: 'QA',
  fromStatusIds: [DEV],
  toStatusId: IN_QA,
  opensAt: 'offer',
  workItemTypeIds: [],
  paused: false,
  required: [leftItem('pr', 'Pull request', 0), leftItem('where', 'Where to test', 1)],
  live: [],
  ...more,
});

export const routesOf = (...routes: readonly GateRoute[]): GateRoutes => ({ schema: 1, projectId: '1', none: routes.length === 0, routes });

export const aHandoff = (more: Partial<GateViewHandoff> = {}): GateViewHandoff => {
  const left = more.left ?? [];
  return {
    handoffId: '77-dev-qa-1',
    typeId: 'dev-qa',
    typeVersion: 1,
    n: 1,
    state: 'DRAFT',
    left,
    leftCount: left.length,
    live: [],
    waitsFor: 'sender',
    offeredAt: null,
    acceptedAt: null,
    ...more,
  };
};

export const aView = (handoffs: readonly GateViewHandoff[], more: Partial<GateView> = {}): GateView => ({
  schema: 1,
  issueId: '77',
  projectId: '1',
  issueTypeId: 'story',
  status: { id: DEV, enteredAt: ENTERED_AT },
  handoffs,
  partial: false,
  ...more,
});

export const anIssue = (more: Partial<GateIssue> = {}): GateIssue => ({
  issueTypeId: 'story',
  askedFieldIds: [],
  filledFieldIds: [],
  accountIds: {},
  attachmentCount: null,
  ...more,
});

/** Dev to QA under `prepared`, with a complete draft, unless told otherwise. */
export const anInput = (more: Partial<GateInput> = {}): GateInput => ({
  now: '2026-03-02T11:00:00.000Z',
  transition: { fromStatusId: DEV, toStatusId: IN_QA },
  rule: PREPARED,
  licenceActive: undefined,
  routes: routesOf(aRoute()),
  view: aView([aHandoff()]),
  issue: null,
  lookedUp: [],
  ...more,
});

/** QA to Done under `accepted`: the way out of the receiving status. */
export const aWayOut = (handoffs: readonly GateViewHandoff[], more: Partial<GateInput> = {}): GateInput =>
  anInput({
    transition: { fromStatusId: IN_QA, toStatusId: DONE },
    rule: ACCEPTED,
    view: aView(handoffs, { status: { id: IN_QA, enteredAt: ENTERED_AT } }),
    ...more,
  });
