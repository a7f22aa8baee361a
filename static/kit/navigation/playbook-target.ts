/** What a link to the playbook points at; null where it names nothing. */
export interface PlaybookTarget {
  readonly projectKey: string | null;
  readonly typeId: string | null;
}

/** Query of the playbook that opens a project's list, or one page of it. */
export function playbookPath({ projectKey, typeId }: { readonly projectKey: string; readonly typeId?: string }): string {
  return `?${new URLSearchParams({ project: projectKey, ...(typeId === undefined ? {} : { type: typeId }) }).toString()}`;
}

/** Reads the target from the address of the page around the frame (`extension.location`). Takes unknown, never throws. */
export function parsePlaybookTarget(location: unknown): PlaybookTarget {
  if (typeof location !== 'string' || !URL.canParse(location)) return { projectKey: null, typeId: null };
  const { searchParams } = new URL(location);
  return { projectKey: searchParams.get('project'), typeId: searchParams.get('type') };
}
