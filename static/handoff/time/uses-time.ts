import type { HandoffCard } from '../../../src/contract/handoff-screen';
import { optionsOf } from '../../../src/domain/type/type-options';

/** Whether anything of this type depends on when people work; where nothing does, nothing is asked and nothing shown. */
export function usesTime({ handoffType }: HandoffCard): boolean {
  const { due, readiness, talk } = optionsOf(handoffType);
  return due !== null || readiness !== 'off' || talk !== 'off';
}
