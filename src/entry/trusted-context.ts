import * as v from 'valibot';

import { AppError } from '../app/app-error';
import type { Caller, IssueCaller, ProjectCaller } from '../app/ports/app-ports';

const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.regex(/^\d{1,19}$/u));

/** The parts of a resolver's context that Baton uses. Identity and licence come from the platform, never from the browser (platform.md 5). */
const context = v.object({
  accountId: v.pipe(v.string(), v.minLength(1)),
  license: v.nullish(v.object({ active: v.optional(v.boolean()) }), null),
  extension: v.optional(
    v.object({
      type: v.optional(v.string(), ''),
      issue: v.optional(v.object({ id, key: v.optional(v.string(), '') })),
      project: v.optional(v.object({ id, key: v.optional(v.string(), '') })),
      scopedProjectId: v.nullish(id, null),
    }),
    {},
  ),
});

/** Who called from where, as far as the platform vouches for it. */
export interface TrustedContext extends Caller {
  readonly issueId: string | null;
  readonly projectId: string | null;
  /** Project of a team-managed workflow whose rule is configured. */
  readonly scopedProjectId: string | null;
}

/**
 * Reads a resolver's context.
 *
 * @throws {AppError} FORBIDDEN without an account: Baton has nothing for anonymous visitors.
 */
export function parseTrustedContext(given: unknown): TrustedContext {
  const parsed = v.safeParse(context, given);
  if (!parsed.success) throw new AppError('FORBIDDEN');
  const { accountId, license, extension } = parsed.output;
  return {
    accountId,
    licensed: license?.active !== false,
    issueId: extension.issue?.id ?? null,
    projectId: extension.project?.id ?? null,
    scopedProjectId: extension.scopedProjectId,
  };
}

/**
 * The work item a call is about: the surface's own; only where the surface stands on none, the one the payload names, which must belong
 * to the surface's project.
 */
export function toIssueCaller(
  { accountId, licensed, issueId, projectId }: TrustedContext,
  payload: { readonly issueId?: string | undefined },
): IssueCaller {
  if (projectId === null) throw new AppError('NOT_FOUND');
  if (issueId !== null) {
    if (payload.issueId !== undefined && payload.issueId !== issueId) throw new AppError('NOT_FOUND');
    return { accountId, licensed, issueId, projectId, standsOnIssue: true };
  }
  if (payload.issueId === undefined) throw new AppError('INVALID_PAYLOAD', { path: 'issueId' });
  return { accountId, licensed, issueId: payload.issueId, projectId, standsOnIssue: false };
}

/** The project a call is about: the surface's own. */
export function toProjectCaller({ accountId, licensed, projectId }: TrustedContext): ProjectCaller {
  if (projectId === null) throw new AppError('NOT_FOUND');
  return { accountId, licensed, projectId };
}
