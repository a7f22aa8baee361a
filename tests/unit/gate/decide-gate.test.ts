import { decideFaultedGate, decideGate } from '../../../src/domain/gate/decide-gate';
import type { GateInput, GateVerdict } from '../../../src/domain/gate/gate-verdict';
import { aHandoff, anInput, anIssue, aRoute, aView, DEV, DONE, IN_QA, leftItem, PREPARED, routesOf } from './samples';

const outcome = (input: GateInput): string => brief(decideGate(input));

function brief(verdict: GateVerdict): string {
  if (verdict.kind === 'needs') return `needs ${verdict.what}`;
  if (verdict.kind === 'deny') return verdict.denial.code;
  return 'denial' in verdict ? `${verdict.reason} ${verdict.denial.code}` : verdict.reason;
}

const denialOf = (input: GateInput) => {
  const verdict = decideGate(input);
  if (verdict.kind !== 'deny') throw new Error(`expected a refusal, got ${brief(verdict)}`);
  return verdict.denial;
};

describe('decideGate, rule prepared', () => {
  it.each([
    ['a complete draft', aHandoff(), 'prepared'],
    ['one offered', aHandoff({ state: 'OFFERED' }), 'prepared'],
    ['one in verification', aHandoff({ state: 'IN_VERIFICATION' }), 'prepared'],
    ['a draft with something left', aHandoff({ left: [leftItem('pr', 'Pull request', 0)] }), 'INCOMPLETE'],
    ['a returned one with something left', aHandoff({ state: 'RETURNED', left: [leftItem('pr', 'Pull request', 0)] }), 'INCOMPLETE'],
    ['a returned one with nothing left', aHandoff({ state: 'RETURNED' }), 'RETURNED'],
    ['an accepted one', aHandoff({ state: 'ACCEPTED', acceptedAt: '2026-03-02T11:00:00.000Z' }), 'NOT_PREPARED'],
    ['a closed one', aHandoff({ state: 'CLOSED', acceptedAt: '2026-03-02T11:00:00.000Z' }), 'NOT_PREPARED'],
    ['a withdrawn one', aHandoff({ state: 'CANCELLED' }), 'NOT_PREPARED'],
    ['a superseded one', aHandoff({ state: 'SUPERSEDED' }), 'NOT_PREPARED'],
    ['a voided one', aHandoff({ state: 'VOIDED' }), 'NOT_PREPARED'],
  ])('judges %s (E29)', (_what, handoff, expected) => {
    expect(outcome(anInput({ view: aView([handoff]) }))).toBe(expected);
  });

  it('names everything required where nothing is prepared (S-061)', () => {
    const denial = denialOf(anInput({ view: aView([]) }));
    expect(denial).toEqual({
      code: 'NOT_PREPARED',
      team: 'QA',
      typeId: 'dev-qa',
      handoffId: null,
      left: [
        { kind: 'item', id: 'pr', title: 'Pull request' },
        { kind: 'item', id: 'where', title: 'Where to test' },
      ],
      leftCount: 2,
    });
  });

  it('gives the whole count of a view whose list was cut', () => {
    const denial = denialOf(anInput({ view: aView([aHandoff({ left: [leftItem('pr', 'Pull request', 0)], leftCount: 40 })]) }));
    expect(denial).toMatchObject({ code: 'INCOMPLETE', leftCount: 40, handoffId: '77-dev-qa-1' });
  });

  it('passes a backward move and any move without a route (E14, E38)', () => {
    expect(outcome(anInput({ transition: { fromStatusId: IN_QA, toStatusId: DEV }, view: null }))).toBe('noRoute');
    expect(outcome(anInput({ transition: { fromStatusId: DONE, toStatusId: IN_QA }, view: null }))).toBe('noRoute');
    expect(outcome(anInput({ routes: routesOf(), view: null }))).toBe('noRoute');
  });

  it('keeps the two routes of one work item apart (E28)', () => {
    const parallel = routesOf(aRoute(), aRoute({ typeId: 'dev-docs', team: 'Docs', toStatusId: DONE }));
    const view = aView([aHandoff(), aHandoff({ handoffId: '77-dev-docs-1', typeId: 'dev-docs', left: [leftItem('text', 'Text', 0)] })]);
    expect(outcome(anInput({ routes: parallel, view }))).toBe('prepared');
    expect(denialOf(anInput({ routes: parallel, view, transition: { fromStatusId: DEV, toStatusId: DONE } }))).toMatchObject({
      code: 'INCOMPLETE',
      team: 'Docs',
    });
  });

  it('passes while the gate is paused, without a view, and says of which type', () => {
    expect(decideGate(anInput({ routes: routesOf(aRoute({ paused: true })), view: null }))).toEqual({
      kind: 'allow',
      reason: 'paused',
      typeId: 'dev-qa',
      handoffId: null,
    });
  });

  it('passes work item types the type is not for', () => {
    const routes = routesOf(aRoute({ workItemTypeIds: ['bug'] }));
    expect(outcome(anInput({ routes, view: aView([]) }))).toBe('noRoute');
    expect(outcome(anInput({ routes, view: aView([], { issueTypeId: 'bug' }) }))).toBe('NOT_PREPARED');
  });

  it('asks once for an unknown work item type and then takes it for one of the type', () => {
    const routes = routesOf(aRoute({ workItemTypeIds: ['bug'] }));
    const view = aView([], { issueTypeId: null });
    expect(outcome(anInput({ routes, view }))).toBe('needs issue');
    expect(outcome(anInput({ routes, view, issue: anIssue(), lookedUp: ['issue'] }))).toBe('noRoute');
    expect(outcome(anInput({ routes, view, issue: anIssue({ issueTypeId: null }), lookedUp: ['issue'] }))).toBe('NOT_PREPARED');
  });
});

