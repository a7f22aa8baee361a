import { A_GUIDE } from '../../support/a-guide';
import type { BridgeFunction } from '../../../src/contract/bridge-contract';

const command = { commandId: 'command-1', handoffId: '10101-t1-1' };
const DRAFT = {
  name: 'Dev → QA',
  team: 'QA',
  route: { fromStatusIds: ['10001'], toStatusId: '10002' },
  opensAt: 'offer',
  workItemTypeIds: ['10002'],
  items: [
    {
      itemId: 'pull_request',
      title: 'Pull request',
      hint: '',
      kind: 'link',
      required: true,
      allowNoneKnown: false,
      allowInDescription: false,
      fieldId: null,
    },
  ],
  notePrompts: [{ sectionId: 'situation', title: 'Situation', hint: '', required: true }],
  receiver: { kind: 'person', accountId: '712020:ana' },
  nextStepRequired: false,
  acceptAssigns: true,
};

/** A time and a choice, beside what every type has. */
const [PLAIN] = DRAFT.items;
const MORE_ITEMS = [
  { ...PLAIN, itemId: 'meeting', title: 'Meeting', kind: 'when', window: true, mustBeAhead: true },
  { ...PLAIN, itemId: 'care', title: 'Care', kind: 'choice', several: true, choices: [{ id: 'none', name: 'None', none: true }] },
];

/** Every option, each with a value that is not its off. */
const OPTIONS = {
  accountableId: '712020:lead',
  selfAllowed: true,
  riskAsked: true,
  verificationLevel: 2,
  talk: 'hint',
  due: { kind: 'workingHours', hours: 4 },
  overdueReminds: true,
  overdueEscalates: true,
  readiness: 'shown',
  holdAllowed: true,
  supportHours: 8,
  unknownAllowed: true,
  carriesOver: true,
  waiversAllowed: true,
  waiverGroup: { groupId: 'group-1', groupName: 'Release managers' },
  readbackPrompt: 'What will you test first?',
  workStatusIds: ['10007'],
  review: 'monthly',
  spotChecks: true,
};

