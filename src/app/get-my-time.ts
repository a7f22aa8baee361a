import type { MyTime } from '../contract/times';
import { defaultCalendar } from '../domain/calendar/working-calendar';
import type { AppPorts, Caller } from './ports/app-ports';
import { readStore } from './store-trouble';

/** The caller's own working time: what they set, else Monday to Friday, 9 to 17 in the zone of their Jira profile. */
export async function getMyTime(ports: Pick<AppPorts, 'screens' | 'people' | 'log'>, { accountId }: Caller): Promise<MyTime> {
  const settings = await readStore(ports.screens.findSettings(accountId));
  return settings?.work ?? { calendar: defaultCalendar(await findOwnZone(ports)), awayUntil: null };
}

async function findOwnZone(ports: Pick<AppPorts, 'people' | 'log'>): Promise<string> {
  try {
    return await ports.people.getOwnZone();
  } catch (error) {
    ports.log.fault('zones.unavailable', error);
    return 'UTC';
  }
}
