import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../kit/bridge/call';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { Fold } from '../../kit/layout/fold';
import form from '../../kit/layout/form-layout.module.css';
import { useText } from '../../kit/text/use-text';
import { VersionList } from '../../kit/time/version-list';

/** Who changed the page and when, asked for once the fold is opened. */
export function GuideVersions({ typeId, version }: { readonly typeId: string; readonly version: number }) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['settings.guideVersions', typeId, version],
    queryFn: () => call('settings.guideVersions', { typeId }),
    enabled: isOpen,
  });
  return (
    <Fold
      summary={<span className={form.foldName}>{t('playbook.versions')}</span>}
      onToggle={(open) => {
        if (open) setIsOpen(true);
      }}
    >
      <ErrorStrip error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <p>{t('common.loading')}</p>}
      {data !== undefined && <VersionList versions={data} />}
    </Fold>
  );
}
