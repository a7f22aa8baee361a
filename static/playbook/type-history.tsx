import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { call } from '../kit/bridge/call';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { Fold } from '../kit/layout/fold';
import { personName } from '../kit/people/person-name';
import { useText } from '../kit/text/use-text';
import { Moment } from '../kit/time/moment';
import styles from './playbook.module.css';

interface TypeHistoryProps {
  readonly projectKey: string;
  readonly typeId: string;
  /** The version in force; the list is asked for anew when it changes. */
  readonly version: number;
}

/** Who changed what is asked for, when and why; asked for once it is opened. */
export function TypeHistory({ projectKey, typeId, version }: TypeHistoryProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['playbook.typeVersions', projectKey, typeId, version],
    queryFn: () => call('playbook.typeVersions', { projectKey, typeId }),
    enabled: isOpen,
  });
  return (
    <div className={styles.aside}>
      <Fold
        summary={t('playbook.typeVersions')}
        onToggle={(open) => {
          if (open) setIsOpen(true);
        }}
      >
        <ErrorStrip error={error} onRetry={() => void refetch()} />
        {data === undefined && error === null && <p>{t('common.loading')}</p>}
        <ul className={styles.plain}>
          {data?.versions.map((one) => (
            <li key={one.version}>
              {one.change === null
                ? t('playbook.typeVersion', { number: one.version })
                : t('playbook.version', { number: one.version, name: personName(data.people, one.change.by, t('common.formerUser')) })}{' '}
              {one.change !== null && (
                <span className={styles.quiet}>
                  <Moment at={one.change.at} />
                </span>
              )}
              {one.change !== null && <p className={styles.quiet}>{one.change.note}</p>}
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}
