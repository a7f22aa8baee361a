import { sweep, type SweepPorts } from '../app/sweep';
import { BACKEND_TEXTS } from './backend-texts';
import { runSchedule, type ScheduleResult } from './run-schedule';

/** Every five minutes. */
export async function runSweep(ports: SweepPorts): Promise<ScheduleResult> {
  return runSchedule(ports.log, 'sweep', async () => {
    const { looked, failed } = await sweep(ports, BACKEND_TEXTS);
    if (looked > 0) ports.log.info('sweep.done', { looked, failed });
  });
}
