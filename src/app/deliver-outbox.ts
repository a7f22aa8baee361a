import { isFormer } from '../domain/audit/former-person';
import { isGone } from '../domain/handoff/receiver';
import { getPinnedType, type Notice, type StoredRecord } from './record/stored-record';
import type { AppPorts } from './ports/app-ports';
import { JiraFault } from './ports/jira-fault';
import { needsMirror } from './record/build-change';
import { changeRecord, NOTHING, type Plan } from './record/change-record';
import { subjectOf } from './record/notices';
import { toMirrorValue } from './record/mirror-value';

export type DeliverPorts = Pick<AppPorts, 'records' | 'screens' | 'notifier' | 'mirror' | 'machine' | 'log'>;

/** Texts of the notifications by key, with `{key}`, `{type}` and `{text}` in them. */
export type NoticeStrings = Readonly<Record<string, string>>;

interface ClaimedNotice extends Notice {
  /** Its key in the record. */
  readonly key: string;
}

/** How often the fields are written again where deliveries at the same time wrote different values, before the sweep does it. */
const MAX_ROUNDS = 3;

/**
 * Brings to Jira what one work item still owes it. A notification is claimed in the record before it is sent, so it goes out at most
 * once (design.md 6, Quiet); the two fields are written in one call and only when they say something else (design decision 3).
 */
export async function deliverOutbox(ports: DeliverPorts, issueId: string, strings: NoticeStrings): Promise<void> {
  for (let round = 1; round <= MAX_ROUNDS; round += 1) if (await deliverOnce(ports, issueId, strings)) return;
}

/** @returns Whether nobody else wrote something else meanwhile, so that what the record says of the fields is what they say. */
async function deliverOnce(ports: DeliverPorts, issueId: string, strings: NoticeStrings): Promise<boolean> {
  let claimed: readonly ClaimedNotice[] = [];
  const { stored } = await changeRecord(ports, {
    issueId,
    commandId: null,
    begin: null,
    plan: (found) => {
      claimed = listPending(found);
      return claimed.length === 0 ? NOTHING : withNotices(found, claimed, 'claimed', ports.machine.now());
    },
  });
  if (stored === null) return true;
  const [sent, mirrored] = await Promise.all([sendAll(ports, stored, claimed, strings), writeMirror(ports, stored)]);
  const noted =
    claimed.length === 0 && mirrored === null
      ? null
      : await changeRecord(ports, {
          issueId,
          commandId: null,
          begin: null,
          known: stored,
          plan: (found) => withOutcome(found, sent, { seen: stored.outbox.mirror, written: mirrored }, ports.machine.now()),
        });
  await Promise.all(claimed.filter(({ kind }) => kind === 'offer').map(({ key }) => rememberReceiver(ports, stored, key)));
  return mirrored === null || noted?.stored?.outbox.mirror !== null;
}

function listPending({ outbox }: StoredRecord): ClaimedNotice[] {
  return Object.entries(outbox.notices).flatMap(([key, notice]) => (notice.state === 'pending' ? [{ ...notice, key }] : []));
}

function withNotices(found: StoredRecord, changed: readonly ClaimedNotice[], state: Notice['state'], at: string): Plan {
  const notices = { ...found.outbox.notices };
  for (const { key, ...notice } of changed) notices[key] = { ...notice, state, at };
  return { events: [], beside: { outbox: { ...found.outbox, notices } } };
}

/** What the record said of the two fields before this delivery, and what it wrote into them; null for nothing. */
interface MirrorWrite {
  readonly seen: StoredRecord['outbox']['mirror'];
  readonly written: StoredRecord['outbox']['mirror'];
}

