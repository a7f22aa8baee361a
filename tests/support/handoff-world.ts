import { createHash } from 'node:crypto';
import type { Actor, Command, DecisionContext, DraftChange, IssueFacts, Refusal } from '../../src/domain/handoff/command';
import { decide } from '../../src/domain/handoff/decide-all';
import type { HandoffEvent, LoggedEvent } from '../../src/domain/handoff/event';
import { isLogged } from '../../src/domain/handoff/event';
import { emptyRecord } from '../../src/domain/handoff/empty-record';
import { evolveAll } from '../../src/domain/handoff/evolve';
import type { Handoff, HandoffRecord, Instant, ItemAnswer } from '../../src/domain/handoff/handoff';
import { addMs } from '../../src/domain/handoff/instant';
import type { ChecklistItem, HandoffType, NotePrompt } from '../../src/domain/type/handoff-type';

export const MINUTE_MS = 60 * 1000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** SHA-256 of the real thing. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** A checklist item with defaults: required text. */
export function anItem(itemId: string, over: Partial<ChecklistItem> = {}): ChecklistItem {
  const title = `Title of ${itemId}`;
  return {
    itemId,
    title,
    hint: '',
    kind: 'text',
    required: true,
    allowNoneKnown: false,
    allowInDescription: false,
    fieldId: null,
    ...over,
  };
}

/** A note prompt with defaults: optional. */
export function aPrompt(sectionId: string, over: Partial<NotePrompt> = {}): NotePrompt {
  return { sectionId, title: `Title of ${sectionId}`, hint: '', required: false, ...over };
}

/** A type that asks for six things, with optional items of every other kind. */
export function aHandoffType(over: Partial<HandoffType> = {}): HandoffType {
  return {
    typeId: 'dev-qa',
    version: 1,
    name: 'Dev → QA',
    team: 'QA',
    route: { fromStatusIds: ['10'], toStatusId: '20' },
    opensAt: 'offer',
    workItemTypeIds: [],
    items: [
      anItem('pr', { title: 'Pull request', kind: 'link' }),
      anItem('where', { title: 'Where to test' }),
      anItem('how', { title: 'How to check it', allowInDescription: true }),
      anItem('issues', { title: 'Known issues', allowNoneKnown: true }),
      anItem('tested', { title: 'Unit tests pass', kind: 'tick', required: false }),
      anItem('fix-version', { title: 'Fix version', kind: 'field', required: false, fieldId: 'fixVersions' }),
      anItem('screens', { title: 'Screenshots', kind: 'attachment', required: false }),
    ],
    notePrompts: [
      aPrompt('situation', { title: 'Situation', required: true }),
      aPrompt('background', { title: 'Background' }),
      aPrompt('assessment', { title: 'Assessment' }),
      aPrompt('recommendation', { title: 'Recommendation', required: true }),
    ],
    receiver: { kind: 'senderChooses' },
    nextStepRequired: false,
    acceptAssigns: true,
    ...over,
  };
}

/** A work item assigned to Maya, with nothing else on it. */
export function someIssueFacts(over: Partial<IssueFacts> = {}): IssueFacts {
  return {
    issueKey: 'SHOP-1',
    summary: 'Checkout fails for gift cards',
    statusId: '10',
    assigneeId: 'maya',
    hasDescription: false,
    filledFieldIds: [],
    attachments: [],
    receiverFieldAccountId: null,
    ...over,
  };
}

/** A person acting. */
export function user(accountId: string): Actor {
  return { kind: 'user', accountId };
}

export const SYSTEM: Actor = { kind: 'system' };

/** Changes that fill the six things of `aHandoffType` in an untouched draft. */
export function sixThings(): DraftChange[] {
  const item = (id: string, value: ItemAnswer): DraftChange => ({ field: 'item', id, value, basedOn: 0 });
  return [
    item('pr', { kind: 'link', url: 'https://git.example/pr/7' }),
    item('where', { kind: 'text', text: 'Staging, build 41' }),
    item('how', { kind: 'text', text: 'Pay with a gift card and a voucher' }),
    item('issues', { kind: 'noneKnown' }),
    { field: 'section', id: 'situation', value: 'The payment step no longer rejects gift cards', basedOn: 0 },
    { field: 'section', id: 'recommendation', value: 'Check refunds first', basedOn: 0 },
  ];
}

