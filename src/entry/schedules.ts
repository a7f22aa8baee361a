import { reportPersonalData } from '../app/report-personal-data';
import { sweep } from '../app/sweep';
import type { WorkPorts } from '../app/ports/app-ports';
import { BACKEND_TEXTS } from './backend-texts';

/** What the platform wants of a scheduled function: 204 is success. */
export interface ScheduleResult {
  readonly statusCode: 204 | 500;
}

/** Every five minutes. */
export async function runSweep(ports: WorkPorts): Promise<ScheduleResult> {
  return toResult(ports, 'sweep', async () => {
    const { looked, failed } = await sweep(ports, BACKEND_TEXTS);
    if (looked > 0) ports.log.info('sweep.done', { looked, failed });
  });
}

/** Every week. */
export async function runPersonalDataReport(ports: WorkPorts): Promise<ScheduleResult> {
  return toResult(ports, 'personal-data', () => reportPersonalData(ports));
}

async function toResult(ports: WorkPorts, schedule: string, run: () => Promise<void>): Promise<ScheduleResult> {
  try {
    await run();
    return { statusCode: 204 };
  } catch (error) {
    ports.log.fault('schedule.failed', error, { schedule });
    return { statusCode: 500 };
  }
}
