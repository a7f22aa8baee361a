import type { GroupRecord, RoleRecord, UserRecord } from '../services/jira/state/records';
import { JIRA_ADMIN_GROUP, PROJECT_PERMISSIONS } from '../services/jira/state/permissions';

/** Everybody on the demo site. The first six play the parts of the guide; the rest fill teams. */
export const USERS: UserRecord[] = [
  person('712020:5c3f9a10-7b61-4c0e-9a55-0d3f1b8e2a01', 'Maya Brandt', 'maya', 'sender'),
  person('712020:8e1d2b44-19f7-4f6a-8c02-6b7a9c4d3e02', 'Ana Ferreira', 'ana', 'receiver'),
  person('712020:2a7c6e95-3d48-4b1f-b7e3-91f0a5c8d403', 'Lena Vogt', 'lena', 'lead'),
  person('712020:f4b8d1c3-62a9-4e57-9d10-7c2e8f6a1b04', 'Priya Nair', 'priya', 'projectAdmin'),
  person('712020:0d9e7a58-c4f2-4138-a6bb-3e5d1c9f7205', 'Jonas Ek', 'jonas', 'jiraAdmin'),
  person('712020:b63a0f27-8e1c-49d4-8f75-a2c4e6d80906', 'Otto Marsh', 'otto', 'outsider'),
  person('712020:71e5c9d0-4a3b-4f82-b9c6-5d8f0e2a3b07', 'Tomas Lind', 'tomas', 'member'),
  person('712020:c8f2a6b4-95d7-4e03-a1f8-0b6c3d7e9408', 'Grace Okafor', 'grace', 'member'),
  person('712020:3e0b7d19-f6c8-4a25-8d94-e7a1c5f20b09', 'Wei Zhang', 'wei', 'member'),
  person('712020:94d6e3f8-0c2a-47b1-9e5d-b8f3a07c6110', 'Sara Haddad', 'sara', 'member'),
];

/** @returns the account of one of {@link USERS} by the name before the @. */
export function accountOf(name: string): string {
  const user = USERS.find(({ email }) => email.startsWith(`${name}@`));
  if (user === undefined) throw new Error(`The demo has nobody called ${name}.`);
  return user.accountId;
}

export const GROUPS: GroupRecord[] = [
  { groupId: '6f0c1d52-3b7e-4a68-9c15-d2e4f8a7b301', name: JIRA_ADMIN_GROUP, memberIds: [accountOf('jonas')] },
  { groupId: '6f0c1d52-3b7e-4a68-9c15-d2e4f8a7b302', name: 'qa-team', memberIds: ['ana', 'grace', 'sara'].map(accountOf) },
  { groupId: '6f0c1d52-3b7e-4a68-9c15-d2e4f8a7b303', name: 'developers', memberIds: ['maya', 'tomas', 'wei'].map(accountOf) },
  { groupId: '6f0c1d52-3b7e-4a68-9c15-d2e4f8a7b304', name: 'contractors', memberIds: [accountOf('otto')] },
];

const ADMIN_ONLY: string[] = ['ADMINISTER_PROJECTS', 'DELETE_ISSUES', 'DELETE_ALL_COMMENTS', 'EDIT_ALL_COMMENTS', 'DELETE_ALL_ATTACHMENTS'];

const MEMBER_PERMISSIONS = PROJECT_PERMISSIONS.filter((key) => !ADMIN_ONLY.includes(key));

/** The roles of every project and what each grants in it. */
export const ROLES: RoleRecord[] = [
  { id: '10002', name: 'Administrators', description: 'Run the project', permissions: [...PROJECT_PERMISSIONS] },
  { id: '10003', name: 'Developers', description: 'Build it', permissions: MEMBER_PERMISSIONS },
  { id: '10004', name: 'QA', description: 'Test it', permissions: MEMBER_PERMISSIONS },
  {
    id: '10005',
    name: 'Viewers',
    description: 'Look and comment',
    permissions: ['BROWSE_PROJECTS', 'ADD_COMMENTS', 'VIEW_READONLY_WORKFLOW'],
  },
];

/** One level of issue security in the shop: who only tests does not see what has it. */
export const DEVELOPERS_ONLY = {
  name: 'Developers only',
  description: 'Developers, project and Jira admins',
  userIds: ['lena', 'priya'].map(accountOf),
  groupIds: ['developers', JIRA_ADMIN_GROUP].map(groupIdOf),
};

/** Role holders by role id: groups for the teams, people for what is a person's job. */
export const ROLE_ACTORS = {
  '10002': { userIds: [accountOf('priya')], groupIds: [groupIdOf(JIRA_ADMIN_GROUP)] },
  '10003': { userIds: [accountOf('lena')], groupIds: [groupIdOf('developers')] },
  '10004': { userIds: [], groupIds: [groupIdOf('qa-team')] },
  '10005': { userIds: [], groupIds: [] },
};

function groupIdOf(name: string): string {
  return GROUPS.find((group) => group.name === name)?.groupId ?? name;
}

function person(accountId: string, displayName: string, name: string, part: UserRecord['part']): UserRecord {
  return { accountId, accountType: 'atlassian', displayName, email: `${name}@example.com`, active: true, timeZone: 'Europe/Berlin', part };
}
