/**
 * A rule as people build them in Jira Automation: one trigger, one action. Statuses and fields go by their names, fields
 * also by id; `from`, `to` and `value` absent mean any.
 */
export interface AutomationRule {
  id: string;
  name: string;
  trigger: { kind: 'statusChanged'; from?: string; to?: string } | { kind: 'fieldChanged'; field: string; value?: string };
  action: { kind: 'transition'; toStatus: string } | { kind: 'comment'; text: string } | { kind: 'edit'; fields: Record<string, unknown> };
}

/** A line of the audit log: what one run of a rule came to. `message` is Jira's refusal, `null` on success. */
export interface AutomationRun {
  id: string;
  ruleId: string;
  issueKey: string;
  at: string;
  outcome: 'success' | 'failure';
  message: string | null;
}

/**
 * Reads a rule as it is posted to `/_local/automation`.
 *
 * @throws {TypeError} with a sentence for the caller when it makes no sense.
 */
export function parseAutomationRule(value: unknown): Omit<AutomationRule, 'id'> {
  const { name, trigger, action } = toRecord(value, 'A rule');
  if (typeof name !== 'string' || name === '') throw new TypeError('A rule has a name.');
  return { name, trigger: parseTrigger(trigger), action: parseAction(action) };
}

function parseTrigger(value: unknown): AutomationRule['trigger'] {
  const { kind, from, to, field, value: wanted } = toRecord(value, 'A trigger');
  if (kind === 'statusChanged') return { kind, ...optionalText('from', from), ...optionalText('to', to) };
  if (kind === 'fieldChanged' && typeof field === 'string') return { kind, field, ...optionalText('value', wanted) };
  throw new TypeError('A trigger is {"kind": "statusChanged", "from"?, "to"?} or {"kind": "fieldChanged", "field", "value"?}.');
}

function parseAction(value: unknown): AutomationRule['action'] {
  const { kind, toStatus, text, fields } = toRecord(value, 'An action');
  if (kind === 'transition' && typeof toStatus === 'string') return { kind, toStatus };
  if (kind === 'comment' && typeof text === 'string') return { kind, text };
  if (kind === 'edit') return { kind, fields: toRecord(fields, 'The fields of an edit') };
  throw new TypeError('An action is {"kind": "transition", "toStatus"}, {"kind": "comment", "text"} or {"kind": "edit", "fields"}.');
}

function optionalText<Name extends string>(name: Name, value: unknown): { [Key in Name]?: string } {
  if (value === undefined) return {};
  if (typeof value !== 'string') throw new TypeError(`${name} is a text.`);
  return { [name]: value } as { [Key in Name]?: string };
}

function toRecord(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError(`${what} is a JSON object.`);
  return value as Record<string, unknown>;
}
