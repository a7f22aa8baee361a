import fc from 'fast-check';
import { addDays, addMonths } from '../../../src/domain/calendar/calendar-day';
import { dueState } from '../../../src/domain/ten-questions/due-audit';
import { finishRun, nextDueOn, NO_AUDITS, saveAnswers, type AuditContent } from '../../../src/domain/ten-questions/audit-content';
import {
  countNo,
  findUnanswered,
  isPriority,
  itemDefaults,
  sortItems,
  takeAnswers,
  type Answer,
  type AuditRun,
  type ItemEdit,
} from '../../../src/domain/ten-questions/audit-run';
import { EFFORT_OF, QUESTION_IDS, type QuestionId } from '../../../src/domain/ten-questions/question';

const NOW = '2026-05-04T10:00:00.000Z';
const defaults = itemDefaults([null, 'lena', 'priya'], '2026-05-04');
const none: AuditRun = { begunAt: NOW, answers: [], items: [] };
const answers = (noIds: readonly QuestionId[], of = QUESTION_IDS): Answer[] =>
  of.map((questionId) => ({ questionId, says: noIds.includes(questionId) ? 'no' : 'yes' }));
const edit = (questionId: QuestionId): ItemEdit => ({ questionId, ownerId: 'ana', dueOn: '2026-06-01', note: 'Ask the team' });
const finishing = { now: NOW, typeVersion: 2, proposals: [] };
const finished = (noCount: number): AuditContent | null =>
  finishRun(
    saveAnswers(NO_AUDITS, { answers: answers(QUESTION_IDS.slice(0, noCount)), edits: [] }, { now: NOW, defaults }),
    'priya',
    finishing,
  );

const someAnswers = fc.uniqueArray(
  fc.record({ questionId: fc.constantFrom(...QUESTION_IDS), says: fc.constantFrom('yes' as const, 'no' as const) }),
  { selector: ({ questionId }) => questionId },
);
const someEdits = fc.uniqueArray(fc.constantFrom(...QUESTION_IDS)).map((ids) => ids.map(edit));

describe('a run of the ten questions', () => {
  it('S-157: four "no" make four items, each with an owner and a due date fourteen days on', () => {
    const { items } = takeAnswers(none, answers(['sides', 'talk', 'training', 'champion']), [], defaults);
    expect(items).toHaveLength(4);
    expect(items.every(({ ownerId, dueOn, edited }) => ownerId === 'lena' && dueOn === '2026-05-18' && !edited)).toBe(true);
  });

  it('S-157: the champion is asked first, then who answers for the type, then who answers', () => {
    expect(itemDefaults(['ana', 'lena', 'priya'], '2026-05-04').ownerId).toBe('ana');
    expect(itemDefaults([null, 'lena', 'priya'], '2026-05-04').ownerId).toBe('lena');
    expect(itemDefaults([null, null, 'priya'], '2026-05-04').ownerId).toBe('priya');
  });

  it('S-157: back to yes takes an untouched item away and keeps an edited one, until somebody takes that away too', () => {
    const said = takeAnswers(none, answers(['sides', 'talk']), [edit('talk')], defaults);
    const back = takeAnswers(said, answers([]), [edit('talk')], defaults);
    expect(back.items).toEqual([{ ...edit('talk'), edited: true }]);
    expect(takeAnswers(back, answers([]), [], defaults).items).toEqual([]);
  });

  it('S-157: an untouched item keeps its day when the run goes on later', () => {
    const said = takeAnswers(none, answers(['sides']), [], defaults);
    const later = takeAnswers(said, answers(['sides', 'talk']), [], itemDefaults(['ana', 'priya'], '2026-05-20'));
    expect(later.items.map(({ questionId, ownerId, dueOn }) => [questionId, ownerId, dueOn])).toEqual([
      ['sides', 'lena', '2026-05-18'],
      ['talk', 'ana', '2026-06-03'],
    ]);
  });

  it.each([
    [0, false],
    [3, false],
    [4, true],
    [10, true],
  ])('S-158, O-38: %i "no": first is %s', (noCount, priority) => {
    expect(isPriority(noCount)).toBe(priority);
    expect(finished(noCount)?.runs[0]).toMatchObject({ noCount, priority });
  });

  it('S-158: while a question is unanswered nothing can be finished, and it is no "no"', () => {
    const nine = answers([], QUESTION_IDS.slice(1));
    const content = saveAnswers(NO_AUDITS, { answers: nine, edits: [] }, { now: NOW, defaults });
    expect(findUnanswered(nine)).toEqual(['sides']);
    expect(countNo(nine)).toBe(0);
    expect(finishRun(content, 'priya', finishing)).toBeNull();
    expect(finishRun(NO_AUDITS, 'priya', finishing)).toBeNull();
  });

  it('S-158: unanswered never counts, in any run', () => {
    fc.assert(
      fc.property(someAnswers, someEdits, (given, edits) => {
        const run = takeAnswers(none, given, edits, defaults);
        expect(findUnanswered(run.answers)).toHaveLength(QUESTION_IDS.length - given.length);
        expect(countNo(run.answers)).toBe(given.filter(({ says }) => says === 'no').length);
        const content: AuditContent = { ...NO_AUDITS, current: run };
        expect(finishRun(content, 'priya', finishing) === null).toBe(given.length < QUESTION_IDS.length);
      }),
    );
  });

  it('S-157: there are as many items as "no", and one more for each edited one whose "no" went', () => {
    fc.assert(
      fc.property(someAnswers, someAnswers, someEdits, (before, after, edits) => {
        const run = takeAnswers(takeAnswers(none, before, edits, defaults), after, edits, defaults);
        const noIds = after.filter(({ says }) => says === 'no').map(({ questionId }) => questionId);
        const expected = new Set([...noIds, ...edits.map(({ questionId }) => questionId)]);
        expect(new Set(run.items.map(({ questionId }) => questionId))).toEqual(expected);
        expect(run.items).toHaveLength(expected.size);
      }),
    );
  });

  it('S-159: items go by effort, then by the order of the questions, however they came', () => {
    const order = sortItems(QUESTION_IDS.map((questionId) => ({ questionId })));
    expect(order.map(({ questionId }) => EFFORT_OF[questionId])).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 3, 3]);
    expect(order.map(({ questionId }) => questionId).slice(0, 3)).toEqual(['sides', 'talk', 'acknowledged']);
    fc.assert(
      fc.property(fc.shuffledSubarray([...QUESTION_IDS]), (ids) => {
        const sorted = sortItems(ids.map((questionId) => ({ questionId }))).map(({ questionId }) => questionId);
        expect(sorted).toEqual(order.map(({ questionId }) => questionId).filter((questionId) => ids.includes(questionId)));
      }),
    );
  });
});

