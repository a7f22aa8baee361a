import { handleProductEvent } from './entry/events';
import { runWork as consumeWork } from './entry/queue-consumer';
import { runSweep as sweepNow } from './entry/sweep-schedule';
import { workPorts } from './ports';

/** Product events. */
export const events = (event: unknown) => handleProductEvent(workPorts, event);

/** The schedule that makes up for what was lost. */
export const runSweep = () => sweepNow(workPorts);

/** The queue of work on work items and gates. */
export const runWork = (event: unknown) => consumeWork(workPorts, event);
