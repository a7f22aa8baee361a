import type { HandoffRow, RowFacts } from '../../../src/domain/handoff/handoff-row';
import { digestMonth, type MonthDigest } from '../../../src/domain/metrics/month-digest';
import { METRIC_WINDOWS } from '../../../src/domain/metrics/metric-windows';
import { toMeasured } from '../../../src/domain/metrics/to-measured';
import { gatherEvidence, type AuditEvidence, type EvidenceSources } from '../../../src/domain/ten-questions/evidence';
import { prefill, type Proposal } from '../../../src/domain/ten-questions/prefill';
import type { QuestionId } from '../../../src/domain/ten-questions/question';
import { EMPTY_GUIDE, type RaciR } from '../../../src/domain/type/guide';
import { aHandoffType, anItem } from '../../support/handoff-world';

const row = (facts: Partial<RowFacts> = {}): HandoffRow => ({
  handoffId: '77-dev-qa-1',
  issueId: '77',
  projectId: '1',
  typeId: 'dev-qa',
  state: 'ACCEPTED',
  openIn: '1',
  waitsFor: 'none',
  dueAt: '9999',
  senderId: 'maya',
  changedAt: '2026-05-04T10:00:00.000Z',
  cohortMonth: '2026-05',
  timerOn: 'none',
  timerAt: '9999',
  facts: {
    schema: 1,
    typeVersion: 1,
    attempt: 1,
    receiverId: 'ana',
    firstOfferedAt: '2026-05-04T10:00:00.000Z',
    lastOfferedAt: '2026-05-04T10:00:00.000Z',
    acceptedAt: '2026-05-04T11:00:00.000Z',
    returns: [],
    questionsAsked: 0,
    openQuestions: 0,
    missedIds: [],
    rating: null,
    recommendation: '',
    ...facts,
  },
});
/** The digests of a month of so many handoffs like this. */
const months = (...rows: readonly HandoffRow[]): MonthDigest[] => [
  digestMonth(
    rows.flatMap((each) => toMeasured(each) ?? []),
    '2026-05',
    '2026-05-30T00:00:00.000Z',
    METRIC_WINDOWS,
  ),
];
const rows = (count: number, facts: Partial<RowFacts>): MonthDigest[] => months(...Array.from({ length: count }, () => row(facts)));

const evidence = (own: Partial<EvidenceSources> = {}): AuditEvidence =>
  gatherEvidence({
    type: aHandoffType(),
    switches: { active: true, gatePaused: false },
    guide: EMPTY_GUIDE,
    unwrittenParts: 9,
    ruleInstalled: 'yes',
    digests: [],
    ...own,
  });

function said(questionId: QuestionId, own: Partial<EvidenceSources> = {}): Omit<Proposal, 'questionId'> {
  const { questionId: _questionId, ...rest } = prefill(evidence(own)).find((proposal) => proposal.questionId === questionId)!;
  return rest;
}

const raciR = (own: Partial<RaciR>): EvidenceSources['guide'] => ({
  ...EMPTY_GUIDE,
  raciR: { responsible: [], accountable: [], consulted: [], informed: [], receiver: [], ...own },
});

