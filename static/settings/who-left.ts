import type { SettingsView, TypeDraft } from '../../src/contract/settings';
import { isFormer } from '../../src/domain/audit/former-person';
import type { TextKey, TextVars } from '../kit/text/format-text';

type Text = (key: TextKey, vars?: TextVars) => string;

/** Whether somebody a type names is no longer active in Jira, or was erased since (E20). Somebody still to be picked has not left. */
export function hasLeft(accountId: string | null, people: SettingsView['people']): boolean {
  return accountId !== null && (isFormer(accountId) || people[accountId]?.active === false);
}

/** What of a type names somebody who left, in the words the page has for it: what is to be chosen anew. */
export function whatNamesLeavers({ receiver, options, items }: TypeDraft, people: SettingsView['people'], t: Text): readonly string[] {
  return [
    ...(receiver.kind === 'person' && hasLeft(receiver.accountId, people) ? [t('settings.form.receiver')] : []),
    ...(hasLeft(options?.accountableId ?? null, people) ? [t('settings.form.answering')] : []),
    ...items.filter(({ approverId }) => hasLeft(approverId ?? null, people)).map(({ title }) => t('settings.left.approver', { title })),
  ];
}
