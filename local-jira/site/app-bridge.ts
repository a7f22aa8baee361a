import { randomUUID } from 'node:crypto';

import type { ProductResponse } from '../host-api';
import type { AppModule } from '../runtime/app-manifest';
import type { AppRuntime, FunctionResult } from '../runtime/app-runtime';
import { MAX_REQUEST_BYTES } from '../runtime/limits';
import type { JiraService } from '../services/jira/jira-service';
import type { FramePlace, OpenedFrame } from '../site';
import type { SiteIdentity } from '../site-identity';
import type { AppModules } from './app-modules';
import type { ModulePlaces } from './module-place';

interface Frame {
  accountId: string;
  module: AppModule;
  place: FramePlace;
  context: Record<string, unknown>;
}

/** What a front end sends for `requestJira` (@forge/bridge 7.2.0). */
interface ProductRequest {
  product?: unknown;
  restPath?: unknown;
  fetchRequestInit?: { method?: string; headers?: [string, string][]; body?: string | null };
  isMultipartFormData?: boolean;
}

/** Hears of every resolver call that succeeded; the demo's guide ticks its steps by it. */
export type InvokeListener = (call: { accountId: string; functionKey: string; place: FramePlace; value: unknown }) => void;

/** Frames kept open at once; the oldest are forgotten, as a page that was left. */
const MAX_FRAMES = 2_000;

/** What the bridge reaches. */
export interface BridgeParts {
  runtime: AppRuntime;
  jira: JiraService;
  modules: AppModules;
  places: ModulePlaces;
  identity: SiteIdentity;
  siteUrl: () => string;
  license: () => { active: boolean } | undefined;
}

/** A resolver call for somebody at a place. */
export interface ResolverCall {
  accountId: string;
  module: AppModule;
  place: FramePlace;
  functionKey: string;
  payload: unknown;
}

/** The platform's side of the bridge: opens frames and performs what they ask with the context fixed at opening. */
export class AppBridge {
  private readonly frames = new Map<string, Frame>();
  private readonly listeners: InvokeListener[] = [];

  constructor(private readonly parts: BridgeParts) {}

  onInvoke(listener: InvokeListener): void {
    this.listeners.push(listener);
  }

  open(accountId: string, moduleKey: string, place: FramePlace): OpenedFrame | null {
    const module = this.parts.modules.find(moduleKey);
    if (module === null || !this.parts.places.mayOpen(accountId, module, place)) return null;
    const context = this.findContext(accountId, module, place);
    const src = this.parts.modules.findPageUrl(module, place.kind === 'rule' || place.kind === 'gadget' ? place.page : undefined);
    if (context === null || src === null) return null;
    const token = randomUUID();
    this.frames.set(token, { accountId, module, place, context });
    const [oldest] = this.frames.keys();
    if (this.frames.size > MAX_FRAMES && oldest !== undefined) this.frames.delete(oldest);
    return { token, src, context, title: module.title };
  }

  /** `null` for a token nobody was given, or one of another user. */
  findFrameContext(token: string, accountId: string): Record<string, unknown> | null {
    const frame = this.findFrame(token, accountId);
    return frame === null ? null : frame.context;
  }

  /** `null` as {@link findFrameContext}. */
  async invokeFrom(token: string, accountId: string, functionKey: string, payload: unknown): Promise<FunctionResult | null> {
    const frame = this.findFrame(token, accountId);
    if (frame === null) return null;
    return this.invoke({ accountId, module: frame.module, place: frame.place, functionKey, payload }, frame.context);
  }

  /**
   * Calls a resolver function as the platform would for a frame at this place. Asks nobody whether the person may
   * open the module: the app has to check its user itself.
   *
   * @throws {Error} when the place does not exist or the module has no resolver.
   */
  async invokeAt(call: ResolverCall): Promise<FunctionResult> {
    const context = this.findContext(call.accountId, call.module, call.place);
    if (context === null) throw new Error(`There is no such place for ${call.module.key}.`);
    return this.invoke(call, context);
  }

  async requestProduct(accountId: string, request: ProductRequest): Promise<ProductResponse> {
    const { product, restPath, fetchRequestInit = {}, isMultipartFormData = false } = request;
    if (product !== 'jira' || typeof restPath !== 'string' || isMultipartFormData) {
      return toProductResponse(
        501,
        JSON.stringify({ errorMessages: ['The local Jira plays requestJira with text bodies only.'] }),
        'application/json',
      );
    }
    const headers = Object.fromEntries((fetchRequestInit.headers ?? []).map(([name, value]) => [name.toLowerCase(), value]));
    const answer = await this.parts.jira.request(
      { kind: 'user', accountId, viaApp: true, depth: 0 },
      {
        method: fetchRequestInit.method ?? 'GET',
        target: restPath,
        rawBody: fetchRequestInit.body ?? null,
        contentType: headers['content-type'] ?? '',
      },
    );
    if (answer.binary !== undefined) {
      const body = Buffer.from(answer.binary.content).toString('base64');
      return { ...toProductResponse(answer.status, body, answer.binary.contentType), isAttachment: true };
    }
    return toProductResponse(answer.status, answer.body === undefined ? '' : JSON.stringify(answer.body), 'application/json');
  }

  private findFrame(token: string, accountId: string): Frame | null {
    const frame = this.frames.get(token);
    const isThere = frame !== undefined && this.parts.modules.find(frame.module.key) !== null;
    return isThere && frame.accountId === accountId ? frame : null;
  }

  private async invoke(
    { accountId, module, place, functionKey, payload }: ResolverCall,
    context: Record<string, unknown>,
  ): Promise<FunctionResult> {
    if (module.resolverFunction === null) throw new Error(`The module ${module.key} has no resolver in manifest.yml.`);
    const call = { functionKey, ...(payload === undefined ? {} : { payload }) };
    if (Buffer.byteLength(JSON.stringify(call)) > MAX_REQUEST_BYTES) {
      return {
        ok: false,
        reason: 'tooLarge',
        error: { name: 'PayloadTooLarge', message: `A call holds at most ${MAX_REQUEST_BYTES} bytes.` },
      };
    }
    // The platform derives the context anew from the frame's place; nothing of it comes from the page.
    const result = await this.parts.runtime.invoke({
      functionKey: module.resolverFunction,
      moduleKey: module.key,
      event: { call, context },
      accountId,
      isBackground: false,
      depth: 0,
    });
    if (result.ok) this.listeners.forEach((listener) => listener({ accountId, functionKey, place, value: result.value }));
    return result;
  }

  private findContext(accountId: string, module: AppModule, place: FramePlace): Record<string, unknown> | null {
    const extension = this.parts.places.findExtension(module, place);
    if (extension === null) return null;
    const { cloudId, environmentId, appId } = this.parts.identity;
    const license = this.parts.license();
    return {
      accountId,
      cloudId,
      environmentId,
      environmentType: 'PRODUCTION',
      extension,
      ...(license === undefined ? {} : { license }),
      localId: `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${module.key}`,
      locale: 'en-US',
      moduleKey: module.key,
      siteUrl: this.parts.siteUrl(),
      timezone: this.parts.jira.parts.state.users.find(accountId)?.timeZone ?? 'Etc/UTC',
    };
  }
}

function toProductResponse(status: number, body: string, contentType: string): ProductResponse {
  return { body, headers: { 'content-type': contentType }, status, statusText: '', isAttachment: false };
}
