import type { TypeDraft } from '../../src/contract/settings';
import { normaliseOptions, NO_OPTIONS, type TypeOptions } from '../../src/domain/type/type-options';
import type { TextKey, TextVars } from '../kit/text/format-text';
import type { OptionGroup } from './option-groups';

type Text = (key: TextKey, vars?: TextVars) => string;

/** What is switched on under each purpose, in a few words each; an empty list where nothing is. `accountable` names who answers, if anybody. */
export function optionFacts(draft: TypeDraft, accountable: string, t: Text): Readonly<Record<OptionGroup, readonly string[]>> {
  const options: TypeOptions = { ...NO_OPTIONS, ...normaliseOptions(draft.options) };
  const when = (isOn: boolean, key: TextKey, vars?: TextVars): readonly string[] => (isOn ? [t(key, vars)] : []);
  return {
    preparing: (['unknownAllowed', 'carriesOver', 'selfAllowed'] as const).flatMap((name) =>
      when(options[name], `settings.fact.preparing.${name}`),
    ),
    answering: [
      ...(options.accountableId === null ? [] : [accountable]),
      ...when(options.waiversAllowed, 'settings.fact.answering.waives'),
      ...when(options.waiverGroup !== null, 'settings.fact.answering.waiverGroup', { group: options.waiverGroup?.groupName ?? '' }),
    ],
    away: [
      ...(options.readiness === 'off' ? [] : [t(`settings.fact.away.${options.readiness}`)]),
      ...when(options.holdAllowed, 'settings.fact.away.hold'),
    ],
    due: [
      ...when(options.due?.kind === 'nextWorkingDay', 'settings.fact.due.nextWorkingDay'),
      ...(options.due?.kind === 'workingHours' ? [t('settings.hours.count', { count: options.due.hours })] : []),
      ...when(options.overdueReminds, 'settings.fact.due.reminds'),
      ...when(options.overdueEscalates, 'settings.fact.due.escalates', { name: accountable }),
    ],
    talking: options.talk === 'off' ? [] : [t(`settings.fact.talking.${options.talk}`)],
    accepting: when(options.riskAsked, 'settings.fact.accepting.risk'),
    afterwards: [
      ...(options.supportHours === null ? [] : [t('settings.fact.afterwards', { count: options.supportHours })]),
      ...when(options.workStatusIds.length > 0, 'settings.fact.afterwards.work'),
      ...(options.review === 'off' ? [] : [t(`settings.fact.afterwards.review.${options.review}`)]),
      ...when(options.spotChecks, 'settings.fact.afterwards.spotChecks'),
    ],
  };
}
