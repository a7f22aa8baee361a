import { parseWaitingTarget } from '../../../static/kit/navigation/waiting-target';
import { openJql } from '../../../static/project/open-jql';
import { inOpenOrder } from '../../../static/project/open-order';
import { storyRow } from '../../support/page-stories/project-stories';

const NOW = new Date('2026-05-04T12:00:00.000Z');
const at = (hour: string): string => `2026-05-04T${hour}:00:00.000Z`;

describe('what waits in a project', () => {
  it('stands overdue first, then by how long it waits, whether or not it is due', () => {
    const rows = [
      storyRow(1, { since: at('09'), dueAt: null }),
      storyRow(2, { since: at('08'), dueAt: at('13') }),
      storyRow(3, { since: at('10'), dueAt: at('11') }),
      storyRow(4, { since: at('07'), dueAt: null, senderId: 'a' }),
      storyRow(5, { since: at('11'), dueAt: at('10') }),
    ];
    expect(inOpenOrder(rows, NOW).map(({ issueKey }) => issueKey)).toEqual(['BAT-5', 'BAT-3', 'BAT-4', 'BAT-2', 'BAT-1']);
  });

  it('is a search by state, where a draft may be ready', () => {
    expect(openJql('SHOP', 'DRAFT')).toContain('project = "SHOP" AND "Handoff state" in ("Draft", "Ready")');
    expect(openJql('SHOP', null)).toContain('in ("Waiting", "Checking", "Returned", "Draft", "Ready")');
  });

  it.each([
    ['?waiting=t1', { typeId: 't1' }],
    ['?waiting=', { typeId: null }],
    ['?waiting', { typeId: null }],
    ['', null],
  ])('a link with "%s" opens %j', (query, target) => {
    expect(parseWaitingTarget(`https://x.example/jira/projects/SHOP/apps/handoffs${query}`)).toEqual(target);
  });

  it('no address is no link', () => {
    expect([parseWaitingTarget(undefined), parseWaitingTarget('handoffs')]).toEqual([null, null]);
  });
});
