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

const CARE = [
  { id: 'fragile', name: 'Fragile' },
  { id: 'refrigerated', name: 'Refrigerated' },
  { id: 'hazardous', name: 'Hazardous' },
  { id: 'none', name: 'None', none: true },
] as const;

/** What is answered with a time or by choosing, instead of what stood in the way of a look. */
const timesAndChoices: HandoffType = {
  ...storyType,
  items: [
    anItem('meeting', {
      title: 'Handover meeting',
      hint: 'When both sides go through it together.',
      kind: 'when',
      mustBeAhead: true,
    }),
    anItem('pickup', { title: 'Pickup window', hint: 'From when until when somebody is there.', kind: 'when', window: true }),
    anItem('care', { title: 'Special handling', hint: 'All that holds.', kind: 'choice', several: true, choices: CARE }),
    anItem('size', {
      title: 'Size',
      kind: 'choice',
      choices: [
        { id: 's', name: 'Fits a letter box' },
        { id: 'm', name: 'One person carries it' },
        { id: 'l', name: 'Needs a pallet' },
      ],
    }),
  ],
};
const TIMES: Readonly<Record<string, ReturnType<typeof entry<ItemAnswer>>>> = {
  meeting: entry<ItemAnswer>({ kind: 'when', at: '2031-03-10T09:00:00.000Z' }),
  pickup: entry<ItemAnswer>({ kind: 'when', at: '2031-03-10T13:00:00.000Z', endsAt: '2031-03-10T15:30:00.000Z' }),
  care: entry<ItemAnswer>({
    kind: 'choice',
    chosen: [
      { id: 'fragile', name: 'Fragile' },
      { id: 'refrigerated', name: 'Refrigerated' },
    ],
  }),
  size: entry<ItemAnswer>({ kind: 'choice', chosen: [{ id: 'm', name: 'One person carries it' }] }),
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
  'handoff-preparing-times': () =>
    one({
      handoffType: timesAndChoices,
      handoff: storyHandoff('DRAFT', {
        sender: entry('u-me'),
        receiver: entry({ kind: 'person', accountId: 'u-omar' } as const),
        items: {
          meeting: entry<ItemAnswer>({ kind: 'when', at: '2026-03-02T09:00:00.000Z' }),
          pickup: entry<ItemAnswer>({ kind: 'when', at: '2031-03-10T13:00:00.000Z' }),
        },
      }),
    }),
  'handoff-reading-times': () =>
    one({
      viewerIsCandidate: true,
      startsHere: false,
      handoffType: timesAndChoices,
      handoff: storyHandoff('OFFERED', { offer: storyOffer(), items: TIMES }),
    }),
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
