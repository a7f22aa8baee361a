import { documentHtml } from '../../../local-jira/pages/document-html';
import { timeAgo } from '../../../local-jira/pages/time';
import { toContentDocument } from '../../../local-jira/services/jira/state/content-document';

describe('rich text on a page', () => {
  it('escapes what people wrote', async () => {
    expect(String(await documentHtml(toContentDocument('<img src=x onerror=alert(1)>')))).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p>');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//elsewhere.example'])('makes no link of %s', async (href) => {
    const text = { type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href } }] };
    const page = await documentHtml({ type: 'doc', version: 1, content: [{ type: 'paragraph', content: [text] }] });
    expect(String(page)).toContain('href="#"');
  });

  it('keeps the words of node types it does not know', async () => {
    const unknown = { type: 'expand', content: [{ type: 'text', text: 'still here' }] };
    expect(String(await documentHtml({ type: 'doc', version: 1, content: [unknown] }))).toContain('still here');
  });
});

describe('how long ago something was', () => {
  const now = '2026-11-22T12:00:00.000Z';

  it.each([
    ['2026-11-22T11:59:30.000Z', 'just now'],
    ['2026-11-22T11:59:00.000Z', '1 minute ago'],
    ['2026-11-22T09:30:00.000Z', '2 hours ago'],
    ['2026-11-21T11:00:00.000Z', '1 day ago'],
    ['2026-11-10T12:00:00.000Z', 'Nov 10, 2026'],
  ])('reads %s as %s', (instant, text) => {
    expect(timeAgo(instant, now)).toBe(text);
  });
});
