import Spinner from '@atlaskit/spinner';
import { lazy, Suspense, useState } from 'react';
import type { ProjectHome } from '../../src/contract/project-home';
import { Fold } from '../kit/layout/fold';
import { parseWaitingTarget } from '../kit/navigation/waiting-target';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';

const OpenList = lazy(() => import('./open-list'));

interface WaitingInProjectProps {
  readonly home: ProjectHome;
  readonly onDecided: () => void;
}

/** Everybody's open handoffs of the project: folded, since what waits for the viewer stands above it, and asked for only when opened. */
export function WaitingInProject({ home, onDecided }: WaitingInProjectProps) {
  const t = useText();
  const { extension } = useSurface();
  const [target] = useState(() => parseWaitingTarget(extension['location']));
  const [isOpen, setOpen] = useState(target !== null);
  return (
    <Fold summary={t('project.open.title')} startsOpen={target !== null} onToggle={setOpen}>
      {isOpen && (
        <Suspense fallback={<Spinner label={t('project.loading')} />}>
          <OpenList home={home} startTypeId={target?.typeId ?? null} onDecided={onDecided} />
        </Suspense>
      )}
    </Fold>
  );
}
