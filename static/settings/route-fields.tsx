import type { SettingsView } from '../../src/contract/settings';
import type { Route } from '../../src/domain/type/handoff-type';
import { FormField } from '../kit/form/form-field';
import { useText } from '../kit/text/use-text';
import { fieldIds } from './draft-problems';
import styles from './route-fields.module.css';
import { PickMany, PickOne } from './pick-from-list';

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
      <FormField id={fieldIds.from} label={t('settings.form.from')} problem={problems.from}>
        <PickMany
          inputId={fieldIds.from}
          choices={statuses}
          value={route.fromStatusIds}
          placeholder={t('settings.form.fromPlaceholder')}
          isInvalid={problems.from !== undefined}
          onChange={(fromStatusIds) => onChange({ ...route, fromStatusIds })}
        />
      </FormField>
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
  );
}
