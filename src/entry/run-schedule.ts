import type { Log } from '../app/ports/log';

/** What the platform wants of a scheduled function: 204 is success. */
export interface ScheduleResult {
  readonly statusCode: 204 | 500;
}

/** Runs a schedule; a fault is logged, and answered so that the platform knows of it. */
export async function runSchedule(log: Log, schedule: string, run: () => Promise<void>): Promise<ScheduleResult> {
  try {
    await run();
    return { statusCode: 204 };
  } catch (error) {
    log.fault('schedule.failed', error, { schedule });
    return { statusCode: 500 };
  }
}