/** Notices that are still the claimed ones get their final state; a newer one of the same handoff stays as it is. */
function withOutcome(found: StoredRecord, sent: ReadonlyMap<string, boolean>, { seen, written }: MirrorWrite, at: string): Plan {
  // Where another delivery wrote something else into the fields, nobody knows which value stands there now: it is written again.
  const isCertain = [seen, written].some((value) => JSON.stringify(found.outbox.mirror) === JSON.stringify(value));
  const mirror = written === null ? found.outbox.mirror : isCertain ? written : null;
  const notices = Object.fromEntries(
    Object.entries(found.outbox.notices).map(([key, notice]) => {
      const wasSent = sent.get(key);
      return [
        key,
        wasSent === undefined || notice.state !== 'claimed'
          ? notice
          : { ...notice, state: wasSent ? ('sent' as const) : ('failed' as const), at },
      ];
    }),
  );
  const newest = found.record.handoffs.at(-1);
  return {
    events: [],
    beside: { outbox: { mirror, notices } },
    ...(newest === undefined ? {} : { rowTimers: { [newest.handoffId]: null } }),
  };
}

async function sendAll(
  ports: DeliverPorts,
  stored: StoredRecord,
  claimed: readonly ClaimedNotice[],
  strings: NoticeStrings,
): Promise<ReadonlyMap<string, boolean>> {
  const outcomes = await Promise.all(
    claimed.map(async (notice): Promise<readonly [string, boolean]> => {
      if (isFormer(notice.to)) return [notice.key, false];
      try {
        await ports.notifier.notify(stored.record.issueId, notice.to, toText(stored, notice, strings));
        return [notice.key, true];
      } catch (error) {
        ports.log.fault('notice.not_sent', error, { handoffId: subjectOf(notice.key) });
        return [notice.key, false];
      }
    }),
  );
  return new Map(outcomes);
}

function toText(stored: StoredRecord, { key: noticeKey, kind }: ClaimedNotice, strings: NoticeStrings): { subject: string; body: string } {
  const handoff = stored.record.handoffs.find((each) => each.handoffId === subjectOf(noticeKey));
  const type = handoff === undefined ? '' : getPinnedType(stored, handoff).name;
  const text = handoff?.note['recommendation']?.value?.trim() ?? '';
  const fill = (key: string): string =>
    (strings[key] ?? key).replace(/\{(\w+)\}/gu, (whole, name: string) => ({ key: stored.seen.issueKey, type, text })[name] ?? whole);
  return { subject: fill(`notice.${kind}.subject`), body: fill(`notice.${kind}.body`).trim() };
}

/** @returns What the fields say now; null when nothing was written. A work item that is gone owes nothing any more. */
async function writeMirror(ports: DeliverPorts, stored: StoredRecord): Promise<StoredRecord['outbox']['mirror']> {
  if (!needsMirror(stored)) return null;
  const value = toMirrorValue(stored);
  try {
    await ports.mirror.write(stored.record.issueId, value);
    return value;
  } catch (error) {
    ports.log.fault('mirror.not_written', error);
    const isHopeless = error instanceof JiraFault && (error.kind === 'notFound' || error.kind === 'refused' || error.kind === 'forbidden');
    return isHopeless ? value : null;
  }
}

/** Whom the sender handed this type to is preselected the next time (experience.md 2). */
async function rememberReceiver(ports: DeliverPorts, stored: StoredRecord, handoffId: string): Promise<void> {
  const handoff = stored.record.handoffs.find((each) => each.handoffId === handoffId);
  const receiver = handoff?.offer?.receiver ?? null;
  const senderId = handoff?.sender.value ?? null;
  if (handoff === undefined || receiver === null || senderId === null || isGone(receiver)) return;
  try {
    const before = await ports.screens.findSettings(senderId);
    if (JSON.stringify(before?.lastReceivers[handoff.typeId]) === JSON.stringify(receiver)) return;
    await ports.screens.saveSettings(senderId, {
      schema: 1,
      ...before,
      lastReceivers: { ...before?.lastReceivers, [handoff.typeId]: receiver },
    });
  } catch (error) {
    ports.log.fault('receiver.not_remembered', error);
  }
}
