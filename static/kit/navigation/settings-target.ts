/** What a link to the settings page points at; null where it names nothing. */
export interface SettingsTarget {
  readonly typeId: string | null;
  readonly itemId: string | null;
  /** Section to open. */
  readonly section: string | null;
}

/** Query of the settings page that opens one item of one type. */
export function settingsPath({ typeId, itemId }: { readonly typeId: string; readonly itemId: string }): string {
  return `?${new URLSearchParams({ typeId, itemId }).toString()}`;
}

/** Query of the settings page that opens one of its sections at a type. */
export function sectionPath(section: string, typeId: string): string {
  return `?${new URLSearchParams({ section, typeId }).toString()}`;
}

/** Reads the target from the address of the page around the frame (`extension.location`). Takes unknown, never throws. */
export function parseSettingsTarget(location: unknown): SettingsTarget {
  if (typeof location !== 'string' || !URL.canParse(location)) return { typeId: null, itemId: null, section: null };
  const { searchParams } = new URL(location);
  return { typeId: searchParams.get('typeId'), itemId: searchParams.get('itemId'), section: searchParams.get('section') };
}
