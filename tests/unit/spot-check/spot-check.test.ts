import { MAX_ITEMS_PER_CHECK } from '../../../src/contract/limits';
import { createHash } from 'node:crypto';

import { claimsOf, countEvidence } from '../../../src/domain/spot-check/claims';
import { drawHandoffs, drawItems } from '../../../src/domain/spot-check/draw';
import { addSpotCheck, beginSpotChecks, type Says, type SpotCheck, type SpotCheckContent } from '../../../src/domain/spot-check/spot-check';
import { countSpotChecks } from '../../../src/domain/spot-check/spot-check-numbers';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const handoffs = (count: number, cohortMonth = '2026-05') =>
  Array.from({ length: count }, (_, index) => ({ handoffId: `${cohortMonth}-${String(index)}`, cohortMonth }));
const found = (handoffId: string, says: Says = 'true', month = '2026-05'): SpotCheck => ({
  ...{ handoffId, month, evidence: { k: 1, n: 2 } },
  answers: [
    { itemId: 'a', says: 'true' },
    { itemId: 'b', says },
  ],
});
const after = (content: SpotCheckContent, count: number, says: Says): SpotCheckContent =>
  Array.from({ length: count }).reduce<SpotCheckContent>((so, _, index) => addSpotCheck(so, found(`h${String(index)}`, says)), content);

describe('drawing handoffs', () => {
  const content = beginSpotChecks('a seed');
  const ids = (given: readonly { readonly handoffId: string }[], draw = content) =>
    drawHandoffs(given as ReturnType<typeof handoffs>, draw, sha256).map(({ handoffId }) => handoffId);

  it('M16: the same seed draws the same, in whatever order they come, and another seed others', () => {
    const many = handoffs(400);
    expect(ids(many)).toEqual(ids(many));
    expect(ids([...many].reverse())).toEqual(ids(many));
    expect(ids(many, { ...content, seed: 'another' })).not.toEqual(ids(many));
  });

  it('M16: about one in ten, and who was drawn stays drawn when others come or more are drawn', () => {
    const [some, all] = [ids(handoffs(1_000)), ids(handoffs(2_000))];
    expect(some.length).toBeGreaterThan(70);
    expect(some.length).toBeLessThan(130);
    expect(all).toEqual(expect.arrayContaining(some));
    expect(ids(handoffs(1_000), { ...content, rate: 20 })).toEqual(expect.arrayContaining(some));
    expect(ids(handoffs(50), { ...content, rate: 100 })).toHaveLength(50);
  });

  it('M16: at least one of each month that has any, until that one is checked', () => {
    const given = [...handoffs(1, '2026-04'), ...handoffs(2, '2026-05')];
    const none = { ...content, rate: 0 };
    const [ofMay, ofApril] = ids(given, none);
    expect([ofMay?.slice(0, 7), ofApril]).toEqual(['2026-05', '2026-04-0']);
    expect(ids([], none)).toEqual([]);
    expect(ids(given, { ...none, checks: [found(ofMay ?? '')] })).toEqual(['2026-04-0']);
  });

  it('M16: three items at most, the same ones every time', () => {
    const items = ['a', 'b', 'c', 'd', 'e'].map((itemId) => ({ itemId }));
    const of = (handoffId: string) => drawItems(items, { seed: 'a seed', handoffId }, sha256).map(({ itemId }) => itemId);
    expect(of('h1')).toHaveLength(MAX_ITEMS_PER_CHECK);
    expect(of('h1')).toEqual(of('h1'));
    expect(new Set(handoffs(20).map(({ handoffId }) => of(handoffId).join(''))).size).toBeGreaterThan(3);
    expect(drawItems(items.slice(0, 1), { seed: 'a seed', handoffId: 'h1' }, sha256)).toEqual([{ itemId: 'a' }]);
  });
});

