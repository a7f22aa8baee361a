import type { ProjectStyle } from '../site';

/** What a project's style is called on screen. */
export const STYLE_NAMES: Record<ProjectStyle, string> = {
  'company-managed': 'Company-managed',
  'team-managed': 'Team-managed',
};
