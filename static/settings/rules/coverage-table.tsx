import type { CoverageRow } from '../../../src/contract/coverage';
import type { Route } from '../../../src/domain/type/handoff-type';
import { TextButton } from '../../kit/layout/text-button';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { useMoveName } from './use-move-name';
import styles from './rules-section.module.css';

interface CoverageTableProps {
  readonly rows: readonly CoverageRow[];
  readonly onCreate: (route: Route) => void;
}

/** Every move of the project; what needs a look stands first. */
export function CoverageTable({ rows, onCreate }: CoverageTableProps) {
  const t = useText();
  const areSeveral = new Set(rows.map(({ workflow }) => workflow)).size > 1;
  return (
    <div className={styles.scroll} role="region" aria-labelledby="rules-title" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('settings.rules.column.move')}</th>
            <th scope="col">{t('settings.rules.column.handoff')}</th>
            <th scope="col">{t('settings.rules.column.rule')}</th>
            <th scope="col">{t('settings.rules.column.know')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MoveRow key={`${row.workflow} ${row.transitionId}`} row={row} showsWorkflow={areSeveral} onCreate={onCreate} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MoveRowProps {
  readonly row: CoverageRow;
  readonly showsWorkflow: boolean;
  readonly onCreate: (route: Route) => void;
}

function MoveRow({ row, showsWorkflow, onCreate }: MoveRowProps) {
  const t = useText();
  const { locale } = useSurface();
  const move = useMoveName()(row);
  const create = (): void => onCreate({ fromStatusIds: row.from.map(({ id }) => id), toStatusId: row.to.id });
  const handoffs = row.types.map(({ name, paused }) => (paused ? t('settings.rules.paused', { name }) : name));
  return (
    <tr>
      <th scope="row">
        {move}
        {showsWorkflow && <span className={styles.workflow}>{row.workflow}</span>}
      </th>
      <td>
        {handoffs.length > 0 ? (
          new Intl.ListFormat(locale).format(handoffs)
        ) : (
          <>
            <span className={styles.subtle}>{t('settings.rules.notMapped')}</span>{' '}
            <TextButton onClick={create} label={t('settings.rules.createFor', { move })}>
              {t('settings.rules.create')}
            </TextButton>
          </>
        )}
      </td>
      <td>
        {row.rules.length === 0 ? (
          <span className={styles.subtle}>{t('settings.rules.rule.none')}</span>
        ) : (
          row.rules.map(({ requires, mode, enabled }, index) => (
            <p key={index}>
              {t(`settings.rules.rule.${requires}`)}
              {!enabled ? ` · ${t('settings.rules.rule.off')}` : mode === 'observe' ? ` · ${t('settings.rules.rule.observe')}` : ''}
            </p>
          ))
        )}
      </td>
      <td>
        {row.findings.map((finding) => (
          <p key={finding}>{t(`settings.rules.finding.${finding}`)}</p>
        ))}
      </td>
    </tr>
  );
}
