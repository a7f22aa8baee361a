import Checkbox from '@atlaskit/checkbox';
import type { NamedChoice, SettingsView } from '../../src/contract/settings';
import type { Route } from '../../src/domain/type/handoff-type';
import { FormField } from '../kit/form/form-field';
import fieldStyles from '../kit/form/form-field.module.css';
import { useText } from '../kit/text/use-text';
import { fieldIds } from './draft-problems';
import { PickOne } from './pick-from-list';
import styles from './route-fields.module.css';

interface RouteFieldsProps {
  readonly route: Route;
  readonly statuses: SettingsView['statuses'];
  readonly onChange: (route: Route) => void;
  readonly problems?: { readonly from?: string | undefined; readonly to?: string | undefined };
}

/** From any of these statuses, to that one. */
export function RouteFields({ route, statuses, onChange, problems = {} }: RouteFieldsProps) {
  const t = useText();
  return (
    <div className={styles.route}>
      <FromStatuses statuses={statuses} route={route} problem={problems.from} onChange={onChange} />
      <div className={styles.to}>
        <FormField id={fieldIds.to} label={t('settings.form.to')} problem={problems.to}>
          <PickOne
            inputId={fieldIds.to}
            choices={statuses}
            value={route.toStatusId}
            placeholder={t('settings.form.toPlaceholder')}
            isInvalid={problems.to !== undefined}
            onChange={(toStatusId) => onChange({ ...route, toStatusId })}
          />
        </FormField>
      </div>
    </div>
  );
}

interface FromStatusesProps {
  readonly statuses: readonly NamedChoice[];
  readonly route: Route;
  readonly problem: string | undefined;
  readonly onChange: (route: Route) => void;
}

/** Every status to tick, all in sight; one that was deleted stays until it is taken out. */
function FromStatuses({ statuses, route, problem, onChange }: FromStatusesProps) {
  const t = useText();
  const { fromStatusIds } = route;
  const deleted = fromStatusIds
    .filter((id) => !statuses.some((status) => status.id === id))
    .map((id) => ({ id, name: t('settings.route.unknown') }));
  const set = (id: string, isPicked: boolean): void =>
    onChange({ ...route, fromStatusIds: isPicked ? [...fromStatusIds, id] : fromStatusIds.filter((each) => each !== id) });
  return (
    <fieldset className={fieldStyles.field}>
      <legend className={fieldStyles.label}>{t('settings.form.from')}</legend>
      <div className={styles.statuses}>
        {[...statuses, ...deleted].map(({ id, name }, index) => (
          <Checkbox
            key={id}
            {...(index === 0 ? { id: fieldIds.from } : {})}
            label={name}
            isChecked={fromStatusIds.includes(id)}
            isInvalid={problem !== undefined}
            onChange={(event) => set(id, event.currentTarget.checked)}
          />
        ))}
      </div>
      {problem !== undefined && <p className={fieldStyles.problem}>{problem}</p>}
    </fieldset>
  );
}
