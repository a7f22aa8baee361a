import Toggle from '@atlaskit/toggle';
import type { TypeSwitches } from '../../src/domain/type/handoff-type';
import { call } from '../kit/bridge/call';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { Fold } from '../kit/layout/fold';
import { useText } from '../kit/text/use-text';
import { FoldSummary } from './fold-summary';
import styles from './type-switch-fields.module.css';
import { useLatch } from './use-latch';
import { useChange, type SettingsSource } from './use-change';

interface TypeSwitchFieldsProps {
  readonly typeId: string;
  readonly switches: TypeSwitches;
  readonly rev: number;
  readonly source: SettingsSource;
}

/** The way out on day one: pause the check, or switch the handoff off. Both take effect at once, unlike edits. */
export function TypeSwitchFields({ typeId, switches, rev, source }: TypeSwitchFieldsProps) {
  const t = useText();
  const { isBusy, error, change } = useChange(source);
  const set = (part: { readonly active?: boolean; readonly gatePaused?: boolean }): void => {
    if (!isBusy) void change(() => call('settings.switchType', { rev, typeId, ...part }));
  };
  const startsOpen = useLatch(!switches.active || switches.gatePaused);
  const state = !switches.active ? t('settings.types.off') : switches.gatePaused ? t('settings.types.paused') : t('settings.types.active');
  return (
    <Fold summary={<FoldSummary name={t('settings.form.stop')} facts={state} />} startsOpen={startsOpen}>
      <div className={styles.switches}>
        <Switch
          id="switch-pause"
          label={t('settings.stop.pause')}
          hint={t('settings.stop.pauseHint')}
          isOn={switches.gatePaused}
          onChange={(gatePaused) => set({ gatePaused })}
        />
        <Switch
          id="switch-active"
          label={t('settings.stop.active')}
          hint={t('settings.stop.activeHint')}
          isOn={switches.active}
          onChange={(active) => set({ active })}
        />
        <ErrorStrip error={error} />
      </div>
    </Fold>
  );
}

interface SwitchProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Switch({ id, label, hint, isOn, onChange }: SwitchProps) {
  return (
    <div className={styles.row}>
      <Toggle id={id} isChecked={isOn} aria-describedby={`${id}-hint`} onChange={() => onChange(!isOn)} />
      <div>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      </div>
    </div>
  );
}
