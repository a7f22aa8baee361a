import type { TypeOptions } from '../../src/domain/type/type-options';

/** A purpose for which options are folded together, in the order of the form. `accepting` stands with what every type says of it. */
export type OptionGroup = 'preparing' | 'answering' | 'away' | 'due' | 'talking' | 'accepting' | 'afterwards';

/** Which options are set under which purpose; each option under one. */
export const OPTION_GROUPS: Readonly<Record<OptionGroup, readonly (keyof TypeOptions)[]>> = {
  preparing: ['unknownAllowed', 'carriesOver', 'selfAllowed'],
  answering: ['accountableId', 'waiversAllowed', 'waiverGroup'],
  away: ['readiness', 'holdAllowed'],
  due: ['due', 'overdueReminds', 'overdueEscalates'],
  talking: ['talk'],
  accepting: ['verificationLevel', 'riskAsked'],
  afterwards: ['supportHours', 'workStatusIds', 'review', 'spotChecks'],
};
