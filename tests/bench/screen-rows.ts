import { readFileSync } from 'node:fs';

import type { RemoteCallRecord } from '../../local-jira/remote/call-log';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { EDIT_CHECK_HOLDS_MS } from '../../src/app/record/stored-record';
import { SAVE_DELAY_MS } from '../../static/handoff/draft/save-queue';
import type { AppSite } from '../support/app-site';
import { atLeast, atMost, exactly, type BenchRow } from './bench-row';

/** Calls of the one save that begins a draft: no budget names it, so it is held where it stands. */
const CALLS_OF_BEGINNING = 8;

/** Most bytes a revision number with its envelope takes. */
const MAX_WATCH_ANSWER_BYTES = 64;

/** Backend calls of the Handoff screen: opened by three people, ticked, typed in, watched. */
export async function measureScreenCalls(site: AppSite, type: HandoffType): Promise<BenchRow[]> {
  const waiting = await site.createInDevelopment('Screen, waiting');
  await site.handOver(waiting, type);
  const draft = await site.createInDevelopment('Screen, draft');
  const openings: number[] = [];
  for (const issueKey of [waiting, draft])
    for (const part of ['sender', 'receiver', 'lead'] as const)
      openings.push((await callsOf(site, () => site.screen(part, issueKey))).length);

  const tick = (id: string, basedOn: number) => () =>
    site.edit('sender', draft, type, [{ field: 'item', id, value: { kind: 'text', text: `Staging ${String(basedOn)}` }, basedOn }]);
  const write = (basedOn: number) => () =>
    site.edit('sender', draft, type, [{ field: 'section', id: 'background', value: `Text ${String(basedOn)}`, basedOn }]);
  const first = await callsOf(site, tick('where_to_test', 0));
  const second = await callsOf(site, tick('where_to_test', 1));
  const note = await callsOf(site, write(0));
  await site.advance(EDIT_CHECK_HOLDS_MS + 60_000);
  const later = await callsOf(site, write(1));
  const watched = JSON.stringify(await site.call('receiver', 'handoff.watch', {}, { issueKey: waiting }));

  return [
    atMost('Handoff screen opens: backend calls, most of 3 people × 2 states', Math.max(...openings), 4),
    exactly('one tick', describeCalls(second), '1 get, 1 transaction'),
    exactly('one note save', describeCalls(note), '1 get, 1 transaction'),
    atMost(
      'the save that begins a draft (once per handoff, held as it is)',
      first.filter(({ service }) => service !== 'events').length,
      CALLS_OF_BEGINNING,
    ),
    exactly('a save after more than 10 minutes', describeCalls(later), '1 get, 1 permission check, 1 transaction'),
    atLeast('permission check remembered', EDIT_CHECK_HOLDS_MS / 60_000, 10, 'min'),
    atLeast('autosave waits for rest (source)', SAVE_DELAY_MS, 1_000, 'ms'),
    atLeast('watching interval (source)', readWatchIntervalMs(), 15_000, 'ms'),
    atMost('watching answer', Buffer.byteLength(watched), MAX_WATCH_ANSWER_BYTES, 'B'),
  ];
}

async function callsOf(site: AppSite, act: () => Promise<unknown>): Promise<readonly RemoteCallRecord[]> {
  await site.idle();
  await site.takeCalls();
  await act();
  // What the queue does meanwhile is no part of what the person waits for.
  return (await site.takeCalls()).filter(({ functionKey }) => functionKey === 'handoff-bridge');
}

/** Calls by kind in a fixed order, for example `1 get, 1 transaction`; queue pushes are not counted, anything unexpected is named. */
function describeCalls(calls: readonly RemoteCallRecord[]): string {
  const kinds = calls
    .filter(({ service }) => service !== 'events')
    .map(({ service, path }) => KINDS[`${service} ${path.split('?')[0] ?? ''}`] ?? `${service} ${path}`);
  return [...new Set(kinds)]
    .sort()
    .map((kind) => `${String(kinds.filter((each) => each === kind).length)} ${kind}`)
    .join(', ');
}

const KINDS: Readonly<Record<string, string>> = {
  'kvs /api/v1/entity/get': 'get',
  'kvs /api/v1/transaction': 'transaction',
  'jira /rest/api/3/permissions/check': 'permission check',
};

/** The hook needs React to load, so its interval is read from its source. */
function readWatchIntervalMs(): number {
  const [, text = ''] = /WATCH_INTERVAL_MS = ([\d_]+)/u.exec(readFileSync('static/handoff/data/use-watch.ts', 'utf8')) ?? [];
  return Number(text.replaceAll('_', ''));
}
