import { FramePort, isFrameMessage, type FrameMessage } from '../../../local-jira/pages/client/frame-port';

type Answer = (command: string, payload: unknown) => unknown;

/** Two ends joined as `postMessage` joins them: what crosses is cloned, and a function cannot be cloned. */
function join(answerLeft: Answer, answerRight: Answer): { left: FramePort; right: FramePort } {
  const left: FramePort = new FramePort((message) => deliver(message, () => right), answerLeft);
  const right: FramePort = new FramePort((message) => deliver(message, () => left), answerRight);
  return { left, right };
}

function deliver(message: FrameMessage, to: () => FramePort): void {
  const copy = structuredClone(message);
  queueMicrotask(() => to().receive(copy));
}

const silent: Answer = () => undefined;

describe('channel between a page and an app frame', () => {
  it('answers a call with what the other end returned', async () => {
    const { left } = join(silent, (command, payload) => ({ command, payload }));
    await expect(left.call('invoke', { functionKey: 'a' })).resolves.toEqual({ command: 'invoke', payload: { functionKey: 'a' } });
  });

  it('rejects with the name and the words of the failure at the other end', async () => {
    const { left } = join(silent, () => {
      throw new TypeError('no such work item');
    });
    await expect(left.call('invoke')).rejects.toMatchObject({ name: 'TypeError', message: 'no such work item' });
  });

  it('carries a callback in a payload by reference, with its answer', async () => {
    let registered: unknown;
    const { left } = join(silent, (_command, payload) => {
      registered = (payload as { data: { onConfigure: unknown } }).data.onConfigure;
      return true;
    });
    await left.call('setWorkflowRuleConfigurationCallback', { data: { onConfigure: () => '{"mode":"enforce"}' } });
    await expect((registered as () => Promise<unknown>)()).resolves.toBe('{"mode":"enforce"}');
  });

  it('passes on undefined from a callback, which vetoes saving a rule', async () => {
    let registered: unknown;
    const { left } = join(silent, (_command, payload) => (registered = payload));
    await left.call('register', () => undefined);
    await expect((registered as () => Promise<unknown>)()).resolves.toBeUndefined();
  });

  it('hands functions in an answer to the caller, nested and in lists', async () => {
    const heard: unknown[] = [];
    const { left } = join(silent, () => ({ history: [{ push: (path: unknown) => heard.push(path) }] }));
    const answer = (await left.call('createHistory')) as { history: [{ push: (path: string) => Promise<unknown> }] };
    await answer.history[0].push('/x');
    expect(heard).toEqual(['/x']);
  });

  it('rejects a payload that cannot cross instead of waiting for ever', async () => {
    const { left } = join(silent, silent);
    await expect(left.call('invoke', { symbol: Symbol('x') })).rejects.toThrow();
  });

  it.each([[null], ['text'], [{ forge: 2 }], [{ forge: 1, kind: 'call' }]])('ignores messages of others: %p', (data) => {
    expect(isFrameMessage(data)).toBe(false);
  });
});
