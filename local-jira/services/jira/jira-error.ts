/** A refusal in Jira's form: a status and a body `{errorMessages, errors}`. */
export class JiraError extends Error {
  constructor(
    readonly status: number,
    readonly errorMessages: string[],
    /** By field id. */
    readonly errors: Record<string, string> = {},
  ) {
    super([...errorMessages, ...Object.values(errors)].join(' '));
    this.name = 'JiraError';
  }
}

/** What Jira says of issues that are not there and of issues one may not see: the same. */
export function issueNotFound(): JiraError {
  return new JiraError(404, ['Issue does not exist or you do not have permission to see it.']);
}

export function projectNotFound(idOrKey: string): JiraError {
  return new JiraError(404, [`No project could be found with key '${idOrKey}'.`]);
}

export function forbidden(message: string): JiraError {
  return new JiraError(403, [message]);
}

export function invalid(message: string): JiraError {
  return new JiraError(400, [message]);
}
