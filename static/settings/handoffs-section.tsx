import { ProjectSwitch } from './project-switch';
import type { SettingsSectionProps } from './settings-sections';
import { TypesSection } from './types-section';

/** The handoffs of the project, the editor of one of them, and the switch for all. */
export function HandoffsSection({ view, source, showRuleStatus, pendingWish, started }: SettingsSectionProps) {
  return (
    <>
      <TypesSection view={view} source={source} showRuleStatus={showRuleStatus} pendingWish={pendingWish} started={started} />
      <ProjectSwitch rev={view.rev} source={source} />
    </>
  );
}
