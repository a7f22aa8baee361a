import type { FramePlace } from '../site';
import type { DemoSite } from './run-demo';

/** What the demo needs to see of a screen the app answers with. */
interface Screen {
  readonly cards: readonly {
    readonly handoffType: { readonly typeId: string };
    readonly handoff: DemoState | null;
  }[];
}

interface DemoState {
  readonly handoffId: string;
  readonly receiver: { readonly version: number } | null;
  readonly items: Readonly<Record<string, { readonly version: number }>>;
  readonly note: Readonly<Record<string, { readonly version: number }>>;
  readonly offer: { readonly digest: string } | null;
  readonly questions: readonly { readonly questionId: string }[];
}

/** What somebody writes into a handoff of the demo: answers by item id, note by section id. */
export interface DemoPackage {
  readonly items: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly note: Readonly<Record<string, string>>;
}

let commandNumber = 0;

/** A fresh command id; the demo is played once per data folder, so a counter is enough. */
function nextCommandId(): string {
  commandNumber += 1;
  return `demo-command-${String(commandNumber).padStart(4, '0')}`;
}

/**
 * Calls a function of the app and unwraps its envelope.
 *
 * @throws {Error} naming the function and the app's error code.
 */
export async function call<T>(site: DemoSite, name: string, asked: Parameters<DemoSite['invoke']>[1]): Promise<T> {
  const answer = (await site.invoke(name, asked)) as { ok: true; value: T } | { ok: false; error: unknown };
  if (!answer.ok) throw new Error(`${asked.functionKey} answered ${JSON.stringify(answer.error)}`);
  return answer.value;
}

/** The handoff of one work item, told as the steps of the people in it. */
export class DemoHandoff {
  constructor(
    private readonly site: DemoSite,
    private readonly issueKey: string,
  ) {}

  /** Fills the draft and names the receiver where `to` is somebody. */
  async fill(sender: string, content: DemoPackage, to: string | null): Promise<void> {
    const { handoffType, handoff } = await this.card(sender);
    const changes = [
      ...Object.entries(content.items).map(([id, value]) => ({ field: 'item', id, value, basedOn: handoff?.items[id]?.version ?? 0 })),
      ...Object.entries(content.note).map(([id, value]) => ({ field: 'section', id, value, basedOn: handoff?.note[id]?.version ?? 0 })),
    ];
    await this.ask(sender, 'handoff.edit', { typeId: handoffType.typeId, changes });
    if (to === null) return;
    const begun = (await this.card(sender)).handoff;
    const value = { kind: 'person', accountId: this.site.accountOf(to) };
    await this.ask(sender, 'handoff.edit', {
      typeId: handoffType.typeId,
      changes: [{ field: 'receiver', value, basedOn: begun?.receiver?.version ?? 0 }],
    });
  }

  async handOff(sender: string): Promise<void> {
    const answer = await this.ask<{ outcome: string }>(sender, 'handoff.handOff', await this.named(sender));
    if (answer.outcome !== 'handedOff') throw new Error(`handing off ${this.issueKey} ended in ${answer.outcome}`);
    await this.site.idle();
  }

  async askQuestion(receiver: string, text: string): Promise<void> {
    await this.ask(receiver, 'handoff.ask', { ...(await this.named(receiver)), text });
  }

  async answer(sender: string, text: string): Promise<void> {
    const { handoff } = await this.card(sender);
    await this.ask(sender, 'handoff.answer', { ...(await this.named(sender)), questionId: handoff?.questions.at(-1)?.questionId, text });
  }

  async accept(receiver: string, nextStep: string | null): Promise<void> {
    const { handoff } = await this.card(receiver);
    await this.ask(receiver, 'handoff.accept', { ...(await this.named(receiver)), digest: handoff?.offer?.digest, nextStep });
    await this.site.idle();
  }

  async giveBackForMore(receiver: string, reason: string, itemIds: readonly string[]): Promise<void> {
    await this.ask(receiver, 'handoff.return', { ...(await this.named(receiver)), reason, itemIds, sectionIds: [] });
    await this.site.idle();
  }

  async rate(receiver: string, value: number): Promise<void> {
    await this.ask(receiver, 'handoff.rate', { ...(await this.named(receiver)), value, comment: null });
  }

  private async card(name: string): Promise<Screen['cards'][number]> {
    const screen = await call<Screen>(this.site, name, {
      moduleKey: 'handoff-context',
      place: this.place,
      functionKey: 'handoff.get',
      payload: {},
    });
    const [card] = screen.cards;
    if (card === undefined) throw new Error(`${this.issueKey} shows no handoff`);
    return card;
  }

  private async named(name: string): Promise<{ handoffId: string | undefined }> {
    return { handoffId: (await this.card(name)).handoff?.handoffId };
  }

  private ask<T = unknown>(name: string, functionKey: string, payload: object): Promise<T> {
    return call<T>(this.site, name, {
      moduleKey: 'handoff-context',
      place: this.place,
      functionKey,
      payload: { commandId: nextCommandId(), ...payload },
    });
  }

  private get place(): FramePlace {
    return { kind: 'issue', issueKey: this.issueKey };
  }
}