describe('what a check changes', () => {
  const begun = beginSpotChecks('a seed');

  it('M16: a defect doubles the rate up to all; twenty clean checks halve it down to five percent', () => {
    expect(after(begun, 1, 'false')).toMatchObject({ rate: 20, clean: 0 });
    expect(after(begun, 4, 'false').rate).toBe(100);
    expect(after(begun, 19, 'true')).toMatchObject({ rate: 10, clean: 19 });
    expect(after(begun, 20, 'true')).toMatchObject({ rate: 5, clean: 0 });
    expect(after(begun, 60, 'true').rate).toBe(5);
    expect(after(after(begun, 19, 'true'), 1, 'false')).toMatchObject({ rate: 20, clean: 0 });
  });

  it('M16: something unclear is no defect, and not clean either', () => {
    const unclear = after(after(begun, 19, 'true'), 1, 'unclear');
    expect(unclear).toMatchObject({ rate: 10, clean: 19 });
    expect(countSpotChecks(unclear)).toMatchObject({ checked: 20, defects: 0, evidence: { k: 20, n: 40 } });
    expect(countSpotChecks(after(unclear, 3, 'false'))).toMatchObject({ checked: 23, defects: 3 });
  });

  it('M16: is counted by the month of the handoff, newest first, and the months add up', () => {
    const checks = [found('h1', 'false', '2026-06'), found('h2', 'true', '2026-05'), found('h3', 'true', '2026-06')];
    const { months, ...all } = countSpotChecks({ checks });
    expect(all).toEqual({ checked: 3, defects: 1, evidence: { k: 3, n: 6 } });
    expect(months).toEqual([
      { month: '2026-06', checked: 2, defects: 1, evidence: { k: 2, n: 4 } },
      { month: '2026-05', checked: 1, defects: 0, evidence: { k: 1, n: 2 } },
    ]);
  });

  it('the newest two hundred are kept, and of long ones as many as a document holds', () => {
    expect(after(begun, 230, 'true').checks).toHaveLength(200);
    expect(after(begun, 230, 'true').checks[0]?.handoffId).toBe('h229');
    const long = (index: number) => ({
      ...found(`${String(index)}${'x'.repeat(110)}`),
      answers: [{ itemId: 'y'.repeat(120), says: 'true' as const }],
    });
    const kept = Array.from({ length: 230 }).reduce<SpotCheckContent>((so, _, index) => addSpotCheck(so, long(index)), begun);
    expect(JSON.stringify(kept).length).toBeLessThan(50_000);
    expect(kept.checks[0]?.handoffId).toMatch(/^229x/u);
  });
});

describe('what was claimed', () => {
  const item = (itemId: string, answer: Parameters<typeof claimsOf>[0]['items'][number]['answer']) => ({
    ...{ itemId, title: itemId, required: true, by: '712020:maya', at: '2026-05-01T09:00:00.000Z' },
    answer,
  });
  const claims = claimsOf({
    items: [
      item('link', { kind: 'link', url: 'https://git.example.com/1' }),
      item('field', { kind: 'field', fieldId: 'f1' }),
      item('files', { kind: 'attachments', attachmentIds: ['1', '2'] }),
      item('all', { kind: 'attached', attachments: [{ id: '1', sizeBytes: 1 }] }),
      item('approval', { kind: 'approval' }),
      item('tick', { kind: 'tick' }),
      item('text', { kind: 'text', text: 'Staging 4' }),
      item('empty', null),
      item('unknown', { kind: 'unknown', ownerId: '712020:ana', until: '2026-06-01', note: '' }),
    ],
  });

  it('M16: every answer but those nobody gave, and nothing of who gave it', () => {
    expect(claims.map(({ itemId }) => itemId)).toEqual(['link', 'field', 'files', 'all', 'approval', 'tick', 'text']);
    expect(claims[2]).toEqual({ itemId: 'files', title: 'files', answer: { kind: 'files', count: 2 } });
    expect(JSON.stringify(claims)).not.toContain('712020');
  });

  it('M16: link, file, field and approval are evidence, a tick is none, and a text is neither', () => {
    expect(countEvidence(claims)).toEqual({ k: 5, n: 6 });
    expect(countEvidence([])).toEqual({ k: 0, n: 0 });
  });
});
