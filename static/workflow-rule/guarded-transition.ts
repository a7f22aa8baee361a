import * as v from 'valibot';

/** One end of the transition a rule stands on; `id` is null while the workflow is not saved. */
interface TransitionEnd {
  readonly id: string | null;
  readonly name: string;
}

/** The transition a rule page was opened on. `from` null: from any status, or not known. */
export interface GuardedTransition {
  readonly from: TransitionEnd | null;
  readonly to: TransitionEnd | null;
}

const end = v.nullish(v.object({ id: v.nullish(v.union([v.string(), v.number()])), name: v.nullish(v.string()) }));
const transitionContext = v.object({ from: end, to: end });

/**
 * Reads `extension.transitionContext` of a rule page (platform.md 1.1). Null when Jira sent none or one of another shape:
 * then the page says nothing about the transition.
 */
export function parseGuardedTransition(value: unknown): GuardedTransition | null {
  const parsed = v.safeParse(transitionContext, value);
  if (!parsed.success) return null;
  const { from, to } = parsed.output;
  return from || to ? { from: toEnd(from), to: toEnd(to) } : null;
}

function toEnd(value: v.InferOutput<typeof end>): TransitionEnd | null {
  if (value === null || value === undefined) return null;
  return { id: value.id === null || value.id === undefined ? null : String(value.id), name: value.name ?? '' };
}
