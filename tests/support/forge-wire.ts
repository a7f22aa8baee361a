/** One request an adapter sent through the platform's seam. */
export interface WireRequest {
  readonly descriptor: { readonly type: string; readonly provider?: string; readonly remote?: string };
  readonly path: string;
  readonly method: string;
  readonly body: unknown;
}

/** What the platform answers: a response, or a connection that breaks. */
export type WireAnswer = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> } | 'broken';

/**
 * The platform's side of the seam `@forge/*` packages reach for: records what adapters send and plays back answers in order; the last one
 * stays. Nothing of `@forge/*` is replaced.
 */
export class ForgeWire {
  readonly requests: WireRequest[] = [];
  private answers: WireAnswer[] = [];

  constructor() {
    Object.assign(globalThis, { __forge_runtime__: {}, __forge_fetch__: this.fetch });
  }

  /** Forgets what was sent and answers like this from now on. */
  play(...answers: WireAnswer[]): void {
    this.requests.length = 0;
    this.answers = answers;
  }

  private readonly fetch = (
    descriptor: WireRequest['descriptor'],
    path: string,
    init: { method?: string; body?: string } = {},
  ): Promise<Response> => {
    this.requests.push({
      descriptor,
      path,
      method: init.method ?? 'GET',
      body: init.body === undefined ? null : (JSON.parse(init.body) as unknown),
    });
    const answer = (this.answers.length > 1 ? this.answers.shift() : this.answers[0]) ?? { status: 200 };
    if (answer === 'broken') return Promise.reject(new TypeError('fetch failed'));
    const text = answer.body === undefined ? null : JSON.stringify(answer.body);
    return Promise.resolve(
      new Response(answer.status === 204 ? null : text, {
        status: answer.status,
        ...(answer.headers === undefined ? {} : { headers: answer.headers }),
      }),
    );
  };
}
