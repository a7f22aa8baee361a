import Spinner from '@atlaskit/spinner';
import { useQuery } from '@tanstack/react-query';
import type { CoverageView } from '../../../src/contract/coverage';
import { GAPS } from '../../../src/domain/coverage/coverage';
import { call } from '../../kit/bridge/call';
import { CopyBox } from '../../kit/copy/copy-box';
import { announce } from '../../kit/feedback/announce';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { Strip } from '../../kit/feedback/strip';
import { Fold } from '../../kit/layout/fold';
import { TextButton } from '../../kit/layout/text-button';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import type { SettingsSectionProps } from '../settings-sections';
import { CoverageTable } from './coverage-table';
import styles from './rules-section.module.css';
import { TestRunForm } from './test-run-form';

/** Whether the project's rules hold: every move with its handoff and its rule, what is wrong, and a way to try one. */
export default function RulesSection({ view, startHandoff }: SettingsSectionProps) {
  const t = useText();
  const { data, error, isPending, isFetching, refetch } = useQuery({
    // Another revision of the settings has other handoffs to look for.
    queryKey: ['settings.coverage', view.rev],
    queryFn: () => call('settings.coverage', {}),
  });
  const check = async (): Promise<void> => {
    await refetch();
    announce(t('settings.rules.checked'));
  };
  return (
    <>
      <section aria-labelledby="rules-title" className={styles.section}>
        <h2 id="rules-title" className={styles.title}>
          {t('settings.rules.title')}
        </h2>
        <p>{t('settings.rules.intro')}</p>
        {isPending && <Spinner label={t('settings.rules.loading')} />}
        <ErrorStrip error={error} onRetry={() => void refetch()} />
        {data !== undefined && (
          <>
            <Summary
              coverage={data}
              action={
                isFetching ? (
                  <span>{t('settings.rule.checking')}</span>
                ) : (
                  <TextButton onClick={() => void check()}>{t('settings.rule.check')}</TextButton>
                )
              }
            />
            {data.rows.length > 0 && <CoverageTable rows={data.rows} onCreate={startHandoff} />}
            <Remedy coverage={data} style={view.project.style} />
          </>
        )}
        <Fold summary={t('settings.rules.watch')}>
          <p>{t('settings.rules.watchText')}</p>
        </Fold>
      </section>
      {data !== undefined && data.rows.length > 0 && <TestRunForm rows={data.rows} />}
    </>
  );
}

/** How it stands, in a line, and what concerns no single move. */
function Summary({ coverage, action }: { readonly coverage: CoverageView; readonly action: React.ReactNode }) {
  const t = useText();
  const { locale } = useSurface();
  if (!coverage.known) {
    return (
      <Strip tone="information" actions={action}>
        {t('settings.rules.unknown')}
      </Strip>
    );
  }
  const gaps = coverage.rows.filter(({ findings }) => findings.some((finding) => GAPS.includes(finding))).length;
  const isWell = gaps === 0 && coverage.unreached.length === 0;
  return (
    <Strip tone={isWell ? 'success' : 'warning'} actions={action}>
      {isWell && <p>{t('settings.rules.well')}</p>}
      {gaps > 0 && <p>{t('settings.rules.gaps', { count: gaps })}</p>}
      {coverage.unreached.map(({ typeId, name }) => (
        <p key={typeId}>{t('settings.rules.unreached', { name })}</p>
      ))}
      {coverage.sharedWith.map(({ workflow, projects, others }) => (
        <p key={workflow}>
          {t('settings.rules.shared', {
            workflow,
            projects: new Intl.ListFormat(locale).format([
              ...projects,
              ...(others > 0 ? [t('settings.rules.otherProjects', { count: others })] : []),
            ]),
          })}
        </p>
      ))}
    </Strip>
  );
}

/** Who can put it right, and how. */
function Remedy({
  coverage,
  style,
}: {
  readonly coverage: CoverageView;
  readonly style: SettingsSectionProps['view']['project']['style'];
}) {
  const t = useText();
  if (coverage.request === null) return null;
  if (style === 'team-managed') return <p>{t('settings.rule.teamManaged')}</p>;
  return (
    <Fold summary={t('settings.rules.request')}>
      <CopyBox text={coverage.request} action={t('settings.rule.copy')} />
    </Fold>
  );
}
