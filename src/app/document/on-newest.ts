import { AppError } from '../app-error';
import type { Machine } from '../ports/machine';

/** Longest pause before it is tried again, in ms: drawn at random so that rivals do not collide once more. */
const PAUSE_UP_TO_MS = 100;

const MAX_ATTEMPTS = 5;

/**
 * Makes a change that holds whatever else a document says, such as marking one line done: where somebody saved meanwhile, it is made again on
 * what they saved, instead of asking the person who pressed.
 *
 * @param attempt Reads the document, changes it, and throws CONFIG_CONFLICT where that came too late.
 * @throws {AppError} CONFIG_CONFLICT when it lost every race, and whatever `attempt` throws.
 */
export async function onNewest<Result>(machine: Pick<Machine, 'pause'>, attempt: () => Promise<Result>): Promise<Result> {
  for (let left = MAX_ATTEMPTS; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 1 || !(error instanceof AppError && error.code === 'CONFIG_CONFLICT')) throw error;
      await machine.pause(PAUSE_UP_TO_MS);
    }
  }
}
