import { reportPersonalData } from '../app/report-personal-data';
import { runSchedule, type ScheduleResult } from './run-schedule';

/** Every week. */
export async function runPersonalDataReport(ports: Parameters<typeof reportPersonalData>[0]): Promise<ScheduleResult> {
  return runSchedule(ports.log, 'personal-data', () => reportPersonalData(ports));
}
