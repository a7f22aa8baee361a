import { EMPTY_GUIDE, type Guide } from '../../src/domain/type/guide';

const { reviewedOn: _on, reviewedBy: _by, ...nothing } = EMPTY_GUIDE;

/** What somebody wrote about *Dev → QA*, every part of it, without the review. */
export const A_GUIDE: Omit<Guide, 'reviewedOn' | 'reviewedBy'> = {
  ...nothing,
  whenUsed: 'Each time a story leaves development.',
  flow: { inputs: ['Pull request', 'Test data'], process: ['Move the story to In QA'], outputs: ['A test report'] },
  raciR: {
    responsible: [{ kind: 'role', roleId: '10003', roleName: 'Developers' }],
    accountable: [{ kind: 'role', roleId: '10002', roleName: 'Administrators' }],
    consulted: [{ kind: 'other', name: 'Knowledge base' }],
    informed: [{ kind: 'other', name: 'Customer via ticket' }],
    receiver: [{ kind: 'group', groupId: 'g1', groupName: 'QA team' }],
  },
  agenda: ['What was built', 'What worries us'],
  pitfalls: ['The test account is locked'],
  example: 'The checkout adds the voucher before shipping. Look at refunds first.',
};
