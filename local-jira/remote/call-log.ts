/** One remote call the app made, in the order the calls began. */
export interface RemoteCallRecord {
  /** `kvs`, `jira`, `events`, `privacy` or `unknown`. */
  service: string;
  method: string;
  path: string;
  /** Request body in bytes. */
  bytes: number;
  answerBytes: number;
  /** Places in one row of all starts and ends, so a test sees which calls overlapped. */
  startedAt: number;
  endedAt: number | null;
  /** `null` while it runs and for a connection that broke. */
  status: number | null;
  as: 'app' | 'user' | 'none';
  invocationId: string;
  functionKey: string;
}

/** A log line of the app. */
export interface LogRecord {
  invocationId: string;
  functionKey: string;
  level: string;
  text: string;
  at: string;
}

const KEPT_CALLS = 20_000;
const KEPT_LOG_LINES = 2_000;

/** What the app did since the last clearing: its remote calls and its log. Not durable: it is about this run. */
export class CallLog {
  private calls: RemoteCallRecord[] = [];
  private lines: LogRecord[] = [];
  private order = 0;

  begin(
    call: Omit<RemoteCallRecord, 'startedAt' | 'endedAt' | 'status' | 'answerBytes'>,
  ): (status: number | null, answerBytes: number) => void {
    const record: RemoteCallRecord = { ...call, startedAt: this.tick(), endedAt: null, status: null, answerBytes: 0 };
    if (this.calls.length < KEPT_CALLS) this.calls.push(record);
    return (status, answerBytes) => {
      record.endedAt = this.tick();
      record.status = status;
      record.answerBytes = answerBytes;
    };
  }

  log(line: LogRecord): void {
    this.lines.push(line);
    if (this.lines.length > KEPT_LOG_LINES) this.lines.shift();
  }

  listCalls(): RemoteCallRecord[] {
    return this.calls.map((call) => ({ ...call }));
  }

  listLog(): LogRecord[] {
    return [...this.lines];
  }

  clear(): void {
    this.calls = [];
    this.lines = [];
  }

  private tick(): number {
    this.order += 1;
    return this.order;
  }
}
