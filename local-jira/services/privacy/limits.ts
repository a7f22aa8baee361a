/** Accounts one report may name (Atlassian's page "Privacy API"). */
export const MAX_ACCOUNTS_PER_REPORT = 90;

/** The account Atlassian documents as closed, for trying the report ("User privacy guide"). */
export const CLOSED_TEST_ACCOUNT_ID = '5be24ba3f91c106033269289';
