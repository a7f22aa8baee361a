import type { HandoffScreen } from '../contract/handoff-screen';
import type { Command } from '../domain/handoff/command';
import { runCommand, type CommandPorts } from './command/run-command';
import type { AppPorts, IssueCaller } from './ports/app-ports';
import { showScreen } from './screen/show-screen';

/** Commands that need nothing but the pipeline: they move no work item and look nothing further up. */
export type PlainCommand = Extract<
  Command,
  {
    type:
      | 'logTalk'
      | 'confirmTalk'
      | 'waiveTalk'
      | 'approve'
      | 'offer'
      | 'take'
      | 'giveBack'
      | 'ask'
      | 'answer'
      | 'readback'
      | 'hearback'
      | 'countersign'
      | 'confirmChange'
      | 'changeReceiver'
      | 'changeSender'
      | 'delegate'
      | 'waive'
      | 'hold'
      | 'release'
      | 'remind'
      | 'rate'
      | 'addNote'
      | 'withdrawQuestion'
      | 'recordRework'
      | 'supersede'
      | 'withdraw';
  }
>;

/** Does one thing with one handoff and answers with the screen as it stands then; done twice it has one effect. */
export async function actOnHandoff(
  ports: CommandPorts & Pick<AppPorts, 'people'>,
  caller: IssueCaller,
  { commandId, command }: { readonly commandId: string; readonly command: PlainCommand },
): Promise<HandoffScreen> {
  return showScreen(ports, caller, await runCommand(ports, caller, { commandId, toCommand: () => command }));
}
