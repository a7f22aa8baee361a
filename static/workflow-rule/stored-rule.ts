import * as v from 'valibot';

import { ruleConfiguration } from '../../src/contract/rule-configuration';
import type { RuleConfiguration } from '../../src/domain/gate/projection';

/** What Jira keeps for this rule: a configuration, or something that is none (nothing at all included). */
export type StoredRule = { readonly kind: 'stored'; readonly configuration: RuleConfiguration } | { readonly kind: 'broken' };

/** What a new rule does unless the admin says otherwise: the draft must be complete, moves are stopped, also on a fault. */
export const NEW_RULE: RuleConfiguration = { schema: 1, requires: 'prepared', mode: 'enforce', onFault: 'block' };

/** Reads `extension.validatorConfig`: the JSON text the rule was saved with (platform.md 1.1). Takes unknown, never throws. */
export function parseStoredRule(validatorConfig: unknown): StoredRule {
  const parsed = v.safeParse(ruleConfiguration, typeof validatorConfig === 'string' ? parseJson(validatorConfig) : validatorConfig);
  return parsed.success ? { kind: 'stored', configuration: parsed.output } : { kind: 'broken' };
}

/** The text Jira stores with the rule. */
export function toStoredText(configuration: RuleConfiguration): string {
  return JSON.stringify(configuration);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