describe('what the evidence proposes', () => {
  it('S-147: sender and receiver are defined where the responsibility row has both; without a row, where the type names its receiver', () => {
    const role = { kind: 'role', roleId: '1', roleName: 'QA' } as const;
    expect(said('sides', { guide: raciR({ responsible: [role], receiver: [role] }) })).toEqual({ says: 'yes', fact: 'sides.raciR' });
    expect(said('sides', { guide: raciR({ responsible: [role] }) })).toEqual({ says: 'no', fact: 'sides.raciRIncomplete' });
    const left = { kind: 'person', accountId: 'former:1' } as const;
    expect(said('sides', { guide: raciR({ responsible: [role], receiver: [left] }) }).says).toBe('no');
    expect(said('sides', { type: aHandoffType({ receiver: role }) })).toEqual({ says: 'yes', fact: 'sides.receiverRule' });
    expect(said('sides', { type: aHandoffType({ receiver: { kind: 'senderChooses' } }) })).toEqual({
      says: 'no',
      fact: 'sides.senderChooses',
    });
  });

  it('S-148: a checklist needs information and a step, in a type that is on', () => {
    const text = anItem('where');
    const tick = anItem('tested', { kind: 'tick' });
    expect(said('checklist', { type: aHandoffType({ items: [text, tick] }) })).toEqual({
      says: 'yes',
      fact: 'checklist.counts',
      count: 1,
      part: 1,
    });
    expect(said('checklist', { type: aHandoffType({ items: [text] }) }).says).toBe('no');
    expect(said('checklist', { type: aHandoffType({ items: [tick] }) }).says).toBe('no');
    expect(said('checklist', { switches: { active: false, gatePaused: false } })).toEqual({ says: 'no', fact: 'checklist.inactive' });
  });

  it('S-149: nine talks of ten are enough, fewer are not, and without any that was advised the rule speaks alone', () => {
    const type = aHandoffType({ options: { talk: 'hint' } });
    expect(said('talk')).toEqual({ says: 'no', fact: 'talk.off' });
    expect(said('talk', { type, digests: rows(3, {}) })).toEqual({ says: 'yes', fact: 'talk.ruleOnly' });
    const nine = rows(9, { talk: 'confirmed' });
    expect(said('talk', { type, digests: [...nine, ...rows(1, { talk: 'waived' })] })).toEqual({
      says: 'yes',
      fact: 'talk.share',
      count: 10,
      part: 9,
    });
    expect(said('talk', { type, digests: [...nine, ...rows(2, { talk: 'advised' })] })).toMatchObject({ says: 'no', count: 11, part: 9 });
    expect(said('talk', { type, digests: rows(4, { talk: 'advised', acceptedAt: null }) }).fact).toBe('talk.ruleOnly');
  });

  it('S-150: understanding is acknowledged from level 1 on', () => {
    const at = (verificationLevel: 0 | 1 | 2 | 3): string =>
      said('acknowledged', { type: aHandoffType({ nextStepRequired: false, options: { verificationLevel } }) }).says;
    expect(([0, 1, 2, 3] as const).map(at)).toEqual(['no', 'yes', 'yes', 'yes']);
    expect(said('acknowledged', { type: aHandoffType({ nextStepRequired: true }) })).toMatchObject({ says: 'yes', part: 1 });
  });

  it('S-151: it is recorded where the rule stands and is not paused, with how many were passed by; unknown where Jira did not tell', () => {
    const both = [...rows(3, {}), ...rows(1, { bypasses: 2 })];
    expect(said('recorded', { digests: both })).toEqual({ says: 'yes', fact: 'recorded.installed', count: 4, part: 1 });
    expect(said('recorded', { switches: { active: true, gatePaused: true } }).fact).toBe('recorded.paused');
    expect(said('recorded', { switches: { active: false, gatePaused: false } }).fact).toBe('recorded.inactive');
    expect(said('recorded', { ruleInstalled: 'partly' }).says).toBe('no');
    expect(said('recorded', { ruleInstalled: 'no' }).says).toBe('no');
    expect(said('recorded', { ruleInstalled: 'unknown' }).says).toBe('unknown');
  });

  it('S-152: whoever accepts is asked to rate, and the share who did stands beside it; a handoff to oneself counts nowhere', () => {
    expect(said('feedback')).toEqual({ says: 'yes', fact: 'feedback.noneYet' });
    const some = [...rows(2, { rating: 4 }), ...rows(1, {}), ...rows(1, { acceptedAt: null }), ...rows(5, { self: true })];
    expect(said('feedback', { digests: some })).toEqual({ says: 'yes', fact: 'feedback.rate', count: 3, part: 2 });
  });

  it('S-153: the playbook page is there when no part is unwritten', () => {
    expect(said('playbook', { unwrittenParts: 0 })).toEqual({ says: 'yes', fact: 'playbook.complete' });
    expect(said('playbook', { unwrittenParts: 2 })).toEqual({ says: 'no', fact: 'playbook.unwritten', count: 2 });
  });

  it('S-154: of training nothing is known, and nothing is claimed', () => {
    expect(said('training')).toEqual({ says: 'unknown', fact: 'training.notKnown' });
  });

  it('S-155: somebody looks after the type; whoever left does not', () => {
    expect(said('champion', { guide: { ...EMPTY_GUIDE, championId: 'lena' } }).says).toBe('yes');
    expect(said('champion', { guide: { ...EMPTY_GUIDE, championId: 'former:1' } }).says).toBe('no');
    expect(said('champion').says).toBe('no');
  });

  it('S-156: the share of questions answered in the work item; unknown where none was asked', () => {
    expect(said('onePlace', { digests: rows(3, {}) })).toEqual({ says: 'unknown', fact: 'onePlace.noQuestions' });
    expect(said('onePlace', { digests: rows(5, { questionsAsked: 2 }) })).toEqual({
      says: 'yes',
      fact: 'onePlace.share',
      count: 10,
      part: 10,
    });
    expect(said('onePlace', { digests: rows(5, { questionsAsked: 2, openQuestions: 1 }) })).toMatchObject({ says: 'no', part: 5 });
  });

  it('S-147 S-156: ten proposals in the order of the questions, whatever is known', () => {
    expect(prefill(evidence()).map(({ questionId }) => questionId)).toHaveLength(10);
    expect(new Set(prefill(evidence()).map(({ questionId }) => questionId)).size).toBe(10);
  });
});
