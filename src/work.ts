import { handleProductEvent } from './entry/events';
import { runWork as consumeWork } from './entry/queue-consumer';
import { runPersonalDataReport, runSweep as sweepNow } from './entry/schedules';
import { workPorts } from './ports';

/** Product events. */
export const events = (event: unknown) => handleProductEvent(workPorts, event);

/** Schedules. */
export const runSweep = () => sweepNow(workPorts);
export const reportPersonalData = () => runPersonalDataReport(workPorts);

/** The queue. */
export const runWork = (event: unknown) => consumeWork(workPorts, event);
