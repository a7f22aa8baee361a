import * as v from 'valibot';

import type { BridgeContract, BridgeFunction } from '../contract/bridge-contract';
import type { CallResult } from '../contract/call';
import { AppError } from '../app/app-error';
import type { AppPorts } from '../app/ports/app-ports';
import { toCallResult } from './call-result';
import { parseTrustedContext, type TrustedContext } from './trusted-context';

/** A function of the bridge, with its payload's schema inside: it takes what came over the bridge. */
export type BridgeEntry<Ports, Result> = (ports: Ports, context: TrustedContext, payload: unknown) => Promise<Result>;

/** Functions of the contract over the same ports; the compiler holds names, payloads and results against the contract. */
export type BridgeTable<Ports, Names extends BridgeFunction> = {
  readonly [Name in Names]: BridgeEntry<Ports, BridgeContract[Name]['result']>;
};

/**
 * Puts a payload's schema before a function.
 *
 * @throws {AppError} INVALID_PAYLOAD with the dotted path of the first thing that is wrong.
 */
export function entry<Ports, Schema extends v.GenericSchema, Result>(
  schema: Schema,
  handle: (ports: Ports, context: TrustedContext, payload: v.InferOutput<Schema>) => Promise<Result>,
): BridgeEntry<Ports, Result> {
  return async (ports, context, payload) => {
    const parsed = v.safeParse(schema, payload);
    if (!parsed.success) throw new AppError('INVALID_PAYLOAD', { path: v.getDotPath(parsed.issues[0]) ?? '' });
    return handle(ports, context, parsed.output);
  };
}

/** What a resolver of `@forge/resolver` is called with. */
interface BridgeRequest {
  readonly payload: unknown;
  readonly context: unknown;
}

/** Answers one function of the bridge; never throws. */
export type BridgeHandler = (request: BridgeRequest) => Promise<CallResult<unknown>>;

/** Binds a table to ports. Every call is validated, its target taken from the trusted context, and its caller's right checked by the use case. */
export function makeBridge<Ports extends Pick<AppPorts, 'machine' | 'log'>>(
  table: Readonly<Record<string, BridgeEntry<Ports, unknown>>>,
  ports: Ports,
): ReadonlyMap<string, BridgeHandler> {
  return new Map(
    Object.entries(table).map(([name, call]) => [
      name,
      ({ payload, context }: BridgeRequest) => toCallResult(ports, name, async () => call(ports, parseTrustedContext(context), payload)),
    ]),
  );
}