/** A payload every schema takes, by function; one for each shape of change, since a field decides which value it may hold. */
export const PAYLOADS: Readonly<Record<BridgeFunction, readonly object[]>> = {
  'handoff.get': [{}],
  'handoff.watch': [{}],
  'handoff.edit': [
    {
      commandId: 'command-1',
      typeId: 't1',
      changes: [{ field: 'item', id: 'pull_request', value: { kind: 'link', url: 'https://git.example.com/7' }, basedOn: 0 }],
    },
    {
      commandId: 'command-1',
      typeId: 't1',
      changes: [{ field: 'item', id: 'where_to_test', value: { kind: 'text', text: 'Staging' }, basedOn: 0 }],
    },
    {
      commandId: 'command-1',
      typeId: 't1',
      changes: [
        { field: 'item', id: 'care', value: { kind: 'choice', chosen: [{ id: 'fragile', name: 'Fragile' }] }, basedOn: 0 },
        {
          field: 'item',
          id: 'meeting',
          value: { kind: 'when', at: '2026-03-09T09:00:00.000Z', endsAt: '2026-03-09T10:00:00.000Z' },
          basedOn: 0,
        },
      ],
    },
    {
      commandId: 'command-1',
      typeId: 't1',
      changes: [{ field: 'item', id: 'where_to_test', value: { kind: 'notApplicable', reason: 'No screen' }, basedOn: 0 }],
    },
    { commandId: 'command-1', typeId: 't1', changes: [{ field: 'section', id: 'situation', value: 'Something', basedOn: 1 }] },
    {
      commandId: 'command-1',
      typeId: 't1',
      changes: [
        {
          field: 'item',
          id: 'where_to_test',
          value: { kind: 'unknown', ownerId: '712020:maya', until: '2026-03-09', note: 'Asked Ben' },
          basedOn: 1,
        },
      ],
    },
    {
      commandId: 'command-1',
      typeId: 't1',
      changes: [{ field: 'item', id: 'files', value: { kind: 'attached', attachments: [{ id: '10400', sizeBytes: 2048 }] }, basedOn: 1 }],
    },
    { commandId: 'command-1', typeId: 't1', changes: [{ field: 'sender', value: '712020:maya', basedOn: 1 }] },
    { commandId: 'command-1', typeId: 't1', changes: [{ field: 'receiver', value: { kind: 'role', roleId: '10004' }, basedOn: 0 }] },
    { commandId: 'command-1', typeId: 't1', changes: [{ field: 'risk', value: 'high', basedOn: 0 }] },
  ],
  'handoff.changeSender': [{ ...command, sender: '712020:maya', reason: 'Maya left' }],
  'handoff.delegate': [{ ...command, to: '712020:ana' }],
  'handoff.waive': [{ commandId: 'command-1', typeId: 't1', reason: 'The shop is down', kinds: ['left', 'talk'] }],
  'handoff.handOff': [command, { ...command, readinessOverride: 'The release is tonight' }],
  'handoff.approve': [{ ...command, itemId: 'signed_off', approved: true }],
  'handoff.retryOffer': [command],
  'handoff.take': [command],
  'handoff.giveBack': [command],
  'handoff.ask': [{ ...command, text: 'Which account?' }],
  'handoff.answer': [{ ...command, questionId: 'q1', text: 'That one' }],
  'handoff.withdrawQuestion': [{ ...command, questionId: 'q1' }],
  'handoff.readback': [{ ...command, digest: 'ab12', answers: [{ questionId: 'recommendation', text: 'I test refunds first' }] }],
  'handoff.hearback': [{ ...command, corrections: [{ questionId: 'recommendation', text: 'Vouchers first' }] }],
  'handoff.countersign': [{ ...command, digest: 'ab12' }],
  'handoff.confirmChange': [{ ...command, digest: 'ab12' }],
  'handoff.accept': [{ ...command, digest: 'ab12', nextStep: 'I test it' }],
  'handoff.return': [{ ...command, reason: 'Because', itemIds: ['pull_request'], sectionIds: ['situation'] }],
  'handoff.retryMove': [command],
  'handoff.changeReceiver': [{ ...command, receiver: { kind: 'group', groupId: 'g1' } }],
  'handoff.remind': [command],
  'handoff.sendAgain': [command],
  'handoff.rate': [{ ...command, value: 4, comment: 'Good' }],
  'handoff.addNote': [{ ...command, text: 'A note' }],
  'handoff.recordRework': [{ ...command, text: 'No account', itemIds: ['pull_request'], sectionIds: ['situation'] }],
  'handoff.supersede': [command],
  'handoff.hold': [{ ...command, until: '2026-03-03T08:00:00.000Z' }],
  'handoff.release': [command],
  'handoff.handBack': [command],
  'handoff.void': [command],
  'handoff.withdraw': [{ ...command, reason: 'Not now' }],
  'handoff.startAgain': [command],
  'handoff.logTalk': [command],
  'handoff.confirmTalk': [command],
  'handoff.waiveTalk': [{ ...command, instead: 'video', text: 'https://video.example/7' }],
  'handoff.times': [{ handoffId: '10101-t1-1' }],
  'me.get': [{}],
  'me.save': [
    {
      calendar: { zone: 'Europe/London', week: [{ day: 1, from: 540, to: 1020 }], daysOff: ['2026-12-25'] },
      awayUntil: '2026-08-03',
    },
  ],
  'handoff.round': [{ handoffId: '10101-t1-1', attempt: 1 }],
  'handoff.timeline': [command],
  'people.find': [{ query: 'ana' }],
  'project.home': [{}],
  'project.review': [{ typeId: 't1' }],
  'project.openReview': [
    { typeId: 't1', month: '2026-05', signal: null },
    { typeId: 't1', month: '2026-05', signal: { key: 'health.flag.low2', count: '3', name: 'Questions' } },
    { typeId: 't1', month: '2026-05', signal: { key: 'review.signal.couldGo' } },
  ],
  'project.saveReview': [
    {
      typeId: 't1',
      version: 1,
      words: {
        ...{ slow: 'Nobody was there', redone: '', missing: '', finding: 'New label rules' },
        decisions: [
          {
            text: 'Somebody looks first',
            ownerId: '712020:ana',
            dueOn: '2026-06-01',
            change: { kind: 'peerReview', title: 'Peer review' },
          },
          { text: 'Drop it', ownerId: '712020:ana', dueOn: '2026-06-01', change: { kind: 'retireItem', itemId: 'pull_request' } },
          { text: 'Tell the team', ownerId: '712020:ana', dueOn: '2026-06-01', change: null },
        ],
        failed: { cause: 'No test account', checklistGap: 'yes', trainingGap: null },
        playbook: { kind: 'noChange', why: 'It says so already' },
      },
    },
  ],
  'project.finishReview': [{ typeId: 't1', version: 2 }],
  'project.cosignReview': [{ typeId: 't1', version: 3 }],
  'project.closeDecision': [{ typeId: 't1', finishedAt: '2026-06-01T09:00:00.000Z', place: 1, done: true }],
  'project.health': [{}],
  'project.numberItems': [
    { typeId: 't1', month: '2026-05', figure: 'dropped', asOf: '2026-06-01T09:00:00.000Z' },
    { typeId: null, month: '2026-05', figure: 'cycleWorking', asOf: null },
  ],
  'project.waiting': [
    { cursor: 'next', typeId: null, state: null },
    { cursor: null, typeId: 't1', state: 'RETURNED' },
  ],
  'settings.get': [{}],
  'settings.turnOn': [{ rev: 0, route: { fromStatusIds: ['10001'], toStatusId: '10002' } }],
  'settings.turnOff': [{ rev: 1 }],
  'settings.saveType': [
    { rev: 1, typeId: 't1', draft: DRAFT },
    { rev: 1, typeId: 't1', draft: { ...DRAFT, options: OPTIONS }, note: 'Unit tests moved to the build' },
    {
      rev: 1,
      typeId: null,
      draft: {
        ...DRAFT,
        items: [
          ...DRAFT.items.map((item) => ({ ...item, owner: 'Build team', reason: 'Asked too often', expiresOn: '2027-01-31' })),
          ...MORE_ITEMS,
        ],
        overLengthReason: 'An audit asks for it',
      },
    },
    { rev: 1, typeId: null, draft: { ...DRAFT, options: { due: { kind: 'nextWorkingDay' }, accountableId: null, supportHours: null } } },
  ],
  'settings.effect': [{ typeId: 't1' }],
  'settings.drafts': [{}],
  'settings.saveDraft': [{ typeId: 't1', version: 3, basedOn: 2, draft: DRAFT }],
  'settings.discardDraft': [{ typeId: null, version: 3 }],
  'settings.versions': [{ typeId: 't1' }],
  'settings.switchType': [{ rev: 1, typeId: 't1', active: true, gatePaused: false }],
  'settings.typesElsewhere': [{ projectKey: 'SHOP' }],
  'settings.checkRules': [{}],
  'settings.rebuildNumbers': [
    { since: null, cursor: null },
    { since: '2026-06-01T09:00:00.000Z', cursor: 'eyJuIjoxfQ==' },
  ],
  'settings.numbersLeft': [{ since: '2026-06-01T09:00:00.000Z', months: [{ typeId: 't1', month: '2026-05' }] }],
  'settings.limits': [{}],
  'settings.changeLimits': [
    { typeId: 't1', version: 0, change: { kind: 'start', from: '2026-03-12', reason: 'A new checklist' } },
    { typeId: 't1', version: 1, change: { kind: 'takeBack', from: '2026-03-12' } },
  ],
  'settings.coverage': [{}],
  'settings.testRun': [{ issueKey: 'SHOP-1', workflow: 'Shop delivery workflow', transitionId: '21' }],
  'settings.recentItems': [{}],
  'settings.recogniseGroups': [{ groups: [{ name: 'qa-team', id: 'g-1' }, { name: 'support' }] }],
  'settings.findPeople': [{ query: 'ana' }],
  'settings.audit': [{ typeId: 't1' }],
  'settings.saveAudit': [
    {
      typeId: 't1',
      version: 3,
      answers: [{ questionId: 'sides', says: 'no' }],
      edits: [{ questionId: 'sides', ownerId: '712020:ana', dueOn: '2026-06-01', note: 'Ask the team' }],
    },
  ],
  'settings.completeAudit': [{ typeId: 't1', version: 4 }],
  'settings.closeAuditItem': [{ typeId: 't1', finishedAt: '2026-06-01T09:00:00.000Z', questionId: 'training', done: false }],
  'settings.guides': [{}],
  'settings.guideVersions': [{ typeId: 't1' }],
  'settings.saveGuide': [{ typeId: 't1', version: 0, guide: { ...A_GUIDE, championId: '712020:maya' }, note: 'After the review of May' }],
  'settings.reviewGuide': [{ typeId: 't1', version: 1 }],
  'playbook.index': [{ projectKey: 'SHOP' }, { projectKey: null }],
  'playbook.page': [{ projectKey: 'SHOP', typeId: 't1' }],
  'playbook.versions': [{ projectKey: 'SHOP', typeId: 't1' }],
  'playbook.typeVersions': [{ projectKey: 'SHOP', typeId: 't1' }],
  'playbook.home': [{ projectKey: 'SHOP', typeId: 't1' }],
  'playbook.saveDraft': [{ projectKey: 'SHOP', typeId: 't1', version: 0, basedOn: 2, items: DRAFT.items, note: 'Nobody reads the log' }],
  'playbook.review': [{ projectKey: 'SHOP', typeId: 't1', version: 2 }],
  'playbook.spotChecks': [{ projectKey: 'SHOP', typeId: 't1' }],
  'playbook.saveSpotCheck': [
    { projectKey: 'SHOP', typeId: 't1', version: 0, check: null },
    {
      projectKey: 'SHOP',
      typeId: 't1',
      version: 1,
      check: { handoffId: '10001-t1-1', answers: [{ itemId: 'where_to_test', says: 'unclear' }] },
    },
  ],
  'gadget.projects': [{}],
  'gadget.health': [{ projectId: '10000', typeIds: ['t1'] }],
  'rule.explain': [{ fromStatusId: '10001', toStatusId: '10002' }],
  'admin.overview': [{}],
  'admin.pinPanel': [{ projectIds: ['10000'], pinned: true }],
  'admin.switchRules': [{ enabled: true }],
};

/** Where a value stands in a payload. */
export type Place = readonly string[];

/** Every place of a payload that holds something, its parts after it. */
export function placesOf(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...at, key]))];
}

export function valueAt(payload: unknown, place: Place): unknown {
  return place.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], payload);
}

/** A copy with another value there; undefined leaves it out. */
export function withValue(payload: unknown, place: Place, value: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return value;
  if (Array.isArray(payload))
    return payload.map((element: unknown, index) => (String(index) === key ? withValue(element, rest, value) : element));
  const copy = { ...(payload as Readonly<Record<string, unknown>>) };
  const inner = withValue(copy[key], rest, value);
  if (inner === undefined) return Object.fromEntries(Object.entries(copy).filter(([name]) => name !== key));
  return { ...copy, [key]: inner };
}
