/** Those of an object's properties with these names that are there, in this order: what is absent is not stored as `undefined`. */
export function pickPresent<T extends object, Name extends keyof T>(from: T, names: readonly Name[]): Partial<Pick<T, Name>> {
  const present: Partial<Pick<T, Name>> = {};
  for (const name of names) if (from[name] !== undefined) present[name] = from[name];
  return present;
}
