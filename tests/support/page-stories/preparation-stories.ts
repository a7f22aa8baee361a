import type { RoundView } from '../../../src/contract/handoff-screen';
import type { ItemAnswer } from '../../../src/domain/handoff/handoff';
import type { HandoffType } from '../../../src/domain/type/handoff-type';
import { anItem } from '../handoff-world';
import { entry, fullItems, fullNote, minutesAgo, storyHandoff, storyOffer, storyRound } from './handoff-samples';
import { one } from './handoff-stories';
import { storyType } from './settings-stories';
import type { Story } from './story-page';

/** Dev → QA with every further kind of item, and everything of preparation switched on. */
const fullType: HandoffType = {
  ...storyType,
  items: [
    ...storyType.items,
    anItem('signed_off', { title: 'Security review', hint: 'Of the export, not of the page.', kind: 'approval', approverId: 'u-omar' }),
    anItem('reviewed', { title: 'Read by somebody else', kind: 'approval', approverId: null }),
    anItem('logs', { title: 'Logs of a slow export', kind: 'attachment', confirmsAll: true }),
    anItem('rollback', { title: 'Way back', appliesIf: { fieldId: 'labels', equals: 'risky' } }),
    anItem('fix_version', { title: 'Fix version', kind: 'field', fieldId: 'fixVersions' }),
  ],
  options: { unknownAllowed: true, carriesOver: true },
};

const UNKNOWN = { kind: 'unknown', ownerId: 'u-omar', until: '2031-03-09', note: 'Asked the platform team.' } as const;
const LOGS = [
  { id: '10400', sizeBytes: 20_480 },
  { id: '10401', sizeBytes: 4_096 },
];
const issue = {
  id: '10012',
  key: 'SHOP-12',
  summary: 'Export of invoices times out',
  statusId: '3',
  statusName: 'In Development',
  hasDescription: true,
  attachmentCount: 2,
  attachments: LOGS,
  filledFieldIds: ['fixVersions', 'labels'],
  fieldValues: { fixVersions: ['2031.2', '2031.3'], labels: ['calm'] },
};

const lastTime: RoundView = {
  ...storyRound,
  questions: [{ questionId: 'q1', text: 'Does it work offline?', askedBy: 'u-me', askedAt: minutesAgo(9_000), answer: null }],
};
const before = {
  handoffId: '10012-dev-to-qa-0',
  attempt: 1,
  offeredAt: minutesAgo(9_900),
  outcome: 'accepted',
  outcomeAt: minutesAgo(9_800),
} as const;

const approval: ItemAnswer = { kind: 'approval' };
const answered: Readonly<Record<string, ReturnType<typeof entry<ItemAnswer>>>> = {
  ...fullItems,
  signed_off: entry(approval, 'u-omar', 12),
  reviewed: entry(approval, 'u-maya', 11),
  logs: entry<ItemAnswer>({ kind: 'attached', attachments: LOGS }, 'u-me', 10),
};

/** Everything a draft can ask beyond the main path, and how the receiver sees it. */
export const preparationStories: Readonly<Record<string, () => Story>> = {
  'handoff-preparing-everything': () =>
    one(
      {
        handoffType: fullType,
        handoff: storyHandoff('DRAFT', {
          sender: entry('u-me'),
          receiver: entry({ kind: 'person', accountId: 'u-omar' } as const),
          items: { ...fullItems, where_to_test: entry<ItemAnswer>(UNKNOWN), known_issues: entry<ItemAnswer>(null) },
          note: { ...fullNote, situation: { ...entry<string>(null), unknown: UNKNOWN } },
        }),
        earlierRounds: [before],
      },
      { issue },
      { 'handoff.round': lastTime },
    ),
  'handoff-preparing-file-replaced': () =>
    one(
      {
        handoffType: fullType,
        handoff: storyHandoff('DRAFT', {
          sender: entry('u-me'),
          receiver: entry({ kind: 'person', accountId: 'u-omar' } as const),
          items: {
            ...answered,
            logs: entry<ItemAnswer>({ kind: 'attached', attachments: [{ id: '10399', sizeBytes: 20_480 }] }, 'u-me', 10),
          },
        }),
      },
      { issue },
    ),
  'handoff-preparing-approver': () =>
    one(
      {
        handoffType: {
          ...fullType,
          items: fullType.items.map((item) => (item.itemId === 'signed_off' ? { ...item, approverId: 'u-me' } : item)),
        },
        handoff: storyHandoff('DRAFT', { receiver: entry({ kind: 'person', accountId: 'u-omar' } as const) }),
      },
      { issue, viewer: { accountId: 'u-me', canEdit: false } },
    ),
  'handoff-reading-everything': () =>
    one(
      {
        viewerIsCandidate: true,
        startsHere: false,
        handoffType: fullType,
        handoff: storyHandoff('OFFERED', {
          offer: storyOffer(),
          items: { ...answered, where_to_test: entry<ItemAnswer>(UNKNOWN) },
          note: { ...fullNote, situation: { ...entry<string>(null), unknown: UNKNOWN } },
        }),
        earlierRounds: [before],
      },
      { issue },
      { 'handoff.round': lastTime },
    ),
};