describe('decideGate, missing or stale projections', () => {
  it('looks the truth up once when the routes are missing', () => {
    expect(outcome(anInput({ routes: null }))).toBe('needs truth');
    expect(outcome(anInput({ routes: null, lookedUp: ['truth'] }))).toBe('CANNOT_CHECK');
  });

  it('looks the truth up once when a route matches and the view is missing, and then takes it that nothing is prepared', () => {
    expect(outcome(anInput({ view: null }))).toBe('needs truth');
    expect(outcome(anInput({ view: null, issue: anIssue(), lookedUp: ['truth'] }))).toBe('NOT_PREPARED');
  });

  it('does not believe a view of another project', () => {
    const view = aView([aHandoff()], { projectId: '2' });
    expect(outcome(anInput({ view }))).toBe('needs truth');
    expect(outcome(anInput({ view, lookedUp: ['truth'] }))).toBe('CANNOT_CHECK');
  });

  it('does not believe a view that missed a move', () => {
    const view = aView([aHandoff()], { status: { id: DONE, enteredAt: '2026-03-02T09:00:00.000Z' } });
    expect(outcome(anInput({ view }))).toBe('needs truth');
    expect(outcome(anInput({ view, lookedUp: ['truth'] }))).toBe('prepared');
  });

  it('needs no status for prepared when none was ever seen', () => {
    expect(outcome(anInput({ view: aView([aHandoff()], { status: null }) }))).toBe('prepared');
  });

  it('looks a type up that a partial view left out', () => {
    const view = aView([], { partial: true });
    expect(outcome(anInput({ view }))).toBe('needs truth');
    expect(outcome(anInput({ view, lookedUp: ['truth'] }))).toBe('CANNOT_CHECK');
  });
});

