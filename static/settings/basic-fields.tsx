import Textfield from '@atlaskit/textfield';
import type { SettingsView, TypeDraft } from '../../src/contract/settings';
import { describedBy, FormField } from '../kit/form/form-field';
import form from '../kit/layout/form-layout.module.css';
import { useText } from '../kit/text/use-text';
import { fieldIds } from './draft-problems';
import type { ProblemOf } from './problem-texts';
import { RouteFields } from './route-fields';
import styles from './type-editor.module.css';

interface BasicFieldsProps {
  readonly draft: TypeDraft;
  readonly statuses: SettingsView['statuses'];
  readonly problemOf: ProblemOf;
  readonly onChange: (draft: TypeDraft) => void;
}

/** Name, the receiving team's short name, and the move. */
export function BasicFields({ draft, statuses, problemOf, onChange }: BasicFieldsProps) {
  const t = useText();
  const [name, team] = [problemOf(fieldIds.name), problemOf(fieldIds.team)];
  const teamHint = t('settings.form.teamHint');
  return (
    <section aria-labelledby="route-title" className={form.stack}>
      <div className={form.pair}>
        <FormField id={fieldIds.name} label={t('settings.form.name')} problem={name}>
          <Textfield
            id={fieldIds.name}
            value={draft.name}
            isInvalid={name !== undefined}
            {...describedBy(fieldIds.name, { problem: name })}
            onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
          />
        </FormField>
        <FormField id={fieldIds.team} label={t('settings.form.team')} hint={teamHint} problem={team}>
          <Textfield
            id={fieldIds.team}
            value={draft.team}
            isInvalid={team !== undefined}
            {...describedBy(fieldIds.team, { hint: teamHint, problem: team })}
            onChange={(event) => onChange({ ...draft, team: event.currentTarget.value })}
          />
        </FormField>
      </div>
      <div>
        <h3 id="route-title" className={styles.sectionTitle}>
          {t('settings.form.route')}
        </h3>
        <RouteFields
          route={draft.route}
          statuses={statuses}
          problems={{ from: problemOf(fieldIds.from), to: problemOf(fieldIds.to) }}
          onChange={(route) => onChange({ ...draft, route })}
        />
      </div>
    </section>
  );
}
