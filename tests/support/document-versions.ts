import type { LimitsView } from '../../src/contract/chart-limits';
import type { DraftsView } from '../../src/contract/drafts';
import type { GuidesView } from '../../src/contract/guide';
import type { SettingsView } from '../../src/contract/settings';
import type { AccessStage, Person } from './access-stage';

/** Version a draft of the project's first type is written over. */
export async function draftVersion(stage: AccessStage, admin: Person, projectKey: string): Promise<number> {
  const found = await stage.call(admin, 'settings.drafts', {}, { projectKey });
  if (!found.ok) throw new Error(`${admin} cannot read the drafts of ${projectKey}`);
  const { drafts, emptyVersions } = found.value as DraftsView;
  return drafts[0]?.version ?? Object.values(emptyVersions)[0] ?? 0;
}

/** The published version a draft of the project's first type is begun on, through the one that is kept. */
export async function draftBase(stage: AccessStage, admin: Person, projectKey: string): Promise<number> {
  const [drafts, settings] = await Promise.all([
    stage.call(admin, 'settings.drafts', {}, { projectKey }),
    stage.call(admin, 'settings.get', {}, { projectKey }),
  ]);
  if (!drafts.ok || !settings.ok) throw new Error(`${admin} cannot read the drafts of ${projectKey}`);
  return (drafts.value as DraftsView).drafts[0]?.basedOn ?? (settings.value as SettingsView).types[0]?.current.version ?? 0;
}

/** Version the page of the project's first type is written over; 0 where nothing is written. */
export async function guideVersion(stage: AccessStage, admin: Person, projectKey: string): Promise<number> {
  const answer = await stage.call(admin, 'settings.guides', {}, { projectKey });
  return answer.ok ? ((answer.value as GuidesView).guides[0]?.version ?? 0) : 0;
}

/** New limits of the project's first type, over the version that is stored. */
export async function newLimits(stage: AccessStage, admin: Person, projectKey: string): Promise<Record<string, unknown>> {
  const answer = await stage.call(admin, 'settings.limits', {}, { projectKey });
  const version = answer.ok ? ((answer.value as LimitsView).types[0]?.version ?? 0) : 0;
  return { version, change: { kind: 'start', from: `2026-01-0${String(version + 1)}`, reason: 'A new checklist' } };
}
