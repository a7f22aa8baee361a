import * as v from 'valibot';

/** Configuration of a workflow rule, stored by Jira with the rule. */
export const ruleConfiguration = v.strictObject({
  schema: v.literal(1),
  requires: v.picklist(['prepared', 'accepted']),
  mode: v.picklist(['enforce', 'observe']),
  onFault: v.picklist(['block', 'allow']),
});
