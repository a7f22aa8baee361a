/** Limits of Jira Cloud's REST API and workflow rules the local Jira enforces. */

/** Longest JSON of one entity property's value, in characters (Jira REST v3, "Set issue property"). */
export const MAX_PROPERTY_CHARACTERS = 32_768;

/** Longest key of an entity property, in characters (same page). */
export const MAX_PROPERTY_KEY_CHARACTERS = 255;

/** Longest configuration of a workflow rule in the workflow editor, in bytes (module page "Jira workflow validator": 32 KB). */
export const MAX_RULE_CONFIGURATION_BYTES = 32 * 1024;

/** Issues one `issue/bulkfetch` may name (Jira REST v3, "Bulk fetch issues"). */
export const MAX_BULK_FETCH_ISSUES = 100;

/** Issues one bulk transition or move may name (Jira REST v3, "Issue bulk operations"). */
export const MAX_BULK_ISSUES = 1000;

/** Largest page of `search/jql`; more is cut down to it (Jira REST v3, "Search for issues using JQL"). */
export const MAX_SEARCH_PAGE = 100;
export const DEFAULT_SEARCH_PAGE = 50;

/** Longest summary, in characters. */
export const MAX_SUMMARY_CHARACTERS = 255;

/** Default page of `workflow/rule/config` (Jira REST v3, "Get workflow transition rule configurations"). */
export const DEFAULT_RULE_PAGE = 10;

/** Projects one bulk change of panel pins may name (platform.md 6). */
export const MAX_PIN_PROJECTS = 1000;
