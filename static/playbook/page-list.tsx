import Spinner from '@atlaskit/spinner';
import { useQuery } from '@tanstack/react-query';
import { call } from '../kit/bridge/call';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { TextButton } from '../kit/layout/text-button';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import styles from './playbook.module.css';

interface PageListProps {
  /** Null: every project. */
  readonly projectKey: string | null;
  readonly onOpen: (page: { readonly projectKey: string; readonly typeId: string }) => void;
  readonly onAll: () => void;
}

/** Every page by project and handoff, as far as Jira shows the projects to the reader. */
export function PageList({ projectKey, onOpen, onAll }: PageListProps) {
  const t = useText();
  const { locale } = useSurface();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['playbook.index', projectKey],
    queryFn: () => call('playbook.index', { projectKey }),
  });
  const or = new Intl.ListFormat(locale, { type: 'disjunction' });
  if (isPending) return <Spinner size="large" label={t('common.loading')} />;
  return (
    <>
      <ErrorStrip error={error} onRetry={() => void refetch()} />
      <p className={styles.quiet}>{t('playbook.intro')}</p>
      {data?.projects.length === 0 && <p>{t('playbook.empty')}</p>}
      {data?.projects.map(({ key, name, pages }) => (
        <section key={key} aria-labelledby={`project-${key}`} className={styles.part}>
          <h2 id={`project-${key}`} className={styles.heading}>
            {name}
          </h2>
          <ul className={styles.plain}>
            {pages.map((page) => (
              <li key={page.typeId}>
                <TextButton onClick={() => onOpen({ projectKey: key, typeId: page.typeId })}>{page.name}</TextButton>{' '}
                <span className={styles.quiet}>{t('settings.route.text', { from: or.format(page.from), to: page.to })}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {projectKey !== null && (
        <p>
          <TextButton onClick={onAll}>{t('playbook.allProjects')}</TextButton>
        </p>
      )}
    </>
  );
}
