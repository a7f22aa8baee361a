import type { LocalJiraParts } from '../compose';
import type { FunctionResult } from '../runtime/app-runtime';
import { toFramePlace } from '../site/module-place';

/** Body of `POST /_local/invoke`. */
export interface InvokeRequest {
  moduleKey: string;
  /** Absent for a validator: then its own function is called with `payload` as the platform's arguments. */
  functionKey: string | null;
  payload: unknown;
  accountId: string | null;
  /** `{issueKey}`, `{projectKey}` or `{workflowId, transitionId, page, ruleId?}`, by kind of module. */
  context: Record<string, unknown>;
  /** Asks first whether the platform would render the module there for the person, and answers 403 if not. */
  asPlatform: boolean;
}

/** @throws {TypeError} with a sentence for the caller. */
export function parseInvokeRequest(body: unknown): InvokeRequest {
  if (typeof body !== 'object' || body === null) throw new TypeError('An invocation is a JSON object.');
  const { moduleKey, functionKey = null, payload, accountId = null, context = {}, asPlatform = false } = body as Record<string, unknown>;
  if (typeof moduleKey !== 'string') throw new TypeError('An invocation names a moduleKey.');
  if (functionKey !== null && typeof functionKey !== 'string') throw new TypeError('functionKey is a text.');
  if (accountId !== null && typeof accountId !== 'string') throw new TypeError('accountId is a text.');
  if (typeof context !== 'object' || context === null) throw new TypeError('context is an object.');
  return { moduleKey, functionKey, payload, accountId, context: context as Record<string, unknown>, asPlatform: asPlatform === true };
}

/**
 * Performs an invocation and answers what the bridge would get: 200 with the returned value (`null` for nothing),
 * 424 with `{error: {name, message}, reason}` when the function failed, 403 or 404 for places that are not there.
 */
export async function invokeLocally(parts: LocalJiraParts, request: InvokeRequest): Promise<Response> {
  const module = parts.modules.find(request.moduleKey);
  if (module === null) return Response.json({ message: `manifest.yml has no module ${request.moduleKey}.` }, { status: 404 });
  const ownFunction = module.raw['function'];
  if (request.functionKey === null && typeof ownFunction === 'string') {
    return toResponse(
      await parts.runtime.invoke({
        functionKey: ownFunction,
        moduleKey: module.key,
        event: request.payload,
        accountId: request.accountId,
        isBackground: module.type === 'consumer' || module.type === 'scheduledTrigger',
        depth: 0,
      }),
    );
  }
  const { accountId, functionKey } = request;
  if (accountId === null || functionKey === null)
    return Response.json({ message: 'This module needs a functionKey and an accountId.' }, { status: 400 });
  const place = toFramePlace(module, request.context);
  if (place === null || parts.places.findExtension(module, place) === null) {
    return Response.json({ message: `There is no such place for ${module.key}.` }, { status: 404 });
  }
  if (request.asPlatform && !parts.places.mayOpen(accountId, module, place)) {
    return Response.json({ message: 'The platform does not render this module for this person.' }, { status: 403 });
  }
  return toResponse(await parts.bridge.invokeAt({ accountId, module, place, functionKey, payload: request.payload }));
}

function toResponse(result: FunctionResult): Response {
  if (result.ok) return Response.json(result.value ?? null);
  return Response.json({ error: result.error, reason: result.reason }, { status: 424 });
}
