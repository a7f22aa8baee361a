import type { Entry, Handoff, HandoffRecord, ItemAnswer } from '../../../src/domain/handoff/handoff';
import type { ChecklistItem, HandoffType } from '../../../src/domain/type/handoff-type';
import { devToQa } from '../../../src/domain/type/starters/dev-to-qa';
import { toFirstDraft } from '../../../src/domain/type/starters/starter';
import { DEV, IN_QA } from './samples';

export const aType = (more: Partial<HandoffType> = {}): HandoffType => ({
  ...toFirstDraft(devToQa, { fromStatusIds: [DEV], toStatusId: IN_QA }),
  typeId: 'dev-qa',
  version: 1,
  ...more,
});

export const anItem = (more: Partial<ChecklistItem> & { readonly itemId: string }): ChecklistItem => ({
  title: more.itemId,
  hint: '',
  kind: 'text',
  required: true,
  allowNoneKnown: false,
  allowInDescription: false,
  fieldId: null,
  ...more,
});

export const entry = <T>(value: T | null): Entry<T> => ({ value, by: 'maya', at: '2026-03-02T09:30:00.000Z', version: 1 });

export const aDraft = (more: Partial<Handoff> = {}): Handoff => ({
  handoffId: '77-dev-qa-1',
  typeId: 'dev-qa',
  typeVersion: 1,
  state: 'DRAFT',
  attempt: 1,
  createdAt: '2026-03-02T09:30:00.000Z',
  createdBy: 'maya',
  changedAt: '2026-03-02T09:30:00.000Z',
  sender: entry('maya'),
  receiver: entry({ kind: 'person', accountId: 'ana' }),
  items: {},
  note: {},
  unlogged: {},
  offer: null,
  firstOfferedAt: null,
  lastOfferedAt: null,
  questions: [],
  questionsAsked: 0,
  missedIds: [],
  returns: [],
  acceptance: null,
  rating: null,
  teamNotes: [],
  movedIncompleteAt: null,
  lastRefusalAt: null,
  ...more,
});

/** The six short things of Dev to QA, answered. */
export const sixThings = {
  items: {
    pull_request: entry<ItemAnswer>({ kind: 'link', url: 'https://git.example.com/pr/12' }),
    where_to_test: entry<ItemAnswer>({ kind: 'text', text: 'Staging, build 412, user demo' }),
    how_to_check: entry<ItemAnswer>({ kind: 'inDescription' }),
    known_issues: entry<ItemAnswer>({ kind: 'noneKnown' }),
  },
  note: { situation: entry('Search takes filters now'), recommendation: entry('Start with the date filter') },
};

export const aRecord = (handoffs: readonly Handoff[], ended: HandoffRecord['ended'] = []): HandoffRecord => ({
  issueId: '77',
  projectId: '1',
  handoffs,
  ended,
  counts: {},
});
