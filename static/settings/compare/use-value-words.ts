import type { SettingsView } from '../../../src/contract/settings';
import type { Aspect } from '../../../src/domain/type/compare-versions';
import type { ItemChoice, ItemKind, Condition, ReceiverRule, Route } from '../../../src/domain/type/handoff-type';
import type { DueRule, TypeOptions, WaiverGroup } from '../../../src/domain/type/type-options';
import { personName } from '../../kit/people/person-name';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { routeNames, statusNames } from '../status-name';

/** Where names of what a version points at come from. */
export type Names = Pick<SettingsView, 'statuses' | 'workItemTypes' | 'fields' | 'people'>;

/** Gives what one version holds of an aspect in words. Each aspect's values are of the kind the type says they are. */
export function useValueWords({ statuses, workItemTypes, fields, people }: Names): (aspect: Aspect, value: unknown) => string {
  const t = useText();
  const { locale } = useSurface();
  const nothing = t('settings.compare.nothing');
  const fieldName = (id: string): string => fields.find((field) => field.id === id)?.name ?? id;
  const person = (id: string): string => personName(people, id, t('common.formerUser'));
  const receiver = (rule: ReceiverRule): string => {
    switch (rule.kind) {
      case 'senderChooses':
        return t('settings.receiver.senderChooses');
      case 'person':
        return person(rule.accountId);
      case 'group':
        return `${t('settings.receiver.pick.group')}: ${rule.groupName}`;
      case 'role':
        return `${t('settings.receiver.pick.role')}: ${rule.roleName}`;
      case 'userField':
        return `${t('settings.receiver.pick.userField')}: ${rule.fieldName}`;
    }
  };
  const due = (rule: DueRule): string =>
    rule.kind === 'nextWorkingDay' ? t('settings.due.nextWorkingDay') : t('settings.hours.count', { count: rule.hours });
  const types = (ids: readonly string[]): string =>
    ids.length === 0
      ? t('settings.form.workItemTypesSummary.all')
      : new Intl.ListFormat(locale).format(ids.map((id) => workItemTypes.find((type) => type.id === id)?.name ?? id));
  const worksIn = (ids: readonly string[]): string => {
    const name = statusNames(statuses, t('settings.route.unknown'));
    return ids.length === 0 ? nothing : new Intl.ListFormat(locale).format(ids.map(name));
  };
  const condition = ({ fieldId, equals }: Condition): string => `${fieldName(fieldId)} = ${equals}`;
  const choice = ({ name, none }: ItemChoice): string => (none === true ? `${name} (${t('settings.item.choice.none')})` : name);
  const plain = (value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'settings.compare.yes' : 'settings.compare.no');
    return typeof value === 'number' ? value.toLocaleString(locale) : String(value);
  };

  return (aspect, value) => {
    if (value === null || value === '') return nothing;
    switch (aspect) {
      case 'presence':
        return t('settings.compare.there');
      case 'route':
        return t('settings.route.text', routeNames(value as Route, statusNames(statuses, t('settings.route.unknown')), locale));
      case 'receiver':
        return receiver(value as ReceiverRule);
      case 'workStatusIds':
        return worksIn(value as readonly string[]);
      case 'workItemTypeIds':
        return types(value as readonly string[]);
      case 'opensAt':
        return t(`settings.accepting.opensAt.${value as 'offer' | 'acceptance'}`);
      case 'kind':
        return t(`settings.item.kind.${value as ItemKind}`);
      case 'verificationLevel':
        return t(`settings.accepting.level.${value as TypeOptions['verificationLevel']}`);
      case 'talk':
        return t(`settings.talking.${value as TypeOptions['talk']}`);
      case 'review':
        return t(`settings.review.${value as TypeOptions['review']}`);
      case 'readiness':
        return t(`settings.away.${value as TypeOptions['readiness']}`);
      case 'due':
        return due(value as DueRule);
      case 'supportHours':
        return t('settings.hours.count', { count: value as number });
      case 'accountableId':
      case 'approverId':
        return person(value as string);
      case 'waiverGroup':
        return (value as WaiverGroup).groupName;
      case 'fieldId':
        return fieldName(value as string);
      case 'appliesIf':
        return condition(value as Condition);
      case 'expiresOn':
        return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${value as string}T00:00:00Z`));
      case 'choices':
        return new Intl.ListFormat(locale).format((value as readonly ItemChoice[]).map(choice));
      case 'answeredBy':
        return t('settings.compare.yes');
      default:
        return plain(value);
    }
  };
}
