import fc from 'fast-check';
import type { HandoffRow, RowFacts } from '../../../src/domain/handoff/handoff-row';
import { briefOfRows } from '../../support/brief-of-rows';
import type { HandoffType } from '../../../src/domain/type/handoff-type';
import { devToQa } from '../../../src/domain/type/starters/dev-to-qa';
import { toDraft } from '../../../src/domain/type/starters/starter';

const MONTH = '2026-05';
const none = { passedWhilePaused: 0, wouldHaveBeenStopped: 0 };
const type: HandoffType = { ...toDraft(devToQa, { fromStatusIds: ['dev'], toStatusId: 'qa' }), typeId: 'dev-qa', version: 1 };
const at = (text: string): string => `2026-${text.replace(' ', 'T')}:00.000Z`;

const row = (facts: Partial<RowFacts> = {}, more: Partial<HandoffRow> = {}): HandoffRow => ({
  handoffId: '77-dev-qa-1',
  issueId: '77',
  projectId: '1',
  typeId: 'dev-qa',
  state: 'OFFERED',
  openIn: '1',
  waitsFor: 'none',
  dueAt: '9999',
  senderId: 'maya',
  changedAt: at('05-04 10:00'),
  cohortMonth: MONTH,
  timerOn: 'none',
  timerAt: '9999',
  ...more,
  facts: {
    schema: 1,
    typeVersion: 1,
    attempt: 1,
    receiverId: 'ana',
    firstOfferedAt: at('05-04 10:00'),
    lastOfferedAt: at('05-04 10:00'),
    acceptedAt: null,
    returns: [],
    questionsAsked: 0,
    openQuestions: 0,
    missedIds: [],
    rating: null,
    recommendation: '',
    ...facts,
  },
});

const brief = (rows: readonly HandoffRow[], types: readonly HandoffType[] = [type]) => briefOfRows(rows, types, MONTH, none);

/** The handoffs of fixture F1 of domain.md 3.6: first offer, acceptance, returns, rating. */
const f1: readonly HandoffRow[] = (
  [
    ['05-04 10:00', '05-04 11:00', [], 5],
    ['05-04 16:00', '05-05 10:00', [], 4],
    ['05-05 09:00', '05-05 15:00', ['05-05 10:00'], 2],
    ['05-06 09:00', '05-06 09:30', [], null],
    ['05-08 16:30', '05-11 16:00', [], 3],
    ['05-12 10:00', null, [], null],
    ['05-13 09:00', null, [], null],
    ['05-13 11:00', '05-13 13:00', [], 4],
    ['05-29 15:00', '06-01 10:00', [], 5],
    ['05-28 09:00', null, [], null],
    ['05-18 09:00', '05-18 16:00', ['05-18 10:00', '05-18 12:00'], 2],
  ] as const
).map(([offered, accepted, returns, rating]) =>
  row({
    firstOfferedAt: at(offered),
    lastOfferedAt: at(returns.at(-1) ?? offered),
    acceptedAt: accepted === null ? null : at(accepted),
    returns: returns.map((returned) => ({ at: at(returned), itemIds: [] })),
    rating,
  }),
);

