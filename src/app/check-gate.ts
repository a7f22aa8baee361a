import { gateMessage } from '../domain/gate/gate-message';
import type { GateDenial } from '../domain/gate/gate-verdict';
import { judgeMove, type GateRequest, type Judged, type JudgePorts } from './gate/judge-move';
import { rejectAfter } from './gate/reject-after';
import type { AppPorts } from './ports/app-ports';
import type { Work } from './ports/work-queue';

/** Whether the move may happen, and what Jira shows if not. */
export interface GateAnswer {
  readonly allowed: boolean;
  readonly message: string | null;
}

export type GatePorts = JudgePorts & Pick<AppPorts, 'queue'>;

/** Texts by key, in the site's language. */
export type GateStrings = Readonly<Record<string, string>>;

/** Longest wait for the queue to take what was refused, in ms (design decision 7). */
const PUSH_WAIT_MS = 300;

/** Answers the platform about a move (`judgeMove`), and has the queue repair and count what was seen. Never throws. */
export async function checkGate(ports: GatePorts, request: GateRequest, strings: GateStrings): Promise<GateAnswer> {
  const reference = ports.machine
    .newId()
    .replace(/[^a-z0-9]/giu, '')
    .slice(0, REFERENCE_LENGTH)
    .toUpperCase();
  const judged = await judgeMove(ports, request, reference);
  const { verdict } = judged;
  const denial = 'denial' in verdict ? verdict.denial : null;
  const work = [...judged.repairs, ...toRefusalWork(judged, request, denial), ...toPassageWork(judged)];
  if (work.length > 0) await pushBriefly(ports, work);
  if (verdict.kind === 'allow') return { allowed: true, message: null };
  if (denial === null) return { allowed: false, message: null };
  const { code, team, left, leftCount } = denial;
  return { allowed: false, message: gateMessage({ code, team, left, leftCount }, strings, code === 'CANNOT_CHECK' ? reference : code) };
}

/** Characters of the code an admin searches the log for. */
const REFERENCE_LENGTH = 6;

/** Moves nobody stopped although a rule asked for something are counted, also without a handoff. */
function toPassageWork({ verdict, projectId }: Judged): Work[] {
  if (verdict.kind !== 'allow' || projectId === null) return [];
  if (verdict.reason === 'paused') return [{ kind: 'countPassage', projectId, passage: 'paused' }];
  return verdict.reason === 'wouldBlock' ? [{ kind: 'countPassage', projectId, passage: 'wouldBlock' }] : [];
}

/** What was missing at a refused move is kept for the numbers (domain.md 2.5), where there is a handoff to keep it with. */
function toRefusalWork({ verdict, issueId }: Judged, { issueKey }: GateRequest, denial: GateDenial | null): Work[] {
  const handoffId = denial?.handoffId ?? null;
  if (denial === null || handoffId === null || issueId === null || denial.code === 'CANNOT_CHECK') return [];
  const missedIds = denial.left.filter(({ kind }) => kind !== 'receiver').map(({ id }) => id);
  return [{ kind: 'recordRefusal', issueId, issueKey, handoffIds: [handoffId], missedIds, observed: verdict.kind === 'allow' }];
}

async function pushBriefly(ports: GatePorts, work: readonly Work[]): Promise<void> {
  const stop = new AbortController();
  try {
    await Promise.race([ports.queue.push(work), rejectAfter(PUSH_WAIT_MS, stop.signal)]);
  } catch (error) {
    ports.log.fault('gate.push_failed', error);
  } finally {
    stop.abort();
  }
}
