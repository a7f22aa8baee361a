import type { RemoteCallRecord } from '../../local-jira/remote/call-log';
import { decideGate } from '../../src/domain/gate/decide-gate';
import { gateMessage } from '../../src/domain/gate/gate-message';
import type { GateInput } from '../../src/domain/gate/gate-verdict';
import type { PlacedLeft } from '../../src/domain/gate/projection';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { BACKEND_TEXTS } from '../../src/entry/backend-texts';
import type { AppSite } from '../support/app-site';
import { everyOption } from '../support/every-option';
import { aHandoff, aRoute, aView, anInput, routesOf } from '../unit/gate/samples';
import { atMost, exactly, type BenchRow } from './bench-row';

/** The largest type there is. */
const ITEMS = 50;

const CPU_RUNS = 5_000;
const CPU_WARM_UP_RUNS = 500;

/** What the gate calls for a refusal, a passage, a type with an attachment item and one with every option on. */
export async function measureGateCalls(site: AppSite, type: HandoffType): Promise<BenchRow[]> {
  const lacking = await site.createInDevelopment('Gate, lacking');
  await site.edit('sender', lacking, type, [{ field: 'section', id: 'situation', value: 'Something is here', basedOn: 0 }]);
  const complete = await site.createInDevelopment('Gate, complete');
  await site.prepare(complete, type);
  const refused = await callsOfMove(site, lacking, 400);
  const passed = await callsOfMove(site, complete, 204);

  const screenshot = {
    itemId: 'screenshot',
    title: 'Screenshot',
    hint: '',
    kind: 'attachment',
    required: true,
    allowNoneKnown: false,
    allowInDescription: false,
    fieldId: null,
  } as const;
  const withAttachment = await site.turnOn('SHOP', { items: [...type.items, screenshot] });
  const attached = await site.createInDevelopment('Gate, attachment item');
  await site.prepare(attached, withAttachment);
  const asked = await callsOfMove(site, attached, 400);
  const allOn = await site.turnOn('SHOP', { items: type.items, options: everyOption(site.account('lead')) });
  const optional = await site.createInDevelopment('Gate, every option on');
  await site.prepare(optional, allOn);
  const withOptions = await callsOfMove(site, optional, 204);
  await site.turnOn('SHOP', { options: {} });

  const [first, second] = passed.filter(isStorage);
  const isParallel = first !== undefined && second !== undefined && second.startedAt < (first.endedAt ?? 0);
  return [
    atMost('gate, refused: KVS gets', refused.filter(isStorage).length, 2),
    exactly('gate, refused: Jira calls', refused.filter(isJira).length, 0),
    atMost('gate, passed: KVS gets', passed.filter(isStorage).length, 2),
    exactly('gate, passed: Jira calls', passed.filter(isJira).length, 0),
    exactly('gate: the two gets run', isParallel ? 'in parallel' : 'in turn', 'in parallel'),
    atMost('gate, every option on: KVS gets', withOptions.filter(isStorage).length, 2),
    exactly('gate, every option on: Jira calls', withOptions.filter(isJira).length, 0),
    atMost('gate, attachment item: KVS gets', asked.filter(isStorage).length, 2),
    atMost('gate, attachment item: Jira calls', asked.filter(isJira).length, 1),
  ];
}

/** CPU of one decision with its message, for a type of 50 required items of which none is there. Reported beside a plain copy of the input. */
export function measureGateCpu(): BenchRow[] {
  const left = Array.from({ length: ITEMS }, (_, position): PlacedLeft => ({
    kind: 'item',
    id: `item-${String(position)}`,
    title: `Required thing number ${String(position)} of this type`,
    position,
  }));
  const inputs = [
    anInput({ routes: routesOf(aRoute({ required: left })), view: aView([aHandoff({ left })]) }),
    anInput({ routes: routesOf(aRoute({ required: left })), view: aView([]) }),
  ];
  const decide = (input: GateInput): void => {
    const verdict = decideGate(input);
    if (verdict.kind !== 'deny' || gateMessage(verdict.denial, BACKEND_TEXTS) === '') throw new Error('the gate let 50 missing items pass');
  };
  const copy = (input: GateInput): void => {
    if (JSON.parse(JSON.stringify(input)) === null) throw new Error('nothing was copied');
  };
  const decision = cpuMs(inputs, decide);
  const reference = cpuMs(inputs, copy);
  return [
    atMost(`gate, ${String(ITEMS)} items: CPU of a decision, p99 of ${String(CPU_RUNS)}`, decision.p99, 5, 'ms'),
    atMost('gate: its median against one JSON copy of its input', decision.median / reference.median, 20, '×'),
  ];
}

function cpuMs(inputs: readonly GateInput[], work: (input: GateInput) => void): { readonly median: number; readonly p99: number } {
  const times: number[] = [];
  for (let run = 0; run < CPU_RUNS + CPU_WARM_UP_RUNS; run += 1) {
    const input = inputs[run % inputs.length];
    if (input === undefined) continue;
    // CPU time of this process, not the clock: another process on the machine does not count.
    const before = process.cpuUsage();
    work(input);
    const { user, system } = process.cpuUsage(before);
    if (run >= CPU_WARM_UP_RUNS) times.push((user + system) / 1_000);
  }
  times.sort((one, other) => one - other);
  return { median: Math.max(0.001, times[Math.floor(times.length / 2)] ?? 0), p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

async function callsOfMove(site: AppSite, issueKey: string, expected: number): Promise<readonly RemoteCallRecord[]> {
  await site.idle();
  await site.takeCalls();
  const { status, messages } = await site.move('sender', issueKey, 'In QA');
  if (status !== expected) throw new Error(`${issueKey} answered ${String(status)} instead of ${String(expected)}: ${messages.join(' ')}`);
  return (await site.takeCalls()).filter(({ functionKey }) => functionKey === 'gate');
}

const isStorage = ({ service }: RemoteCallRecord): boolean => service === 'kvs';
const isJira = ({ service }: RemoteCallRecord): boolean => service === 'jira';
