import * as v from 'valibot';

import { actOnHandoff, type ActPorts, type PlainCommand } from '../app/act-on-handoff';
import * as payloads from '../contract/payloads';
import { entry } from './bridge-entry';
import { toIssueCaller } from './trusted-context';

/** A function that needs nothing but the pipeline. */
export function plain<Schema extends v.GenericSchema<unknown, { readonly issueId?: string | undefined; readonly commandId: string }>>(
  schema: Schema,
  toCommand: (payload: v.InferOutput<Schema>) => PlainCommand,
) {
  return entry(schema, (ports: ActPorts, context, payload) =>
    actOnHandoff(ports, toIssueCaller(context, payload), { commandId: payload.commandId, command: toCommand(payload) }),
  );
}

/** Rating, on the work item and in a row of the project page. */
export const rate = plain(payloads.rate, ({ handoffId, value, comment }) => ({ type: 'rate', handoffId, value, comment }));
