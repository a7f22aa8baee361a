import { lazy, Suspense, useEffect, useRef } from 'react';
import Spinner from '@atlaskit/spinner';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlaybookPage as Page } from '../../src/contract/playbook';
import { call } from '../kit/bridge/call';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { TextButton } from '../kit/layout/text-button';
import { useText } from '../kit/text/use-text';
import { ChampionPart } from './champion-part';
import { PageBody } from './page-body';
import { PageHead } from './page-head';
import { PageVersions } from './page-versions';
import { TypeHistory } from './type-history';
import styles from './playbook.module.css';

const SpotChecks = lazy(() => import('./spot-checks'));

interface PlaybookPageProps {
  readonly projectKey: string;
  readonly typeId: string;
  readonly onLeave: () => void;
}

/** One page of the playbook, for reading and for printing (S-100). */
export function PlaybookPage({ projectKey, typeId, onLeave }: PlaybookPageProps) {
  const t = useText();
  const client = useQueryClient();
  const queryKey = ['playbook.page', projectKey, typeId];
  const { data, error, isPending, refetch } = useQuery({ queryKey, queryFn: () => call('playbook.page', { projectKey, typeId }) });
  const top = useRef<HTMLElement>(null);
  const isShown = data !== undefined;
  // The link that led here is gone, so the page itself takes the focus.
  useEffect(() => {
    if (isShown) top.current?.focus({ preventScroll: true });
  }, [isShown]);
  return (
    <>
      <nav className={styles.navigation} aria-label={t('playbook.navigation')}>
        <TextButton onClick={onLeave}>{t('playbook.all')}</TextButton>
        {isShown && <TextButton onClick={() => window.print()}>{t('playbook.print')}</TextButton>}
      </nav>
      {isPending && <Spinner size="large" label={t('common.loading')} />}
      <ErrorStrip error={error} onRetry={() => void refetch()} />
      {isShown && (
        <article ref={top} tabIndex={-1} aria-labelledby="page-title" className={styles.page}>
          <PageHead page={data} />
          {(data.viewer.isProjectAdmin || data.viewer.isChampion) && (
            <ChampionPart page={data} onChanged={(page) => client.setQueryData<Page>(queryKey, page)} />
          )}
          {data.viewer.checksSpots === true && (
            <Suspense fallback={<p>{t('common.loading')}</p>}>
              <SpotChecks projectKey={projectKey} typeId={typeId} />
            </Suspense>
          )}
          <PageBody page={data} />
          {data.guide.version > 0 && <PageVersions projectKey={projectKey} typeId={typeId} version={data.guide.version} />}
          <TypeHistory projectKey={projectKey} typeId={typeId} version={data.type.version} />
        </article>
      )}
    </>
  );
}
