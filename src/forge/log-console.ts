import type { Log, LogFacts } from '../app/ports/log';

/** `Log` as one JSON line per event on the platform's console. Facts are typed so that no text or account id fits in by accident. */
export const consoleLog: Log = {
  info: (event, facts = {}) => console.info(toLine(event, facts)),
  warn: (event, facts = {}) => console.warn(toLine(event, facts)),
  fault: (event, cause, facts = {}) => console.error(toLine(event, { ...facts, ...toCauseFacts(cause) })),
};

function toLine(event: string, facts: LogFacts): string {
  return JSON.stringify({ event, ...facts });
}

/** Name and stack frames only: a message may quote what somebody typed. */
function toCauseFacts(cause: unknown): LogFacts {
  if (!(cause instanceof Error)) return { cause: typeof cause };
  const frames = (cause.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const kind = 'kind' in cause && typeof cause.kind === 'string' ? { kind: cause.kind } : {};
  return {
    cause: cause.name,
    ...kind,
    frames: frames
      .slice(0, 8)
      .map((frame) => frame.trim())
      .join(' | '),
  };
}
