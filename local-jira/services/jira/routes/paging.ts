import { invalid } from '../jira-error';

/** Reads `startAt` and `maxResults`; a page size above `maximum` is cut down, as Jira does. */
export function readPage(query: URLSearchParams, defaultSize = 50, maximum = 100): { startAt: number; maxResults: number } {
  const startAt = Number(query.get('startAt') ?? 0);
  const maxResults = Number(query.get('maxResults') ?? defaultSize);
  if (!Number.isInteger(startAt) || startAt < 0 || !Number.isInteger(maxResults) || maxResults < 0) {
    throw invalid('startAt and maxResults must be whole numbers from 0 up.');
  }
  return { startAt, maxResults: Math.min(maxResults, maximum) };
}

/** Jira's page bean. */
export function toPage<Row>(rows: Row[], { startAt, maxResults }: { startAt: number; maxResults: number }) {
  const values = rows.slice(startAt, startAt + maxResults);
  return { startAt, maxResults, total: rows.length, isLast: startAt + values.length >= rows.length, values };
}

/** Values of a parameter given several times or with commas. */
export function readList(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
