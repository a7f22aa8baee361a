import { createHash } from 'node:crypto';

import { listNewPeople, listPeople } from '../../../src/app/record/people-in-events';
import { openEvent, sealEvent } from '../../../src/domain/audit/event-chain';
import { emptyRecord } from '../../../src/domain/handoff/empty-record';
import { evolveAll } from '../../../src/domain/handoff/evolve';
import type { EventHeader, LoggedBody, LoggedEvent } from '../../../src/domain/handoff/event';
import type { AuditContent, FinishedRun } from '../../../src/domain/ten-questions/audit-content';
import type { AuditRun } from '../../../src/domain/ten-questions/audit-run';
import type { ConfigEvent } from '../../../src/domain/type/config-event';
import type { Guide, RaciEntry } from '../../../src/domain/type/guide';
import type { KeptDraft } from '../../../src/domain/type/kept-draft';
import type { LimitsContent } from '../../../src/domain/metrics/limits-starts';
import type { Review, ReviewContent } from '../../../src/domain/review/review';
import type { SpotCheckContent } from '../../../src/domain/spot-check/spot-check';
import { DOCUMENT_KINDS, type DocumentEvent, type DocumentKind } from '../../../src/domain/type/project-document';
import { aHandoffType, anItem } from '../../support/handoff-world';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const AT = '2026-03-02T09:00:00.000Z';
/** Everything of a person begins like this, be it an account id or a text, so that none can hide. */
const P = (name: string): string => `Private ${name}`;

const header: EventHeader = {
  handoffId: '10-t1-1',
  issueId: '10',
  projectId: '1',
  typeId: 't1',
  typeVersion: 1,
  attempt: 1,
  at: AT,
  actor: { kind: 'user', accountId: P('actor') },
  path: 'panel',
  commandId: 'command-1',
};
const by = P('by');
const receiver = { kind: 'person', accountId: P('receiver') } as const;

/** One of every kind; the compiler asks for a new one when a kind is added. */
const BODIES: { readonly [Type in LoggedBody['type']]: Extract<LoggedBody, { type: Type }> } = {
  created: { type: 'created', by, n: 1, sender: P('sender'), receiver },
  item_changed: { type: 'item_changed', changes: [{ id: 'i1', value: { kind: 'text', text: P('text') }, by, savedAt: AT, version: 1 }] },
  note_changed: { type: 'note_changed', changes: [{ id: 's1', value: P('note'), by, savedAt: AT, version: 1 }] },
  sender_changed: { type: 'sender_changed', by, sender: P('sender'), version: 2, reason: P('reason') },
  receiver_changed: { type: 'receiver_changed', by, receiver, version: 2, delegatedFrom: P('former receiver') },
  offered: {
    type: 'offered',
    by,
    receiver,
    digest: 'd',
    dueAt: AT,
    calendar: { zone: P('zone'), week: [{ day: 1, from: 540, to: 1020 }], daysOff: [P('day off')], version: 1 },
    talk: { pieces: 6, rule: 'pieces' },
    readinessOverride: P('override'),
    self: true,
  },
  acknowledged: { type: 'acknowledged', by },
  unclaimed: { type: 'unclaimed', by },
  'question.asked': { type: 'question.asked', by, questionId: 'q1', text: P('question') },
  'question.answered': { type: 'question.answered', by, questionId: 'q1', text: P('answer') },
  'question.withdrawn': { type: 'question.withdrawn', by, questionId: 'q1' },
  risk_changed: { type: 'risk_changed', by, risk: 'high', version: 1 },
  'readback.submitted': { type: 'readback.submitted', by, answers: [{ questionId: 's1', text: P('answer'), passed: true }] },
  'readback.confirmed': { type: 'readback.confirmed', by },
  'readback.corrected_by_sender': { type: 'readback.corrected_by_sender', by, corrections: [{ questionId: 's1', text: P('text') }] },
  countersigned: { type: 'countersigned', by, digest: 'd' },
  change_confirmed: { type: 'change_confirmed', by, facts: [{ itemId: 'i1', shown: P('value'), valueHash: P('hash') }] },
  accepted: {
    type: 'accepted',
    by,
    nextStep: P('next step'),
    digest: 'd',
    waived: true,
    facts: [{ itemId: 'i1', shown: P('value'), valueHash: P('hash') }],
  },
  returned: { type: 'returned', by, reason: P('reason'), itemIds: ['i1'], sectionIds: [] },
  revised: { type: 'revised', by },
  'rating.set': { type: 'rating.set', value: 4, comment: P('comment') },
  'rating.changed': { type: 'rating.changed', value: 5, comment: P('comment') },
  'note.added': { type: 'note.added', by, text: P('team note') },
  'rework.recorded': {
    type: 'rework.recorded',
    kind: 'receiver',
    by,
    text: P('what was missing'),
    itemIds: ['i1'],
    sectionIds: ['s1'],
    movedAt: AT,
  },
  'work.started': { type: 'work.started', movedAt: AT },
  reminded: { type: 'reminded', by },
  'sync.logged': { type: 'sync.logged', by },
  'sync.confirmed': { type: 'sync.confirmed', by },
  'talk.waived': { type: 'talk.waived', by, instead: 'note', text: P('waiver') },
  overdue: { type: 'overdue', remindedId: P('receiver'), escalatedToId: P('admin') },
  moved_incomplete: { type: 'moved_incomplete', leftIds: ['i1'] },
  'gate.denied': { type: 'gate.denied', missedIds: ['i1'] },
  'gate.would_block': { type: 'gate.would_block', missedIds: ['i1'] },
  'waiver.granted': { type: 'waiver.granted', by, reason: P('reason'), kinds: ['left'], expiresAt: AT },
  'readiness.overridden': { type: 'readiness.overridden', by, reason: P('release tonight') },
  'waiver.used': { type: 'waiver.used', kind: 'left' },
  'waiver.expired': { type: 'waiver.expired' },
  'gate.bypassed': { type: 'gate.bypassed', by, fromStatusIds: ['10'], toStatusId: '20' },
  held: { type: 'held', by, heldUntil: AT },
  released: { type: 'released', by },
  'hold.stuck': { type: 'hold.stuck', kind: 'away' },
  superseded: { type: 'superseded', by, successorId: '10-t1-2' },
  voided: { type: 'voided', by, endReason: 'enteredInError' },
  closed: { type: 'closed', endReason: 'timeout' },
  cancelled: { type: 'cancelled', by, reason: P('reason'), endReason: 'ticketClosed' },
};