describe('decideGate, requirements that stand on the work item', () => {
  const live = [
    { kind: 'attachment', id: 'shots', title: 'Screenshots', position: 1 },
    { kind: 'field', id: 'risk', title: 'Risk', fieldId: 'customfield_1', position: 3 },
    { kind: 'receiverField', title: 'Tester', fieldId: 'customfield_2', senderId: 'maya', position: 9 },
  ] as const;
  const draft = aHandoff({ left: [leftItem('pr', 'Pull request', 0), leftItem('where', 'Where to test', 2)], live });
  const input = anInput({ view: aView([draft]) });

  it('asks for the fields and attachments concerned, in one lookup', () => {
    expect(decideGate(input)).toEqual({ kind: 'needs', what: 'issue', fieldIds: ['customfield_1', 'customfield_2'], attachments: true });
  });

  it('puts what is missing there into template order (S-061)', () => {
    const issue = anIssue({ askedFieldIds: ['customfield_1', 'customfield_2'], attachmentCount: 0 });
    const denial = denialOf({ ...input, issue, lookedUp: ['issue'] });
    expect(denial.left.map((one) => one.title)).toEqual(['Pull request', 'Screenshots', 'Where to test', 'Risk', 'Tester']);
    expect(denial.leftCount).toBe(5);
  });

  it('passes once they are there', () => {
    const issue = anIssue({
      askedFieldIds: ['customfield_1', 'customfield_2'],
      filledFieldIds: ['customfield_1', 'customfield_2'],
      accountIds: { customfield_2: 'ana' },
      attachmentCount: 1,
    });
    expect(outcome({ ...input, view: aView([aHandoff({ live })]), issue, lookedUp: ['issue'] })).toBe('prepared');
  });

  it('takes the sender for no receiver (I6)', () => {
    const issue = anIssue({
      askedFieldIds: ['customfield_1', 'customfield_2'],
      filledFieldIds: ['customfield_1', 'customfield_2'],
      accountIds: { customfield_2: 'maya' },
      attachmentCount: 1,
    });
    const denial = denialOf({ ...input, view: aView([aHandoff({ live })]), issue, lookedUp: ['issue'] });
    expect(denial.left).toEqual([{ kind: 'receiver', id: 'receiver', title: 'Tester' }]);
  });

  it('stops the move when the answer did not come with the lookup', () => {
    expect(outcome({ ...input, issue: anIssue(), lookedUp: ['truth'] })).toBe('needs issue');
    expect(outcome({ ...input, issue: anIssue(), lookedUp: ['truth', 'issue'] })).toBe('CANNOT_CHECK');
  });

  it('asks for them already with the truth, so that one request to Jira is enough', () => {
    const routes = routesOf(aRoute({ live: live.slice(1, 2) }));
    expect(decideGate(anInput({ routes, view: null }))).toEqual({
      kind: 'needs',
      what: 'truth',
      fieldIds: ['customfield_1'],
      attachments: false,
    });
  });
});

describe('decideGate, licence, faults and modes', () => {
  const denied = anInput({ view: aView([]) });

  it('passes everything when the licence lapsed, and takes an unknown licence for a valid one', () => {
    expect(outcome({ ...denied, licenceActive: false })).toBe('unlicensed');
    expect(outcome({ ...denied, licenceActive: false, rule: 'malformed' })).toBe('unlicensed');
    expect(outcome({ ...denied, licenceActive: true })).toBe('NOT_PREPARED');
  });

  it('stops every move when the rule cannot be read', () => {
    expect(outcome({ ...denied, rule: 'malformed' })).toBe('RULE_BROKEN');
    expect(brief(decideFaultedGate('malformed', undefined))).toBe('RULE_BROKEN');
  });

  it('passes in observe mode and says what it would have stopped (S-079)', () => {
    expect(outcome({ ...denied, rule: { ...PREPARED, mode: 'observe' } })).toBe('wouldBlock NOT_PREPARED');
  });

  it.each([
    ['enforce', 'block', 'CANNOT_CHECK'],
    ['enforce', 'allow', 'fault CANNOT_CHECK'],
    ['observe', 'block', 'wouldBlock CANNOT_CHECK'],
    ['observe', 'allow', 'fault CANNOT_CHECK'],
  ] as const)('in mode %s with onFault %s a fault ends in %s', (mode, onFault, expected) => {
    expect(brief(decideFaultedGate({ ...PREPARED, mode, onFault }, undefined))).toBe(expected);
    expect(outcome(anInput({ rule: { ...PREPARED, mode, onFault }, routes: null, lookedUp: ['truth'] }))).toBe(expected);
  });

  it('stops what is not ready whatever onFault says', () => {
    expect(outcome({ ...denied, rule: { ...PREPARED, onFault: 'allow' } })).toBe('NOT_PREPARED');
  });
});
