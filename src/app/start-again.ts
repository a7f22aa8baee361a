import type { HandoffScreen } from '../contract/handoff-screen';
import type { ItemAnswer } from '../domain/handoff/handoff';
import type { HandoffPackage } from '../domain/handoff/handoff-package';
import { AppError } from './app-error';
import { readStore } from './store-trouble';
import { runCommand, type CommandPorts } from './command/run-command';
import type { AppPorts, IssueCaller } from './ports/app-ports';
import { showScreen } from './screen/show-screen';

/** Begins a new draft with what a withdrawn handoff held when it was last handed over; empty where it never was. */
export async function startAgain(
  ports: CommandPorts & Pick<AppPorts, 'people'>,
  caller: IssueCaller,
  { commandId, handoffId }: { readonly commandId: string; readonly handoffId: string },
): Promise<HandoffScreen> {
  const stored = await readStore(ports.records.find(caller.issueId));
  const ended = stored?.record.ended.find((each) => each.handoffId === handoffId);
  if (ended === undefined) throw new AppError('NOT_FOUND');
  const round = ended.lastOfferedAt === null ? null : await readStore(ports.records.findRound(handoffId, ended.attempts));
  const content = round === null ? { items: {}, note: {}, receiver: null } : toContent(round.package);
  const ran = await runCommand(ports, caller, { commandId, toCommand: () => ({ type: 'startAgain', typeId: ended.typeId, ...content }) });
  return showScreen(ports, caller, ran);
}

function toContent({ items, note, receiver }: HandoffPackage) {
  const answers = items.flatMap(({ itemId, answer }): [string, ItemAnswer][] =>
    answer === null || answer.kind === 'field' || answer.kind === 'attachments' ? [] : [[itemId, answer]],
  );
  return { items: Object.fromEntries(answers), note: Object.fromEntries(note.map(({ sectionId, text }) => [sectionId, text])), receiver };
}
