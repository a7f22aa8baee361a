import type { SettingsView } from '../../src/contract/settings';
import type { FileProblem } from '../../src/contract/transfer-file';
import type { StatusMap, UnknownName } from '../../src/domain/type/transfer/from-transfer';
import type { ImportPlan } from '../../src/domain/type/transfer/plan-import';
import { FormField } from '../kit/form/form-field';
import { useText } from '../kit/text/use-text';
import styles from './move-types.module.css';
import { PickOne } from './pick-from-list';

/** Most problems of a file that are told at once. */
const MAX_TOLD = 10;

/** What is wrong with a file, each by its path in it. */
export function FileProblems({ from, problems }: { readonly from: string; readonly problems: readonly FileProblem[] }) {
  const t = useText();
  return (
    <div role="alert" className={styles.stack}>
      <p>{t('settings.move.broken', { from })}</p>
      <ul className={styles.facts}>
        {problems.slice(0, MAX_TOLD).map(({ path, reason, limit }) => (
          <li key={`${path} ${reason}`}>
            {path !== '' && <code>{path}: </code>}
            {t(`settings.move.problem.${reason}`, limit === undefined ? {} : { limit })}
          </li>
        ))}
      </ul>
      {problems.length > MAX_TOLD && <p>{t('settings.move.more', { count: problems.length - MAX_TOLD })}</p>}
    </div>
  );
}

interface PlanProps {
  readonly plan: ImportPlan;
  readonly statuses: SettingsView['statuses'];
  readonly mapped: StatusMap;
  readonly onMap: (name: string, statusId: string) => void;
}

/** What importing will do, type by type, and what keeps it from being done. */
export function PlanView({ plan, statuses, mapped, onMap }: PlanProps) {
  const t = useText();
  const asked = [...new Set([...Object.keys(mapped), ...plan.unknown.filter(isStatus).map(({ name }) => name)])];
  const refused = plan.unknown.filter((each): each is OtherName => !isStatus(each));
  return (
    <>
      {asked.map((name, index) => (
        <FormField key={name} id={`map-status-${index}`} label={t('settings.move.map', { name })}>
          <PickOne
            inputId={`map-status-${index}`}
            choices={statuses}
            value={mapped[name] ?? ''}
            placeholder={t('settings.form.toPlaceholder')}
            onChange={(statusId) => onMap(name, statusId)}
          />
        </FormField>
      ))}
      {refused.length + plan.problems.length > 0 && (
        <ul role="alert" className={styles.facts}>
          {refused.map(({ path, kind, name }) => (
            <li key={path}>
              <code>{path}: </code>
              {t(`settings.move.unknown.${kind}`, { name })}
            </li>
          ))}
          {plan.problems.map(({ path, code, takenBy }) => (
            <li key={`${path} ${code}`}>
              <code>{path}: </code>
              {t(
                code === 'ROUTE_TAKEN' || code === 'NAME_TWICE' || code === 'TOO_MANY_TYPES'
                  ? `settings.move.refused.${code}`
                  : 'settings.move.refused',
                {
                  name: takenBy ?? '',
                },
              )}
            </li>
          ))}
        </ul>
      )}
      {plan.leftOut.length > 0 && (
        <ul className={styles.facts}>
          {plan.leftOut.map(({ path, kind, name }) => (
            <li key={path}>
              <code>{path}: </code>
              {t(`settings.move.leftOut.${kind}`, { name })}
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.facts}>
        {plan.steps.map(({ path, draft, effect, page }) => (
          <li key={path}>
            {draft.name}: {t(`settings.move.effect.${effect}`)}
            {page !== null && <>. {t(`settings.move.page.${page.effect}`)}</>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What no choice of a status helps with. */
type OtherName = UnknownName & { readonly kind: Exclude<UnknownName['kind'], 'status'> };

function isStatus({ kind }: UnknownName): boolean {
  return kind === 'status';
}
