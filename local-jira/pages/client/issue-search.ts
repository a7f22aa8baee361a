import { isRecord, textOf } from './host-call';

const PAGE_SIZE = 50;

/** Runs the JQL in the search box and lists what it finds. */
export async function startIssueSearch(): Promise<void> {
  const results = document.querySelector<HTMLElement>('[data-search-results]');
  const jql = document.querySelector<HTMLInputElement>('#jql')?.value.trim() ?? '';
  if (results === null || jql === '') return;
  const query = new URLSearchParams({ jql, fields: 'summary,status,assignee,issuetype', maxResults: String(PAGE_SIZE) });
  const response = await fetch(`/rest/api/3/search/jql?${query.toString()}`, { headers: { accept: 'application/json' } });
  const body: unknown = await response.json().catch(() => null);
  results.replaceChildren(...resultsOf(response.ok, body));
}

function resultsOf(isFound: boolean, body: unknown): HTMLElement[] {
  if (!isRecord(body)) return [note('The search did not answer. Try again.')];
  if (!isFound)
    return [note(Array.isArray(body['errorMessages']) ? body['errorMessages'].map(textOf).join(' ') : 'The search was refused.')];
  const issues = Array.isArray(body['issues']) ? body['issues'].filter(isRecord) : [];
  if (issues.length === 0) return [note('No work item matches.')];
  const hasMore = typeof body['nextPageToken'] === 'string';
  return [table(issues), ...(hasMore ? [note(`The first ${issues.length} are shown. Narrow the search to see others.`)] : [])];
}

function table(issues: readonly Record<string, unknown>[]): HTMLElement {
  const holder = document.createElement('div');
  holder.className = 'table-scroll';
  holder.tabIndex = 0;
  holder.role = 'region';
  holder.ariaLabel = 'Work items';
  const list = document.createElement('table');
  list.className = 'table';
  const head = list.createTHead().insertRow();
  for (const name of ['Key', 'Summary', 'Assignee', 'Status']) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = name;
    head.append(cell);
  }
  const rows = list.createTBody();
  for (const issue of issues) {
    const fields = isRecord(issue['fields']) ? issue['fields'] : {};
    const row = rows.insertRow();
    const link = document.createElement('a');
    link.href = `/browse/${String(issue['key'])}`;
    link.textContent = String(issue['key']);
    row.insertCell().append(link);
    row.insertCell().textContent = textOf(fields['summary']);
    row.insertCell().textContent = isRecord(fields['assignee']) ? String(fields['assignee']['displayName']) : 'Unassigned';
    row.insertCell().append(lozenge(fields['status']));
  }
  holder.append(list);
  return holder;
}

function lozenge(status: unknown): HTMLElement {
  const category = isRecord(status) && isRecord(status['statusCategory']) ? status['statusCategory']['key'] : 'new';
  const span = document.createElement('span');
  span.className = `lozenge lozenge-${category === 'done' ? 'success' : category === 'indeterminate' ? 'information' : 'neutral'}`;
  span.textContent = isRecord(status) ? String(status['name']) : '';
  return span;
}

function note(text: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.className = 'empty-note';
  paragraph.textContent = text;
  return paragraph;
}
