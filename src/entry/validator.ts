import * as v from 'valibot';

import { ruleConfiguration } from '../contract/payloads';
import { checkGate, type GatePorts } from '../app/check-gate';
import { gateMessage } from '../domain/gate/gate-message';
import { BACKEND_TEXTS } from './backend-texts';

const request = v.object({
  issue: v.object({ key: v.string() }),
  configuration: v.optional(v.unknown()),
  transition: v.object({
    from: v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)) }),
    to: v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)) }),
    modifiedFields: v.nullish(v.record(v.string(), v.unknown())),
  }),
});

const invocation = v.object({ license: v.nullish(v.object({ active: v.optional(v.boolean()) }), null) });

/** What the platform makes of the answer: `errorMessage` is shown instead of the move (platform.md 2). */
export interface ValidatorResult {
  readonly result: boolean;
  readonly errorMessage?: string;
}

/** The workflow validator. It answers something in any case: a payload it cannot read stops the move like any other fault. */
export async function validateTransition(ports: GatePorts, given: unknown, context: unknown): Promise<ValidatorResult> {
  const parsed = v.safeParse(request, given);
  if (!parsed.success) {
    ports.log.warn('gate.unreadable', { path: v.getDotPath(parsed.issues[0]) ?? '' });
    return { result: false, errorMessage: gateMessage({ code: 'CANNOT_CHECK', team: null, left: [], leftCount: 0 }, BACKEND_TEXTS) };
  }
  const { issue, configuration, transition } = parsed.output;
  const licence = v.safeParse(invocation, context);
  const { allowed, message } = await checkGate(
    ports,
    {
      issueKey: issue.key,
      transition: { fromStatusId: transition.from.id, toStatusId: transition.to.id },
      rule: parseRule(configuration),
      modifiedFields: transition.modifiedFields ?? {},
      licenceActive: licence.success ? licence.output.license?.active : undefined,
    },
    BACKEND_TEXTS,
  );
  return allowed ? { result: true } : { result: false, ...(message === null ? {} : { errorMessage: message }) };
}

/** Jira hands the configuration on as the page saved it, or as the text it saved. */
function parseRule(configuration: unknown) {
  const parsed = v.safeParse(ruleConfiguration, typeof configuration === 'string' ? parseJson(configuration) : configuration);
  return parsed.success ? parsed.output : 'malformed';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
