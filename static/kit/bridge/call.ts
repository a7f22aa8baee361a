import { invoke } from '@forge/bridge';
import type { BridgeContract, BridgeFunction } from '../../../src/contract/bridge-contract';
import type { CallResult } from '../../../src/contract/call';
import { CallFailure } from './call-failure';

function isCallResult<Value>(answer: unknown): answer is CallResult<Value> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';
}

/**
 * Calls a function of the backend and gives its value.
 *
 * Throws {@link CallFailure}, and nothing else: with the backend's code when it refused, with UNREACHABLE when no answer came.
 */
export async function call<Name extends BridgeFunction>(
  name: Name,
  payload: BridgeContract[Name]['payload'],
): Promise<BridgeContract[Name]['result']> {
  let answer: unknown;
  try {
    answer = await invoke(name, payload);
  } catch (cause) {
    throw new CallFailure(null, cause);
  }
  if (!isCallResult<BridgeContract[Name]['result']>(answer)) throw new CallFailure({ code: 'INTERNAL' });
  if (!answer.ok) throw new CallFailure(answer.error);
  return answer.value;
}
