import type { HandoffCard } from '../../../src/contract/handoff-screen';
import { screenState } from '../../../src/domain/handoff/screen-state';
import { returnedTitles, statusSentence } from '../../../static/handoff/card/status-line';
import { layOver } from '../../../static/handoff/data/lay-over';
import { readHandoff, readPackage } from '../../../static/handoff/model/reading';
import {
  applyChanges,
  entry,
  fullItems,
  minutesAgo,
  storyCard,
  storyHandoff,
  storyOffer,
  storyRound,
  storyScreen,
} from '../../support/page-stories/handoff-samples';

const now = new Date();

function sentenceOf(card: HandoffCard, viewerId = 'u-me'): string {
  const state = screenState(card, {
    accountId: viewerId,
    canEdit: true,
    readOnly: false,
    now: now.toISOString(),
    marksRequiredMissing: false,
  });
  const sentence = statusSentence({ row: state.row, card, viewerId, now, person: (id) => id.slice(2), moment: () => '10:12' });
  return sentence === null ? '' : `${sentence.key} ${Object.values(sentence.vars).join(' | ')}`.trim();
}

describe('the status sentence', () => {
  it('counts what is needed before anything is prepared, and what is left in a draft', () => {
    expect(sentenceOf(storyCard())).toBe('handoff.status.needs QA | 6');
    expect(
      sentenceOf(
        storyCard({
          handoff: storyHandoff('DRAFT', { sender: entry('u-me'), receiver: entry({ kind: 'person', accountId: 'u-omar' }), note: {} }),
        }),
      ),
    ).toBe('handoff.status.left 2');
  });

  it('says who it waits for, from the side of whoever looks', () => {
    const card = storyCard({ handoff: storyHandoff('OFFERED', { offer: storyOffer() }) });
    expect(sentenceOf(card)).toBe('handoff.status.waitsForYou 10:12');
    expect(sentenceOf(card, 'u-maya')).toBe('handoff.status.waitsFor me | 10:12');
  });

  it('says that nobody of a group has taken it', () => {
    const card = storyCard({
      viewerIsCandidate: true,
      handoff: storyHandoff('OFFERED', { receiver: null, offer: storyOffer({ receiver: { kind: 'group', groupId: 'g-qa' } }) }),
    });
    expect(sentenceOf(card)).toBe('handoff.status.nobodyTook 10:12');
  });

  it('turns from telling to not handed off after a minute', () => {
    const moved = (minutes: number): HandoffCard =>
      storyCard({
        movedNotOfferedSince: minutesAgo(minutes),
        handoff: storyHandoff('DRAFT', { sender: entry('u-me'), receiver: entry({ kind: 'person', accountId: 'u-omar' }) }),
      });
    expect(sentenceOf(moved(0.5))).toBe('handoff.status.moved QA');
    expect(sentenceOf(moved(1.5))).toBe('handoff.status.notHandedOff QA');
  });

  it('names what was returned, and counts what is to fix', () => {
    const returns = [
      { attempt: 1, at: minutesAgo(5), by: 'u-omar', reason: 'No login', itemIds: ['where_to_test'], sectionIds: ['situation'] },
    ];
    const card = storyCard({
      handoff: storyHandoff('RETURNED', { sender: entry('u-me'), receiver: entry({ kind: 'person', accountId: 'u-omar' }), returns }),
    });
    expect(returnedTitles(card)).toEqual(['Where to test', 'Situation']);
    expect(sentenceOf(card)).toBe('handoff.status.toFix 2');
    expect(sentenceOf(card, 'u-omar')).toBe('handoff.status.returnedTo me | 10:12 | Where to test, Situation');
  });
});

describe('a save laid over the screen', () => {
  it('works out what is left from the same rules as the gate', () => {
    const screen = storyScreen([
      storyCard({ handoff: storyHandoff('DRAFT', { items: {}, receiver: entry({ kind: 'person', accountId: 'u-omar' }) }) }),
    ]);
    const answer = applyChanges(screen, 'dev-to-qa', [{ field: 'item', id: 'known_issues', value: { kind: 'noneKnown' }, basedOn: 0 }]);
    const after = layOver(screen, answer);
    expect(after.rev).toBe(8);
    expect(after.cards[0]?.left.map(({ id }) => id)).toEqual(['pull_request', 'where_to_test', 'how_to_check']);
  });

  it('never replaces a newer screen', () => {
    const screen = storyScreen([storyCard()], { rev: 20 });
    expect(layOver(screen, applyChanges({ ...screen, rev: 3 }, 'dev-to-qa', []))).toBe(screen);
  });
});

describe('what was handed over', () => {
  it('begins with the recommendation, the known issues and the situation, and folds the rest of the note', () => {
    const order = readHandoff(storyCard(), storyHandoff('OFFERED'), storyScreen([]).issue);
    expect(order.first.map(({ title }) => title)).toEqual(['Recommendation', 'Known issues', 'Situation']);
    expect(order.items.map(({ title }) => title)).toEqual(['Pull request', 'Where to test', 'How to check it']);
    expect(order.more.map(({ title }) => title)).toEqual(['Background']);
  });

  it('reads the same from an earlier round', () => {
    const order = readPackage(storyRound.package);
    expect(order.first[0]?.title).toBe('Recommendation');
    expect([...order.first, ...order.items].filter(({ field }) => field.startsWith('item:'))).toHaveLength(Object.keys(fullItems).length);
  });
});
