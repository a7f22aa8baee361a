/** What a link to *Waiting in this project* asks for; null: the list stays folded. */
export interface WaitingTarget {
  /** Null: all types. */
  readonly typeId: string | null;
}

/** Query of the project page that opens the list at one type. */
export function waitingPath(typeId: string): string {
  return `?${new URLSearchParams({ waiting: typeId }).toString()}`;
}

/** Reads the target from the address of the page around the frame (`extension.location`). Takes unknown, never throws. */
export function parseWaitingTarget(location: unknown): WaitingTarget | null {
  if (typeof location !== 'string' || !URL.canParse(location)) return null;
  const typeId = new URL(location).searchParams.get('waiting');
  return typeId === null ? null : { typeId: typeId === '' ? null : typeId };
}
