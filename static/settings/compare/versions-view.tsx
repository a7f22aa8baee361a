import { useState } from 'react';
import Spinner from '@atlaskit/spinner';
import { useQuery } from '@tanstack/react-query';
import type { SettingsView, TypeVersions } from '../../../src/contract/settings';
import { compareVersions } from '../../../src/domain/type/compare-versions';
import type { HandoffType } from '../../../src/domain/type/handoff-type';
import type { PublishedType } from '../../../src/domain/type/published-type';
import { call } from '../../kit/bridge/call';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { FormField } from '../../kit/form/form-field';
import { personName } from '../../kit/people/person-name';
import { useText } from '../../kit/text/use-text';
import { Moment } from '../../kit/time/moment';
import { PickOne } from '../pick-from-list';
import styles from './compare.module.css';
import { DifferencesTable } from './differences-table';

interface VersionsViewProps {
  readonly type: HandoffType;
  readonly view: SettingsView;
}

/** Every version with what changed and who published it, and in what any two differ. */
export default function VersionsView({ type: { typeId, version }, view }: VersionsViewProps) {
  const t = useText();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['settings.versions', typeId, version],
    queryFn: () => call('settings.versions', { typeId }),
  });
  if (data === undefined)
    return isPending ? <Spinner label={t('common.loading')} /> : <ErrorStrip error={error} onRetry={() => void refetch()} />;
  return <Versions key={version} {...data} view={view} />;
}

function Versions({ versions, people, view }: TypeVersions & Pick<VersionsViewProps, 'view'>) {
  const t = useText();
  const [olderId, setOlder] = useState(String(versions[1]?.version ?? ''));
  const [newerId, setNewer] = useState(String(versions[0]?.version ?? ''));
  const nameOf = (version: string | number): string => t('settings.versions.one', { version });
  const choices = versions.map(({ version }) => ({ id: String(version), name: nameOf(version) }));
  const find = (id: string): PublishedType | undefined => versions.find(({ version }) => String(version) === id);
  const [older, newer] = [find(olderId), find(newerId)];
  return (
    <div className={styles.view}>
      <ol className={styles.list} reversed>
        {versions.map(({ version, change }) => (
          <li key={version}>
            <strong>{nameOf(version)}</strong>
            {change !== undefined && (
              <>
                : {change.note}{' '}
                <span className={styles.who}>
                  {personName(people, change.by, t('common.formerUser'))} · <Moment at={change.at} />
                </span>
              </>
            )}
          </li>
        ))}
      </ol>
      {older !== undefined && newer !== undefined && (
        <>
          <div className={styles.pair}>
            <FormField id="compare-older" label={t('settings.compare.older')}>
              <PickOne inputId="compare-older" choices={choices} value={olderId} placeholder="" onChange={setOlder} />
            </FormField>
            <FormField id="compare-newer" label={t('settings.compare.newer')}>
              <PickOne inputId="compare-newer" choices={choices} value={newerId} placeholder="" onChange={setNewer} />
            </FormField>
          </div>
          <DifferencesTable
            differences={compareVersions(older, newer)}
            heads={[nameOf(older.version), nameOf(newer.version)]}
            names={{ ...view, people: { ...view.people, ...people } }}
          />
        </>
      )}
    </div>
  );
}
