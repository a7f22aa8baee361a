import { AppError } from './app-error';
import { JiraFault } from './ports/jira-fault';

/** A Jira fault as the caller's error: hidden and missing are the same; everything nobody judged is JIRA_UNAVAILABLE. */
export function toJiraError(error: unknown): unknown {
  if (!(error instanceof JiraFault)) return error;
  if (error.kind === 'notFound') return new AppError('NOT_FOUND', {}, error);
  if (error.kind === 'forbidden') return new AppError('FORBIDDEN', {}, error);
  return new AppError('JIRA_UNAVAILABLE', {}, error);
}

/** Asks Jira on a use case's behalf. */
export async function askJira<T>(question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (error) {
    throw toJiraError(error);
  }
}
