import { findRaciProblems, normaliseGuide } from '../../../src/domain/type/check-guide';
import { EMPTY_GUIDE, type Guide, type RaciEntry, type RaciR } from '../../../src/domain/type/guide';
import { lookedAfter } from '../../../src/domain/type/looked-after';
import { STARTERS } from '../../../src/domain/type/starters/starter-library';
import { findUnwrittenParts, isStale, PAGE_BUDGET, pageLength } from '../../../src/domain/type/playbook-page';
import { A_GUIDE } from '../../support/a-guide';
import { aHandoffType } from '../../support/handoff-world';

const person: RaciEntry = { kind: 'person', accountId: '712020:maya' };
const role: RaciEntry = { kind: 'role', roleId: '10003', roleName: 'Developers' };
const group: RaciEntry = { kind: 'group', groupId: 'g1', groupName: 'QA team' };
const other = (name: string): RaciEntry => ({ kind: 'other', name });
const filled: RaciR = { responsible: [group], accountable: [person], consulted: [], informed: [], receiver: [group] };
const codesOf = (change: Partial<RaciR>): readonly string[] => findRaciProblems({ ...filled, ...change }).map(({ code }) => code);

describe('the RACI-R row', () => {
  it('S-034: is optional: none, or one with nothing in it, has no problem and is stored as none', () => {
    const blank: RaciR = { responsible: [], accountable: [], consulted: [], informed: [], receiver: [] };
    expect([findRaciProblems(null), findRaciProblems(blank)]).toEqual([[], []]);
    expect(normaliseGuide({ ...EMPTY_GUIDE, raciR: blank })).toEqual(EMPTY_GUIDE);
  });

  it('S-034: filled, it needs somebody who hands over and somebody who receives', () => {
    expect(codesOf({ responsible: [] })).toEqual(['RACIR_RESPONSIBLE_MISSING']);
    expect(codesOf({ receiver: [] })).toEqual(['RACIR_RECEIVER_MISSING']);
  });

  it('S-034: a document or a customer is an entry where nobody with an account is asked', () => {
    expect(codesOf({ consulted: [other('Knowledge base')], informed: [other('Customer via ticket')] })).toEqual([]);
  });

  it.each<[string, readonly RaciEntry[]]>([
    ['nobody', []],
    ['two people', [person, { kind: 'person', accountId: '712020:ana' }]],
    ['a group', [group]],
  ])('S-035: %s is not exactly one accountable', (_case, accountable) => {
    expect(findRaciProblems({ ...filled, accountable })).toEqual([{ code: 'RACIR_ACCOUNTABLE_NOT_SINGLE', cell: 'accountable' }]);
  });

  it.each([
    ['one person', person] as const,
    ['one role', role] as const,
    ['one job by its name', other('Team lead')] as const,
    ['whoever is in a field', { kind: 'userField', fieldId: 'customfield_1', fieldName: 'Tester' }] as const,
  ])('S-035: %s is exactly one accountable', (_case, entry) => {
    expect(codesOf({ accountable: [entry] })).toEqual([]);
  });
});

describe('the starters', () => {
  it('S-034 S-035: every one of their rows holds, so that its page can be saved as it comes', () => {
    expect(STARTERS.flatMap(({ guide }) => findRaciProblems(guide.raciR))).toEqual([]);
  });
});

describe('a playbook page', () => {
  it('S-100: names every part that nobody wrote, and none once all are written', () => {
    const all = ['whenUsed', 'inputs', 'process', 'outputs', 'raciR', 'agenda', 'pitfalls', 'example', 'reviewed'];
    expect(findUnwrittenParts(EMPTY_GUIDE)).toEqual(all);
    const written = { ...A_GUIDE, reviewedOn: '2026-05-01', reviewedBy: '712020:maya' };
    expect(findUnwrittenParts(written)).toEqual([]);
    expect(findUnwrittenParts({ ...written, pitfalls: [], flow: { ...written.flow, outputs: [] } })).toEqual(['outputs', 'pitfalls']);
  });

  it('S-164: is stale on the 184th day after it was last looked at, and not the day before', () => {
    expect(isStale({ reviewedOn: '2026-01-01' }, '2026-07-03')).toBe(false);
    expect(isStale({ reviewedOn: '2026-01-01' }, '2026-07-04')).toBe(true);
    expect(isStale({ reviewedOn: null }, '2026-07-04')).toBe(false);
  });

  it('S-100: its length counts what people read, of the type and of the guide', () => {
    const type = aHandoffType({});
    const empty = pageLength(type, EMPTY_GUIDE);
    expect(pageLength(type, { ...EMPTY_GUIDE, example: 'x'.repeat(3_000), whenUsed: 'x'.repeat(500) })).toBe(empty + PAGE_BUDGET);
  });

  it('S-032: lines are stored without blanks around them, empty ones not at all', () => {
    const flow = { inputs: [' Pull request ', ' '], process: [''], outputs: ['A test report'] };
    expect(normaliseGuide({ ...EMPTY_GUIDE, flow }).flow).toEqual({ inputs: ['Pull request'], process: [], outputs: ['A test report'] });
  });
});

describe('how types are looked after', () => {
  const looked: Guide = { ...A_GUIDE, championId: 'lena', reviewedOn: '2026-05-04', reviewedBy: 'lena' };
  const audited = (nextDueOn: string) => ({ runs: [{ nextDueOn }] });
  const beside = (typeId: string, guide: Guide | null, audits: Parameters<typeof lookedAfter>[0][number]['audits'] = null) => ({
    ...{ typeId, name: typeId, guide, audits },
  });
  const told = (types: Parameters<typeof lookedAfter>[0]) =>
    lookedAfter(types, '2026-06-01').map(({ about, of, missing }) => [about, of, missing.map(({ typeId }) => typeId)]);

  it('M19: k of n types with a complete page, a champion who is still there and an audit in date, on its day still', () => {
    const types = [
      beside('a', looked, audited('2026-06-01')),
      beside('b', { ...looked, pitfalls: [], championId: 'former:1' }, audited('2026-05-31')),
      beside('c', null),
    ];
    expect(told(types)).toEqual([
      ['page', 3, ['b', 'c']],
      ['champion', 3, ['b', 'c']],
      ['audit', 3, ['b', 'c']],
    ]);
  });

  it('M19: says nothing of what nobody began', () => {
    expect(told([])).toEqual([]);
    expect(told([beside('a', EMPTY_GUIDE), beside('b', { ...looked, championId: null, reviewedOn: null })])).toEqual([]);
    expect(told([beside('a', null, audited('2026-01-01'))])).toEqual([['audit', 1, ['a']]]);
  });
});
