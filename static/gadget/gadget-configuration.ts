/** What a gadget is about, as its edit view submits it. */
export interface GadgetConfiguration {
  readonly projectId: string;
  /** None: all types of the project, also those to come. */
  readonly typeIds: readonly string[];
}

/** Reads `extension.gadgetConfiguration`; null before somebody chose a project. Takes unknown, never throws. */
export function parseConfiguration(given: unknown): GadgetConfiguration | null {
  if (typeof given !== 'object' || given === null || !('projectId' in given) || typeof given.projectId !== 'string') return null;
  const typeIds: readonly unknown[] = 'typeIds' in given && Array.isArray(given.typeIds) ? given.typeIds : [];
  return { projectId: given.projectId, typeIds: typeIds.filter((id) => typeof id === 'string') };
}
