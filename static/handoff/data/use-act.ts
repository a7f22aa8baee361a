import { useCallback, useRef, useState } from 'react';
import type { BridgeContract } from '../../../src/contract/bridge-contract';
import type { HandoffScreen } from '../../../src/contract/handoff-screen';
import { call } from '../../kit/bridge/call';
import { CallFailure } from '../../kit/bridge/call-failure';
import { newCommandId } from '../../kit/bridge/command-id';
import { refreshWorkItem } from '../../kit/bridge/jira-view';
import type { Session } from './use-session';

/** Functions that do something to one handoff and answer with a screen. */
type HandoffAction =
  | 'handoff.approve'
  | 'handoff.handOff'
  | 'handoff.retryOffer'
  | 'handoff.take'
  | 'handoff.giveBack'
  | 'handoff.ask'
  | 'handoff.answer'
  | 'handoff.withdrawQuestion'
  | 'handoff.readback'
  | 'handoff.hearback'
  | 'handoff.countersign'
  | 'handoff.confirmChange'
  | 'handoff.accept'
  | 'handoff.return'
  | 'handoff.retryMove'
  | 'handoff.changeReceiver'
  | 'handoff.changeSender'
  | 'handoff.delegate'
  | 'handoff.waive'
  | 'handoff.hold'
  | 'handoff.release'
  | 'handoff.remind'
  | 'handoff.sendAgain'
  | 'handoff.rate'
  | 'handoff.addNote'
  | 'handoff.recordRework'
  | 'handoff.supersede'
  | 'handoff.handBack'
  | 'handoff.void'
  | 'handoff.withdraw'
  | 'handoff.startAgain'
  | 'handoff.logTalk'
  | 'handoff.confirmTalk'
  | 'handoff.waiveTalk';

type Given<Name extends HandoffAction> = Omit<BridgeContract[Name]['payload'], 'issueId' | 'commandId'>;

/** Runs an action; null when it failed, which the card then shows. */
type Act = <Name extends HandoffAction>(name: Name, given: Given<Name>) => Promise<BridgeContract[Name]['result'] | null>;

/** The one action of a card that runs or failed. */
export interface ActState {
  readonly act: Act;
  readonly busy: HandoffAction | null;
  readonly error: unknown;
  /** Runs the failed action again under the same command id; null where that cannot help. */
  readonly retry: (() => void) | null;
}

function screenOf(result: BridgeContract[HandoffAction]['result']): HandoffScreen {
  return 'screen' in result ? result.screen : result;
}

/** Whether Jira's own view of the work item is old now. */
function movedWorkItem(result: BridgeContract[HandoffAction]['result']): boolean {
  if ('outcome' in result) return result.outcome === 'handedOff';
  return 'move' in result && (result.move === 'moved' || result.assignment === 'assigned');
}

const WORTH_A_RETRY = ['UNREACHABLE', 'STORAGE_BUSY', 'JIRA_UNAVAILABLE', 'INTERNAL'];

/** The actions of a card: one at a time, what waits to be saved first, and the answer shown. */
export function useAct(session: Session): ActState {
  const { issueId, queue, show, reload } = session;
  const [state, setState] = useState<Omit<ActState, 'act'>>({ busy: null, error: null, retry: null });
  const running = useRef(false);

  const act = useCallback<Act>(
    async (name, given) => {
      const commandId = newCommandId();
      const run = async (): Promise<BridgeContract[typeof name]['result'] | null> => {
        if (running.current) return null;
        running.current = true;
        setState({ busy: name, error: null, retry: null });
        try {
          // What is typed must be stored before it is handed off; a failed save shows by itself.
          if (!(await queue.flush())) {
            setState({ busy: null, error: null, retry: null });
            return null;
          }
          const payload = { ...given, commandId, ...(issueId === undefined ? {} : { issueId }) };
          const result = await call(name, payload as BridgeContract[typeof name]['payload']);
          show(screenOf(result));
          if (movedWorkItem(result) && issueId === undefined) void refreshWorkItem();
          setState({ busy: null, error: null, retry: null });
          return result;
        } catch (thrown) {
          const { code } = CallFailure.of(thrown);
          const again = WORTH_A_RETRY.includes(code);
          setState({ busy: null, error: thrown, retry: again ? () => void run() : null });
          if (!again) reload();
          return null;
        } finally {
          running.current = false;
        }
      };
      return run();
    },
    [issueId, queue, show, reload],
  );
  return { act, ...state };
}
