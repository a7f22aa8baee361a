import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { call } from '../kit/bridge/call';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { Fold } from '../kit/layout/fold';
import { VersionList } from '../kit/time/version-list';
import { useText } from '../kit/text/use-text';
import styles from './playbook.module.css';

interface PageVersionsProps {
  readonly projectKey: string;
  readonly typeId: string;
  /** The one shown; the list is asked for anew when it changes. */
  readonly version: number;
}

/** Who changed what is written on the page, when and why; asked for once it is opened. */
export function PageVersions({ projectKey, typeId, version }: PageVersionsProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['playbook.versions', projectKey, typeId, version],
    queryFn: () => call('playbook.versions', { projectKey, typeId }),
    enabled: isOpen,
  });
  return (
    <div className={styles.aside}>
      <Fold
        summary={t('playbook.versions')}
        onToggle={(open) => {
          if (open) setIsOpen(true);
        }}
      >
        <ErrorStrip error={error} onRetry={() => void refetch()} />
        {data === undefined && error === null && <p>{t('common.loading')}</p>}
        {data !== undefined && <VersionList versions={data} />}
      </Fold>
    </div>
  );
}