const configHeader = { projectId: '1', at: AT, actorId: P('admin'), commandId: 'command-1' };
const handoffType = {
  ...aHandoffType({ items: [anItem('i1', { kind: 'approval', approverId: P('approver') })], options: { accountableId: P('accountable') } }),
  name: P('name'),
  team: P('team'),
  receiver,
};
const CONFIG: readonly ConfigEvent[] = [
  { ...configHeader, type: 'project.turned_on' },
  { ...configHeader, type: 'project.turned_off' },
  { ...configHeader, type: 'type.published', handoffType },
  { ...configHeader, type: 'type.published', handoffType, change: { note: P('note'), at: AT, by } },
  { ...configHeader, type: 'type.switched', typeId: 't1', active: true, gatePaused: false },
];

const person: RaciEntry = { kind: 'person', accountId: P('in the row') };
const other: RaciEntry = { kind: 'other', name: P('customer') };
const guide: Guide = {
  championId: P('champion'),
  whenUsed: P('when'),
  flow: { inputs: [P('input')], process: [P('process')], outputs: [P('output')] },
  raciR: {
    responsible: [person],
    accountable: [{ kind: 'role', roleId: 'r1', roleName: P('role') }],
    consulted: [{ kind: 'group', groupId: 'g1', groupName: P('group') }],
    informed: [{ kind: 'userField', fieldId: 'f1', fieldName: P('field') }, other],
    receiver: [person],
  },
  agenda: [P('agenda')],
  pitfalls: [P('pitfall')],
  example: P('example'),
  reviewedOn: '2026-03-02',
  reviewedBy: P('reader'),
};
const { typeId: _typeId, version: _version, ...draft } = handoffType;
const run: AuditRun = {
  begunAt: AT,
  answers: [{ questionId: 'sides', says: 'no' }],
  items: [{ questionId: 'sides', ownerId: P('owner'), dueOn: '2026-03-16', note: P('what to do'), edited: true }],
};
const finishedRun: FinishedRun = {
  ...run,
  items: run.items.map((item) => ({ ...item, done: { by, at: AT } })),
  finished: { at: AT, by },
  typeVersion: 1,
  proposals: [{ questionId: 'training', says: 'unknown', fact: 'training.notKnown' }],
  noCount: 1,
  priority: false,
  nextDueOn: '2026-06-02',
};
const review: Review = {
  month: '2026-02',
  opened: { by, at: AT },
  signals: [{ key: 'review.signal.chart', name: P('chart'), at: AT }],
  numbers: null,
  lists: {
    slow: [{ handoffId: '10-t1-1', hours: 7.5 }],
    redone: [{ handoffId: '10-t1-1', returns: 1, reworks: 0 }],
    missing: [{ itemId: 'i1', title: P('item'), handoffs: 1, returns: 1 }],
  },
  idleItems: [{ itemId: 'i1', title: P('item'), accepted: 30 }],
  invited: [{ accountId: P('champion') }],
  began: { guideVersion: 1, typeVersion: 1 },
  words: {
    ...{ slow: P('slow'), redone: P('redone'), missing: P('missing'), finding: P('finding') },
    decisions: [
      {
        text: P('decision'),
        ownerId: P('owner'),
        dueOn: '2026-03-16',
        change: { kind: 'peerReview', title: P('title') },
        done: { by, at: AT },
      },
    ],
    failed: { cause: P('cause'), checklistGap: 'yes', trainingGap: 'no' },
    playbook: { kind: 'noChange', why: P('why') },
  },
  finished: { by, at: AT },
  cosigned: { by: P('accountable'), at: AT },
  drafted: [{ kind: 'peerReview', itemId: 'i2', basedOn: 1 }],
};
const CONTENTS: Readonly<Record<DocumentKind, object>> = {
  guide,
  draft: { basedOn: 1, draft } satisfies KeptDraft,
  audit: { schema: 1, current: run, runs: [finishedRun] } satisfies AuditContent,
  review: { schema: 1, open: null, past: [review] } satisfies ReviewContent,
  spotCheck: {
    ...{ schema: 1, seed: '6f0c1d52', rate: 10, clean: 0 },
    checks: [{ handoffId: '10-t1-1', month: '2026-02', answers: [{ itemId: 'i1', says: 'false' }], evidence: { k: 1, n: 2 } }],
  } satisfies SpotCheckContent,
  limits: { starts: [{ from: '2026-02-12', reason: P('reason'), by, at: AT }] } satisfies LimitsContent,
};
const DOCUMENTS = DOCUMENT_KINDS.map((kind): DocumentEvent => {
  const id = { projectId: '1', kind, typeId: 't1' };
  return { type: 'document.saved', ...id, version: 2, at: AT, actorId: P('admin'), note: P('why'), content: CONTENTS[kind] };
});

