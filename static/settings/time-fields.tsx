import type { TypeDraft } from '../../src/contract/settings';
import { type DueRule, isAnsweredFor, optionsOf } from '../../src/domain/type/type-options';
import { ChoiceList } from '../kit/form/choice-list';
import form from '../kit/layout/form-layout.module.css';
import { useText } from '../kit/text/use-text';
import { HoursField } from './hours-field';
import { OptionCheck } from './option-check';
import { withOptions } from './type-draft';

interface OptionFieldsProps {
  readonly draft: TypeDraft;
  readonly onChange: (draft: TypeDraft) => void;
}

/** A working day: what is proposed where hours are to be picked. */
const PROPOSED_HOURS = 8;

/** When an answer is due, and who hears of it, once, when it is overdue. */
export function DueFields({ draft, onChange }: OptionFieldsProps) {
  const t = useText();
  const { due, overdueReminds, overdueEscalates } = optionsOf(draft);
  const rules: Readonly<Record<'never' | DueRule['kind'], DueRule | null>> = {
    never: null,
    nextWorkingDay: { kind: 'nextWorkingDay' },
    workingHours: due?.kind === 'workingHours' ? due : { kind: 'workingHours', hours: PROPOSED_HOURS },
  };
  return (
    <div className={form.stack}>
      <ChoiceList
        legend={<span className={form.foldName}>{t('settings.due')}</span>}
        choices={(['never', 'nextWorkingDay', 'workingHours'] as const).map((value) => ({ value, label: t(`settings.due.${value}`) }))}
        value={due?.kind ?? 'never'}
        onChange={(value) => onChange(withOptions(draft, { due: rules[value] }))}
        nested={
          due?.kind === 'workingHours' && (
            <HoursField
              id="due-hours"
              hours={due.hours}
              onChange={(hours) => onChange(withOptions(draft, { due: { kind: 'workingHours', hours } }))}
            />
          )
        }
      />
      {due !== null && (
        <div>
          <OptionCheck
            label={t('settings.due.reminds')}
            isOn={overdueReminds}
            onChange={(isOn) => onChange(withOptions(draft, { overdueReminds: isOn }))}
          />
          {isAnsweredFor(draft) && (
            <OptionCheck
              label={t('settings.due.escalates')}
              isOn={overdueEscalates}
              onChange={(isOn) => onChange(withOptions(draft, { overdueEscalates: isOn }))}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** What the sender is told of a receiver who is away, and whether a complete handoff may wait. */
export function AwayFields({ draft, onChange }: OptionFieldsProps) {
  const t = useText();
  const { readiness, holdAllowed } = optionsOf(draft);
  return (
    <div className={form.stack}>
      <ChoiceList
        legend={<span className={form.foldName}>{t('settings.away')}</span>}
        choices={(['off', 'shown', 'blocks'] as const).map((value) => ({ value, label: t(`settings.away.${value}`) }))}
        value={readiness}
        onChange={(value) => onChange(withOptions(draft, { readiness: value }))}
      />
      <OptionCheck
        label={t('settings.away.hold')}
        hint={t('settings.away.holdHint')}
        isOn={holdAllowed}
        onChange={(isOn) => onChange(withOptions(draft, { holdAllowed: isOn }))}
      />
    </div>
  );
}

/** How long the sender stays first to answer after acceptance. */
export function AfterwardsFields({ draft, onChange }: OptionFieldsProps) {
  const t = useText();
  const { supportHours } = optionsOf(draft);
  return (
    <ChoiceList
      legend={<span className={form.foldName}>{t('settings.afterwards')}</span>}
      choices={(['receiver', 'sender'] as const).map((value) => ({ value, label: t(`settings.afterwards.${value}`) }))}
      value={supportHours === null ? 'receiver' : 'sender'}
      onChange={(value) => onChange(withOptions(draft, { supportHours: value === 'sender' ? PROPOSED_HOURS : null }))}
      nested={
        supportHours !== null && (
          <HoursField id="support-hours" hours={supportHours} onChange={(hours) => onChange(withOptions(draft, { supportHours: hours }))} />
        )
      }
    />
  );
}
