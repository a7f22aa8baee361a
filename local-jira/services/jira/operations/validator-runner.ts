import type { RuleRecord } from '../state/records';

/** What a validator function of the app is called with: issue key, status ids, configuration, changed fields, no user. */
interface ValidatorPayload {
  issue: { key: string };
  configuration: unknown;
  transition: {
    from: { id: string };
    to: { id: string };
    modifiedFields?: Record<string, unknown>;
  };
}

/** `message` is `null` when the function itself failed: the transition stops all the same. */
type Verdict = { passes: true } | { passes: false; message: string | null };

/**
 * Runs one rule of a transition.
 *
 * @param actorId who moves the issue; handed to the app only where the site is told to name principals.
 * @param depth how deep the invocation runs.
 */
export type ValidatorRunner = (rule: RuleRecord, payload: ValidatorPayload, actorId: string, depth: number) => Promise<Verdict>;