const EVENTS = [...Object.values(BODIES).map((body): LoggedEvent => ({ ...header, ...body })), ...CONFIG, ...DOCUMENTS];
/** A document's event is named by what it is of as well. */
const named = EVENTS.map(
  (event) => ['kind' in event && event.type === 'document.saved' ? `${event.kind} saved` : event.type, event] as const,
);

describe('what of an event is personal', () => {
  it.each(named)('%s: no account id and no text stands in its body, and all of it opens again', (_type, event) => {
    const sealed = sealEvent(event, { previousHash: '', seq: 1, sha256, newSalt: () => 'salt' });
    expect(JSON.stringify(sealed.body)).not.toContain('Private');
    expect(openEvent(sealed)).toEqual(event);
  });
});

describe('who is reported', () => {
  const inHandoffs = ['actor', 'by', 'sender', 'receiver', 'former receiver', 'admin', 'approver', 'accountable'];
  const accountIds = [...inHandoffs, 'champion', 'reader', 'in the row', 'owner'].map(P);

  it.each(named)('%s: exactly the account ids in it', (_type, event) => {
    const expected = accountIds.filter((id) => JSON.stringify(event).includes(`"${id}"`));
    expect(listPeople(event).sort()).toEqual([...expected].sort());
  });

  it('E20: a third editor is new, the pair is not once it is known', () => {
    const created: LoggedEvent = { ...header, ...BODIES.created };
    const before = evolveAll(emptyRecord('10', '1'), [created]);
    const edited: LoggedEvent = {
      ...header,
      actor: { kind: 'user', accountId: P('third') },
      type: 'note_changed',
      changes: [{ id: 'by', value: P('note'), by: P('third'), savedAt: AT, version: 1 }],
    };
    expect(listNewPeople(before, [edited])).toEqual([P('third')]);
    expect(listNewPeople(evolveAll(before, [edited]), [{ ...edited, type: 'cancelled', by: P('sender'), reason: '' }])).toEqual([]);
  });
});