describe('the audits of a type', () => {
  it('S-161, O-40: the next one is due three months on, at the end of a month that is too short', () => {
    expect(nextDueOn('2026-11-30T23:59:00.000Z')).toBe('2027-02-28');
    expect(nextDueOn('2027-11-30T08:00:00.000Z')).toBe('2028-02-29');
    expect(nextDueOn('2026-12-31T08:00:00.000Z')).toBe('2027-03-31');
    expect(nextDueOn('2026-05-15T08:00:00.000Z')).toBe('2026-08-15');
    expect(nextDueOn('2026-01-15T08:00:00.000Z')).toBe('2026-04-15');
  });

  it('S-161: the reminder begins fourteen days before, and is overdue from the day after', () => {
    expect(dueState('2027-02-28', '2027-02-13')).toBe('later');
    expect(dueState('2027-02-28', '2027-02-14')).toBe('soon');
    expect(dueState('2027-02-28', '2027-02-28')).toBe('soon');
    expect(dueState('2027-02-28', '2027-03-01')).toBe('overdue');
  });

  it('S-161: three months forth and back never leave the month they began from by more than the missing days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const day = addDays('1990-01-01', days);
        const next = addMonths(day, 3);
        expect(addMonths(next, -3).slice(0, 7)).toBe(day.slice(0, 7));
        expect(Number(next.slice(8))).toBeLessThanOrEqual(Number(day.slice(8)));
      }),
    );
  });

  it('S-161: a finished run stands fixed in the history, newest first, twelve at most', () => {
    let content = NO_AUDITS;
    for (let month = 1; month <= 14; month += 1) {
      const now = `2026-${String(Math.min(month, 12)).padStart(2, '0')}-10T10:00:00.000Z`;
      content = saveAnswers(content, { answers: answers(['sides']), edits: [] }, { now, defaults });
      content = finishRun(content, 'priya', { ...finishing, now, typeVersion: month }) ?? content;
    }
    expect(content.current).toBeNull();
    expect(content.runs.map(({ typeVersion }) => typeVersion)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
    const after = saveAnswers(content, { answers: answers([]), edits: [] }, { now: NOW, defaults });
    expect(after.runs).toEqual(content.runs);
  });

  it('S-161: of very long notes fewer runs are kept at hand, so that the document always has room', () => {
    let content = NO_AUDITS;
    const edits = QUESTION_IDS.map((questionId) => ({ ...edit(questionId), ownerId: 'a'.repeat(128), note: '語'.repeat(200) }));
    for (let run = 1; run <= 12; run += 1) {
      content = saveAnswers(content, { answers: answers(QUESTION_IDS), edits }, { now: NOW, defaults });
      content = finishRun(content, 'priya', finishing) ?? content;
    }
    expect(content.runs.length).toBeGreaterThan(2);
    expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(64 * 1_024);
  });
});
