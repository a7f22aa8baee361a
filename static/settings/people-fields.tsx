import { useState } from 'react';
import type { SettingsView, TypeDraft } from '../../src/contract/settings';
import { optionsOf } from '../../src/domain/type/type-options';
import { ChoiceList } from '../kit/form/choice-list';
import { FormField } from '../kit/form/form-field';
import form from '../kit/layout/form-layout.module.css';
import { useText } from '../kit/text/use-text';
import { fieldIds } from './draft-problems';
import { FindReceiver } from './find-receiver';
import { OptionCheck } from './option-check';
import type { ProblemOf } from './problem-texts';
import { withOptions } from './type-draft';
import { hasLeft } from './who-left';

interface OptionFieldsProps {
  readonly draft: TypeDraft;
  readonly onChange: (draft: TypeDraft) => void;
}

interface AnsweringFieldsProps extends OptionFieldsProps {
  readonly people: SettingsView['people'];
  readonly problemOf: ProblemOf;
  readonly onPicked: (accountId: string, name: string) => void;
}

/** Who answers for the handoff where the two cannot go on, and what that person may do. */
export function AnsweringFields({ draft, people, problemOf, onPicked, onChange }: AnsweringFieldsProps) {
  const t = useText();
  const { waiversAllowed, waiverGroup } = optionsOf(draft);
  const accountableId = draft.options?.accountableId ?? null;
  const problem = problemOf(fieldIds.accountable);
  return (
    <div className={form.stack}>
      <ChoiceList
        legend={<span className={form.foldName}>{t('settings.answering')}</span>}
        choices={(['nobody', 'person'] as const).map((value) => ({ value, label: t(`settings.answering.${value}`) }))}
        value={accountableId === null ? 'nobody' : 'person'}
        onChange={(value) => onChange(withOptions(draft, { accountableId: value === 'nobody' ? null : (accountableId ?? '') }))}
        nested={
          accountableId !== null && (
            <FormField
              id={fieldIds.accountable}
              label={t('settings.receiver.pick.person')}
              hint={t(hasLeft(accountableId, people) ? 'settings.answering.left' : 'settings.answering.hint')}
              problem={problem}
            >
              <FindReceiver
                inputId={fieldIds.accountable}
                isInvalid={problem !== undefined}
                people={people}
                receiver={{ kind: 'person', accountId: accountableId }}
                onChange={(picked, name) => {
                  if (picked.kind !== 'person') return;
                  onPicked(picked.accountId, name);
                  onChange(withOptions(draft, { accountableId: picked.accountId }));
                }}
              />
            </FormField>
          )
        }
      />
      {(accountableId !== null || waiverGroup !== null) && (
        <OptionCheck
          label={t('settings.answering.waives')}
          hint={t('settings.answering.waivesHint')}
          isOn={waiversAllowed}
          onChange={(isOn) => onChange(withOptions(draft, { waiversAllowed: isOn }))}
        />
      )}
      {waiversAllowed && <WaiverGroupField draft={draft} people={people} onChange={onChange} />}
    </div>
  );
}

/** The group whose members may let a move pass too. Ticked and nothing picked is the same as not ticked. */
function WaiverGroupField({ draft, people, onChange }: OptionFieldsProps & Pick<AnsweringFieldsProps, 'people'>) {
  const t = useText();
  const { waiverGroup } = optionsOf(draft);
  const [isPicking, setPicking] = useState(waiverGroup !== null);
  return (
    <div className={form.stack}>
      <OptionCheck
        label={t('settings.answering.waiverGroup')}
        hint={t('settings.answering.waiverGroupHint')}
        isOn={isPicking}
        onChange={(isOn) => {
          setPicking(isOn);
          if (!isOn) onChange(withOptions(draft, { waiverGroup: null }));
        }}
      />
      {isPicking && (
        <FormField id={fieldIds.waiverGroup} label={t('settings.receiver.pick.group')}>
          <FindReceiver
            inputId={fieldIds.waiverGroup}
            isInvalid={false}
            people={people}
            receiver={{ kind: 'group', ...(waiverGroup ?? { groupId: '', groupName: '' }) }}
            onChange={(picked) => {
              if (picked.kind !== 'group') return;
              onChange(withOptions(draft, { waiverGroup: { groupId: picked.groupId, groupName: picked.groupName } }));
            }}
          />
        </FormField>
      )}
    </div>
  );
}

/** What the sender may do while preparing beyond answering. */
export function PreparingFields({ draft, onChange }: OptionFieldsProps) {
  const t = useText();
  const options = optionsOf(draft);
  return (
    <div className={form.stack}>
      {(['unknownAllowed', 'carriesOver', 'selfAllowed'] as const).map((name) => (
        <OptionCheck
          key={name}
          label={t(`settings.preparing.${name}`)}
          hint={t(`settings.preparing.${name}Hint`)}
          isOn={options[name]}
          onChange={(isOn) => onChange(withOptions(draft, { [name]: isOn }))}
        />
      ))}
    </div>
  );
}

/** Whether talking is advised where much is handed over. */
export function TalkingFields({ draft, onChange }: OptionFieldsProps) {
  const t = useText();
  return (
    <ChoiceList
      legend={<span className={form.foldName}>{t('settings.talking')}</span>}
      choices={(['off', 'hint', 'required'] as const).map((value) => ({
        value,
        label: t(`settings.talking.${value}`),
        ...(value === 'off' ? {} : { text: t(`settings.talking.${value}Text`) }),
      }))}
      value={optionsOf(draft).talk}
      onChange={(talk) => onChange(withOptions(draft, { talk }))}
    />
  );
}