/** Who does it and under which circumstances; what is absent is Maya on the panel with every right. */
export type Circumstances = Partial<DecisionContext> & { readonly by?: string };

/** One work item and everything decided about it: runs commands and keeps record and log. */
export class HandoffWorld {
  record: HandoffRecord = emptyRecord('10001', '10');
  readonly log: LoggedEvent[] = [];
  now: Instant = '2026-03-02T09:00:00.000Z';
  private commands = 0;
  private ids = 0;

  constructor(
    readonly handoffType: HandoffType = aHandoffType(),
    readonly issue: IssueFacts = someIssueFacts(),
  ) {}

  /** What the decider is given. */
  context({ by, ...over }: Circumstances = {}): DecisionContext {
    this.commands += 1;
    return {
      now: this.now,
      actor: user(by ?? 'maya'),
      path: 'panel',
      commandId: `command-${String(this.commands)}`,
      handoffType: this.handoffType,
      issue: this.issue,
      actorCanEdit: true,
      actorIsCandidate: false,
      defaultReceiver: { kind: 'person', accountId: 'ana' },
      sha256,
      newId: () => `id-${String((this.ids += 1))}`,
      ...over,
    };
  }

  /** Runs a command; gives its events, or the refusal when it is refused. */
  run(command: Command, circumstances: Circumstances = {}): { readonly events: readonly HandoffEvent[]; readonly refusal: Refusal | null } {
    const decision = decide(this.record, command, this.context(circumstances));
    if (!decision.ok) return { events: [], refusal: decision.refusal };
    this.record = evolveAll(this.record, decision.events);
    this.log.push(...decision.events.filter(isLogged));
    return { events: decision.events, refusal: null };
  }

  /** Names of the events a command causes; fails the test when it is refused. */
  does(command: Command, circumstances: Circumstances = {}): string[] {
    const { events, refusal } = this.run(command, circumstances);
    if (refusal !== null) throw new Error(`${command.type} was refused: ${refusal.code}`);
    return events.map(({ type }) => type);
  }

  /** Code a command is refused with; null when it is not. */
  refusalOf(command: Command, circumstances: Circumstances = {}): string | null {
    return this.run(command, circumstances).refusal?.code ?? null;
  }

  later(durationMs: number): this {
    this.now = addMs(this.now, durationMs);
    return this;
  }

  /** The newest live handoff. */
  get handoff(): Handoff {
    const handoff = this.record.handoffs.at(-1);
    if (handoff === undefined) throw new Error('No handoff is live');
    return handoff;
  }

  edit(...changes: DraftChange[]): Command {
    return { type: 'edit', typeId: this.handoffType.typeId, changes };
  }

  /** A complete draft of Maya's for Ana. */
  prepared(): this {
    this.does(this.edit(...sixThings()));
    return this.later(MINUTE_MS);
  }

  /** The same, handed off. */
  offered(circumstances: Circumstances = {}): this {
    this.prepared().does({ type: 'offer', handoffId: this.handoff.handoffId }, circumstances);
    return this.later(MINUTE_MS);
  }

  /** The same, accepted by Ana. */
  accepted(): this {
    this.offered().does(this.accept(), { by: 'ana' });
    return this.later(MINUTE_MS);
  }

  /** The same, returned by Ana for one item. */
  returned(itemIds: readonly string[] = ['where'], sectionIds: readonly string[] = []): this {
    this.offered().does(
      { type: 'return', handoffId: this.handoff.handoffId, reason: 'The build is not there', itemIds, sectionIds },
      { by: 'ana' },
    );
    return this.later(MINUTE_MS);
  }

  accept(over: { digest?: string; nextStep?: string | null } = {}): Command {
    return { type: 'accept', handoffId: this.handoff.handoffId, digest: this.handoff.offer?.digest ?? '', nextStep: null, ...over };
  }
}
