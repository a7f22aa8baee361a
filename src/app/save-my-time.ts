import type { MyTime } from '../contract/times';
import { isZone } from '../domain/calendar/wall-clock';
import type { WorkingCalendar } from '../domain/calendar/working-calendar';
import { AppError } from './app-error';
import { requireLicence } from './command/run-command';
import type { AppPorts, Caller } from './ports/app-ports';
import { readStore } from './store-trouble';

/**
 * Keeps the caller's own working time. A changed calendar gets the next version, so that offers tell which one they were made with (E27).
 * Whoever keeps one is asked about in the weekly report, also without a part in any handoff.
 *
 * @throws {AppError} INVALID_PAYLOAD for a zone that does not exist; LICENCE_LAPSED, STORAGE_BUSY.
 */
export async function saveMyTime(
  ports: Pick<AppPorts, 'screens' | 'machine'>,
  caller: Caller,
  given: { readonly calendar: Omit<WorkingCalendar, 'version'>; readonly awayUntil: string | null },
): Promise<MyTime> {
  requireLicence(caller);
  if (!isZone(given.calendar.zone)) throw new AppError('INVALID_PAYLOAD', { path: 'calendar.zone' });
  const before = await readStore(ports.screens.findSettings(caller.accountId));
  const { zone, week, daysOff } = given.calendar;
  const known = before?.work?.calendar;
  const isSame = known !== undefined && JSON.stringify({ zone, week, daysOff, version: known.version }) === JSON.stringify(known);
  const calendar = { zone, week, daysOff, version: isSame ? known.version : (known?.version ?? 0) + 1 };
  const work = { calendar, awayUntil: given.awayUntil };
  const settings = { schema: 1, lastReceivers: {}, ...before, work } as const;
  await readStore(ports.screens.saveOwnSettings(caller.accountId, settings, ports.machine.now()));
  return work;
}
