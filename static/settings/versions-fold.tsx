import { lazy, Suspense, useState } from 'react';
import Spinner from '@atlaskit/spinner';
import type { SettingsView } from '../../src/contract/settings';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { Fold } from '../kit/layout/fold';
import { useText } from '../kit/text/use-text';
import { FoldSummary } from './fold-summary';

const VersionsView = lazy(() => import('./compare/versions-view'));

interface VersionsFoldProps {
  readonly type: HandoffType;
  readonly view: SettingsView;
}

/** The history of a type, asked for when it is opened. */
export function VersionsFold({ type, view }: VersionsFoldProps) {
  const t = useText();
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <Fold
      summary={<FoldSummary name={t('settings.versions.title')} facts={t('settings.versions.newest', { version: type.version })} />}
      onToggle={(open) => setWasOpened((before) => before || open)}
    >
      {wasOpened && (
        <Suspense fallback={<Spinner label={t('common.loading')} />}>
          <VersionsView type={type} view={view} />
        </Suspense>
      )}
    </Fold>
  );
}
