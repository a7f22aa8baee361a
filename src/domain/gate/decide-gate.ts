import type { AllowReason, GateDenial, GateInput, GateLookup, GateRuling, GateVerdict } from './gate-verdict';
import { judgeSignedOff } from './judge-handoff';
import { admits, covers, judgeOwnRoute } from './judge-own-route';
import type { GateRoute, GateRoutes, GateView, LiveRequirement, RuleConfiguration } from './projection';

/**
 * Decides whether a move may happen: the one decision for validator, panel and lists (design decisions 2 and 7, domain.md 4.3).
 *
 * Pure and total. It first decides with the stored projections; where they are missing, stale or cannot know, it asks for one lookup of
 * each kind at most and is then called again. What stays unknown after that stops the move: it fails closed, unless the rule says
 * otherwise. Moves without a route pass, backward moves among them (E14).
 */
export function decideGate(input: GateInput): GateVerdict {
  if (input.licenceActive === false) return allow('unlicensed');
  if (input.rule === 'malformed') return { kind: 'deny', denial: withoutType('RULE_BROKEN') };
  return applyRule(input.rule, judge(input, input.rule));
}

/**
 * What a fault ends in: storage or Jira did not answer, or the deadline passed before `decideGate` had what it needs.
 */
export function decideFaultedGate(rule: GateInput['rule'], licenceActive: boolean | undefined): GateRuling {
  if (licenceActive === false) return allow('unlicensed');
  if (rule === 'malformed') return { kind: 'deny', denial: withoutType('RULE_BROKEN') };
  return applyRule(rule, { kind: 'deny', denial: withoutType('CANNOT_CHECK') });
}

/** Observe mode never stops a move; a fault stops it only where the rule says block. */
function applyRule<Verdict extends GateVerdict>(rule: RuleConfiguration, verdict: Verdict): Verdict | GateRuling {
  if (verdict.kind !== 'deny') return verdict;
  if (verdict.denial.code === 'CANNOT_CHECK' && rule.onFault === 'allow') return { kind: 'allow', reason: 'fault', denial: verdict.denial };
  if (rule.mode === 'observe') return { kind: 'allow', reason: 'wouldBlock', denial: verdict.denial };
  return verdict;
}

function judge(input: GateInput, rule: RuleConfiguration): GateVerdict {
  const { routes, transition, view } = input;
  if (routes === null) return lookUp(input, 'truth', []);

  // Work item types are not looked at yet: knowing them may take a lookup that a move without any route must not cost.
  const related = routes.routes.filter(
    (route) => covers(route, transition) || (rule.requires === 'accepted' && route.toStatusId === transition.fromStatusId),
  );
  if (related.length === 0) return allow('noRoute');
  if (related.every((route) => route.paused)) return allow('paused', related[0]);

  if (isStale(view, routes, input, rule)) {
    if (!input.lookedUp.includes('truth')) return lookUp(input, 'truth', related);
    if (view !== null && view.projectId !== routes.projectId) return { kind: 'deny', denial: withoutType('CANNOT_CHECK') };
  }

  const issueTypeId = input.issue?.issueTypeId ?? view?.issueTypeId ?? null;
  if (issueTypeId === null && input.lookedUp.length === 0 && related.some((route) => route.workItemTypeIds.length > 0)) {
    return lookUp(input, 'issue', related);
  }
  return judgeRoutes(
    input,
    rule,
    related.filter((route) => admits(route, issueTypeId)),
  );
}

/**
 * `prepared` looks at the route itself. `accepted` looks at it when its type opens at acceptance; else at what was handed over into the
 * from-status. A type that opens at the offer cannot be accepted before its own move, so there `accepted` asks for no more than `prepared`.
 */
function judgeRoutes(input: GateInput, rule: RuleConfiguration, related: readonly GateRoute[]): GateVerdict {
  const own = related.find((route) => covers(route, input.transition));
  const incoming = related.filter((route) => route.toStatusId === input.transition.fromStatusId);
  if (rule.requires === 'accepted' && own?.opensAt !== 'acceptance' && incoming.length > 0) {
    const enforced = incoming.filter((route) => !route.paused);
    if (enforced.length === 0) return allow('paused', incoming[0]);
    const verdict = resolve(input, enforced, judgeSignedOff(input, enforced));
    const paused = incoming.find((route) => route.paused);
    return verdict.kind === 'allow' && paused !== undefined ? allow('paused', paused) : verdict;
  }
  if (own === undefined) return allow('noRoute');
  if (own.paused) return allow('paused', own);
  return resolve(input, [own], judgeOwnRoute(input, rule.requires, own));
}

function resolve(input: GateInput, routes: readonly GateRoute[], judged: ReturnType<typeof judgeOwnRoute>): GateVerdict {
  if (judged.kind === 'unknown') return lookUp(input, judged.what, routes);
  return judged.kind === 'denied' ? { kind: 'deny', denial: judged.denial } : judged;
}

/** Whether the view cannot speak for the work item as it stands now: another project, or a move it has not seen. */
function isStale(view: GateView | null, routes: GateRoutes, { transition }: GateInput, rule: RuleConfiguration): boolean {
  if (view === null || view.projectId !== routes.projectId) return true;
  if (view.status === null) return rule.requires === 'accepted';
  return view.status.id !== transition.fromStatusId;
}

/** Asks for a lookup once; the second time the answer is that it cannot be told. */
function lookUp(input: GateInput, what: GateLookup, routes: readonly GateRoute[]): GateVerdict {
  if (input.lookedUp.includes(what)) return { kind: 'deny', denial: withoutType('CANNOT_CHECK') };
  const typeIds = routes.map((route) => route.typeId);
  const pinned = input.view?.handoffs.filter((handoff) => typeIds.includes(handoff.typeId)) ?? [];
  const live = [...routes, ...pinned].flatMap((one): readonly LiveRequirement[] => one.live);
  const fieldIds = live.flatMap((one) => [
    ...('fieldId' in one ? [one.fieldId] : []),
    ...('appliesIf' in one ? [one.appliesIf.fieldId] : []),
  ]);
  return { kind: 'needs', what, fieldIds: [...new Set(fieldIds)], attachments: live.some((one) => one.kind === 'attachment') };
}

function allow(reason: AllowReason, route?: GateRoute): GateRuling {
  return { kind: 'allow', reason, typeId: route?.typeId ?? null, handoffId: null };
}

function withoutType(code: 'RULE_BROKEN' | 'CANNOT_CHECK'): GateDenial {
  return { code, team: null, typeId: null, handoffId: null, left: [], leftCount: 0 };
}
