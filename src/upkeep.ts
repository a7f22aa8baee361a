import { runPersonalDataReport } from './entry/report-schedule';
import { runUpkeep as consumeUpkeep } from './entry/upkeep-consumer';
import { upkeepPorts } from './ports';

/** The schedule that reports whose account ids are stored. */
export const reportPersonalData = () => runPersonalDataReport(upkeepPorts);

/** The queue of upkeep: numbers, and people who left. */
export const runUpkeep = (event: unknown) => consumeUpkeep(upkeepPorts, event);