describe('a month in brief', () => {
  it('S-058, T24: counts what was accepted without its questions and what was let pass, and nothing where nothing was', () => {
    const accepted = { acceptedAt: at('05-05 10:00') };
    const rows = [row({ ...accepted, waived: true, waivers: 1 }), row(accepted), row({ waivers: 2 })];
    expect(brief(rows)).toMatchObject({ accepted: 2, acceptedUnchecked: 1, letPass: 3 });
    expect(brief([row(accepted)])).not.toHaveProperty('letPass');
    expect(brief([row(accepted)])).not.toHaveProperty('acceptedUnchecked');
  });

  it('counts fixture F1 as domain.md 3.6 expects (O-41)', () => {
    expect(brief(f1)).toMatchObject({
      month: MONTH,
      handoffs: 11,
      decided: 8,
      acceptedFirstTime: 6,
      returned: 2,
      accepted: 8,
      medianWaitHours: 6,
    });
  });

  it('has nothing to say about a month without handoffs', () => {
    expect(brief([])).toEqual({
      month: MONTH,
      handoffs: 0,
      decided: 0,
      acceptedFirstTime: 0,
      returned: 0,
      returnedFor: [],
      medianWaitHours: null,
      accepted: 0,
      ratings: { count: 0, shown: false, values: [] },
      mostMissed: null,
      ...none,
    });
  });

  it('leaves out other months, handoffs never offered and handoffs to oneself (E2)', () => {
    const rows = [row(), row({}, { cohortMonth: '2026-04' }), row({}, { cohortMonth: 'none' }), row({ receiverId: 'maya' })];
    expect(brief(rows).handoffs).toBe(1);
  });

  it('counts a handoff that was returned and not offered again as decided', () => {
    expect(brief([row({ returns: [{ at: at('05-04 11:00'), itemIds: [] }] })])).toMatchObject({
      decided: 1,
      returned: 1,
      acceptedFirstTime: 0,
      accepted: 0,
    });
  });

  it('gives no median below 3 accepted handoffs', () => {
    const accepted = row({ acceptedAt: at('05-04 12:00') });
    expect(brief([accepted, accepted]).medianWaitHours).toBeNull();
    expect(brief([accepted, accepted, accepted]).medianWaitHours).toBe(2);
  });

  it('counts each return once for every item it names, and shows the three most frequent', () => {
    const returned = (...named: readonly (readonly string[])[]): HandoffRow =>
      row({ returns: named.map((itemIds) => ({ at: at('05-04 11:00'), itemIds })) });
    const rows = [
      returned(['where_to_test', 'where_to_test'], ['where_to_test', 'pull_request']),
      returned(['situation', 'known_issues', 'pull_request', 'unheard_of']),
    ];
    expect(brief(rows).returnedFor.map(({ title, times }) => [title, times])).toEqual([
      ['Pull request', 2],
      ['Where to test', 2],
      ['Known issues', 1],
    ]);
  });

  it('names the item missing in most handoffs, each handoff once', () => {
    const rows = [
      row({ missedIds: ['known_issues', 'pull_request'] }),
      row({ missedIds: ['known_issues'] }),
      row({ missedIds: ['pull_request', 'known_issues'] }),
    ];
    expect(brief(rows).mostMissed).toEqual({
      typeId: 'dev-qa',
      typeName: 'Dev → QA',
      itemId: 'known_issues',
      title: 'Known issues',
      times: 3,
    });
  });

  it('takes titles from the newest version that knows the item (E15)', () => {
    const [first] = type.items;
    if (first === undefined) throw new Error('the starter has items');
    const newer: HandoffType = { ...type, version: 2, name: 'Dev → Test', items: [{ ...first, title: 'Merge request' }] };
    const rows = [row({ missedIds: ['pull_request', 'known_issues'] }), row({ missedIds: ['pull_request'] })];
    expect(brief(rows, [type, newer]).mostMissed).toMatchObject({ typeName: 'Dev → Test', title: 'Merge request', times: 2 });
    expect(brief([row({ missedIds: ['known_issues'] })], [type, newer]).mostMissed).toMatchObject({ title: 'Known issues' });
  });

  it('passes on how many moves the gate let by', () => {
    const counters = { passedWhilePaused: 2, wouldHaveBeenStopped: 3 };
    expect(briefOfRows([], [type], MONTH, counters)).toMatchObject(counters);
  });
});

describe('ratings of a month in brief', () => {
  const rated = (rating: RowFacts['rating'], senderId: string, receiverId: string): HandoffRow =>
    row({ rating, receiverId, acceptedAt: at('05-04 12:00') }, { senderId });

  it('show from 5 ratings by 3 receivers about 3 senders, low to high', () => {
    const rows = [rated(5, 's1', 'r1'), rated(2, 's2', 'r2'), rated(4, 's3', 'r3'), rated(4, 's1', 'r2'), rated(1, 's2', 'r1')];
    expect(brief(rows).ratings).toEqual({ count: 5, shown: true, values: [1, 2, 4, 4, 5] });
    expect(brief(rows.slice(1)).ratings).toEqual({ count: 4, shown: false, values: [] });
  });

  it('never show what could be told from fewer than 5 ratings, 3 receivers or 3 senders', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd');
    const anyRow = fc
      .tuple(fc.constantFrom(null, 1 as const, 3 as const, 5 as const), person, person)
      .map(([rating, sender, receiver]) => rated(rating, `s-${sender}`, `r-${receiver}`));
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
        const { count, shown, values } = brief(rows).ratings;
        const given = rows.filter(({ facts }) => facts.rating !== null);
        const senders = new Set(given.map(({ senderId }) => senderId)).size;
        const receivers = new Set(given.map(({ facts }) => facts.receiverId)).size;
        expect(count).toBe(given.length);
        expect(shown).toBe(count >= 5 && senders >= 3 && receivers >= 3);
        expect(values.length).toBe(shown ? count : 0);
      }),
    );
  });
});
