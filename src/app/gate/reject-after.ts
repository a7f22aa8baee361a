class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

/** Rejects after this many ms unless it is stopped before; nobody has to wait for it. */
export function rejectAfter(timeoutMs: number, signal: AbortSignal): Promise<never> {
  const alarm = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(new DeadlinePassed()), timeoutMs);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
  alarm.catch(() => undefined);
  return alarm;
}
