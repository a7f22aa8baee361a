import { EMPTY_GUIDE, type Guide } from '../../../src/domain/type/guide';
import { findOpenThings } from '../../../src/domain/type/open-for-champion';
import { A_GUIDE } from '../../support/a-guide';
import { anItem } from '../../support/handoff-world';

const RIGHT: Guide = { ...A_GUIDE, reviewedOn: '2026-10-01', reviewedBy: 'u-maya' };
const TODAY = '2026-11-23';

const open = (guide: Guide, expiresOn?: string, hasDraft = false) =>
  findOpenThings({ items: [anItem('log', expiresOn === undefined ? {} : { expiresOn })], notePrompts: [] }, guide, {
    today: TODAY,
    hasDraft,
  });

describe('what is open for a champion', () => {
  it('S-106: is nothing where every part is written and looked at and no day has passed', () => {
    expect(open(RIGHT, TODAY)).toEqual([]);
  });

  it('S-106: is an item past its day, a page nobody looked at for half a year, and a draft that waits, in that order', () => {
    expect(open({ ...RIGHT, reviewedOn: '2026-05-23' }, '2026-11-22', true)).toEqual([
      { kind: 'itemDue', item: { itemId: 'log', title: 'Title of log' }, day: '2026-11-22' },
      { kind: 'pageStale', day: '2026-05-23' },
      { kind: 'draftWaits' },
    ]);
  });

  it('S-161: is the audit whose day is near or over', () => {
    const due = { dueOn: '2026-11-20', state: 'overdue' } as const;
    expect(findOpenThings({ items: [], notePrompts: [] }, RIGHT, { today: TODAY, hasDraft: false, auditDue: due })).toEqual([
      { kind: 'auditDue', due },
    ]);
  });

  it('S-106: is what nobody wrote, and a page longer than one sheet', () => {
    expect(open({ ...EMPTY_GUIDE, reviewedOn: TODAY, example: 'x'.repeat(3_000), whenUsed: 'y'.repeat(1_000) })).toMatchObject([
      { kind: 'unwritten', parts: ['inputs', 'process', 'outputs', 'raciR', 'agenda', 'pitfalls'] },
      { kind: 'tooLong' },
    ]);
  });
});
