import * as v from 'valibot';

import { ruleConfiguration } from '../contract/rule-configuration';
import { checkGate, type GatePorts } from '../app/check-gate';
import { decideFaultedGate } from '../domain/gate/decide-gate';
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

/** What decides when the rest cannot be read. */
const ruleOnly = v.object({ configuration: v.optional(v.unknown()) });

const invocation = v.object({ license: v.nullish(v.object({ active: v.optional(v.boolean()) }), null) });

/** What the platform makes of the answer: `errorMessage` is shown instead of the move (platform.md 2). */
export interface ValidatorResult {
  readonly result: boolean;
  readonly errorMessage?: string;
}

/** The workflow validator. It answers something in any case: a payload it cannot read ends as the rule says that a fault ends. */
export async function validateTransition(ports: GatePorts, given: unknown, context: unknown): Promise<ValidatorResult> {
  const parsed = v.safeParse(request, given);
  if (!parsed.success) {
    ports.log.warn('gate.unreadable', { path: v.getDotPath(parsed.issues[0]) ?? '' });
    const rule = v.safeParse(ruleOnly, given);
    const verdict = decideFaultedGate(parseRule(rule.success ? rule.output.configuration : undefined), readLicence(context));
    if (verdict.kind === 'allow') return { result: true };
    return { result: false, errorMessage: gateMessage({ ...verdict.denial, left: [] }, BACKEND_TEXTS) };
  }
  const { issue, configuration, transition } = parsed.output;
  const { allowed, message } = await checkGate(
    ports,
    {
      issueKey: issue.key,
      transition: { fromStatusId: transition.from.id, toStatusId: transition.to.id },
      rule: parseRule(configuration),
      modifiedFields: transition.modifiedFields ?? {},
      licenceActive: readLicence(context),
    },
    BACKEND_TEXTS,
  );
  return allowed ? { result: true } : { result: false, ...(message === null ? {} : { errorMessage: message }) };
}

/** Undefined where the platform says nothing, which counts as licensed. */
function readLicence(context: unknown): boolean | undefined {
  const licence = v.safeParse(invocation, context);
  return licence.success ? licence.output.license?.active : undefined;
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
