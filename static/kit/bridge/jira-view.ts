import { showFlag, view } from '@forge/bridge';

/**
 * Asks Jira to show the work item anew, after a move or a change of assignee. Some places cannot be refreshed: then the
 * person sees Jira's old status until the next visit, which is no failure of ours.
 */
export async function refreshWorkItem(): Promise<void> {
  try {
    await view.refresh();
  } catch {
    // Nothing was lost: the change is stored, only Jira's own view is older.
  }
}

/** A short note in the corner of Jira that goes away by itself. */
export function showDone(id: string, title: string, description?: string): void {
  showFlag({ id, title, type: 'success', isAutoDismiss: true, ...(description === undefined ? {} : { description }) });
}

/** What the frame knows about where it stands. `null` members are those this place does not have. */
export interface FrameContext {
  readonly accountId: string | null;
  /** A BCP 47 tag, for example `en-US`. */
  readonly locale: string;
  /** An IANA zone, for example `Europe/Berlin`: the person's own, as set in Jira. */
  readonly timeZone: string;
  readonly extension: Readonly<Record<string, unknown>>;
}

/** The frame's context. Jira writes locales as `en_US` in places; `Intl` wants `en-US`. */
export async function getFrameContext(): Promise<FrameContext> {
  const context = await view.getContext();
  return {
    accountId: context.accountId ?? null,
    locale: usableLocale(context.locale),
    timeZone: usableZone(context.timezone),
    extension: context.extension,
  };
}

function usableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

function usableZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
