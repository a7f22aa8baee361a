/**
 * Who asks. `viaApp` is set for calls the app makes, also those it makes as a user: their changes are the app's own
 * (`selfGenerated`), and the manifest's scopes bind them. `depth` is how deep the app's invocation runs, 0 outside.
 * `automation` is the actor of the site's rules, who may do in every project what people may, but is no app.
 */
export type Caller =
  | { kind: 'user'; accountId: string; viaApp: boolean; depth: number }
  | { kind: 'app'; accountId: string; viaApp: true; depth: number }
  | { kind: 'automation'; accountId: string; viaApp: false; depth: number };

/** A person in front of a browser or an outside client with that person's credentials. */
export function asPerson(accountId: string): Caller {
  return { kind: 'user', accountId, viaApp: false, depth: 0 };
}
