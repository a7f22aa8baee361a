import type { TypeOptions } from '../../src/domain/type/type-options';

/** Every option on, each as far as it goes, with somebody who answers for the type. */
export function everyOption(accountableId: string): TypeOptions {
  return {
    accountableId,
    selfAllowed: true,
    riskAsked: true,
    verificationLevel: 3,
    talk: 'required',
    due: { kind: 'workingHours', hours: 4 },
    overdueReminds: true,
    overdueEscalates: true,
    readiness: 'blocks',
    holdAllowed: true,
    supportHours: 8,
    unknownAllowed: true,
    carriesOver: true,
    waiversAllowed: true,
    waiverGroup: { groupId: 'release-managers', groupName: 'Release managers' },
    readbackPrompt: 'What will you test first?',
    workStatusIds: ['5'],
    review: 'monthly',
    spotChecks: true,
  };
}
