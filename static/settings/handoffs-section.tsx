import { lazy, Suspense, useState } from 'react';
import Spinner from '@atlaskit/spinner';
import { Fold } from '../kit/layout/fold';
import { useText } from '../kit/text/use-text';
import { FoldSummary } from './fold-summary';
import { ProjectSwitch } from './project-switch';
import type { SettingsSectionProps } from './settings-sections';
import { TypesSection } from './types-section';

const MoveTypes = lazy(() => import('./move-types').then((part) => ({ default: part.MoveTypes })));

/** The handoffs of the project, the editor of one of them, what moves them between projects, and the switch for all. */
export function HandoffsSection({ view, source, showRuleStatus, showSection, pendingWish, started }: SettingsSectionProps) {
  const t = useText();
  const [isMoving, setIsMoving] = useState(false);
  return (
    <>
      <TypesSection
        view={view}
        source={source}
        showRuleStatus={showRuleStatus}
        onOpenAudit={() => showSection('audit')}
        pendingWish={pendingWish}
        started={started}
      />
      <Fold summary={<FoldSummary name={t('settings.move.title')} />} onToggle={(isOpen) => setIsMoving((before) => before || isOpen)}>
        {isMoving && (
          <Suspense fallback={<Spinner label={t('settings.loading')} />}>
            <MoveTypes view={view} source={source} />
          </Suspense>
        )}
      </Fold>
      <ProjectSwitch rev={view.rev} source={source} />
    </>
  );
}
