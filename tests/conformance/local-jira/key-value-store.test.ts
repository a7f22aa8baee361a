import { FixtureSite } from '../../support/fixture-site';

describe('key-value store of the local Jira', () => {
  let site: FixtureSite;
  beforeAll(async () => {
    site = await FixtureSite.start();
  });
  afterAll(() => site.close());
  beforeEach(() => site.reset());

  const aNote = (rev: number, more: Partial<{ owner: string; due: string; body: unknown }> = {}) => ({
    rev,
    owner: 'maya',
    due: '2026-01-01',
    ...more,
  });

  it('answers a missing key with nothing', async () => {
    expect(await site.store('kvs.get', { key: 'missing' })).toEqual({});
  });

  it('reads what was written at once', async () => {
    await site.store('kvs.set', { key: 'a', value: { deep: [1, 2] } });
    expect(await site.store('kvs.get', { key: 'a' })).toEqual({ value: { deep: [1, 2] } });
  });

  it('refuses a value over 240 KiB', async () => {
    expect(await site.store('kvs.set', { key: 'a', value: 'x'.repeat(240 * 1024) })).toEqual({ code: 'MAX_SIZE', status: 400 });
  });

  it('refuses a value nested deeper than 31', async () => {
    const deep = (depth: number): unknown => (depth === 0 ? 1 : { in: deep(depth - 1) });
    expect(await site.store('kvs.set', { key: 'a', value: deep(31) })).toEqual({});
    expect(await site.store('kvs.set', { key: 'a', value: deep(32) })).toEqual({ code: 'MAX_DEPTH', status: 400 });
  });

  it.each([
    ['x'.repeat(501), 'KEY_TOO_LONG'],
    ['a/b', 'INVALID_KEY'],
    ['', 'EMPTY_KEY'],
  ])('refuses the key %.12s', async (key, code) => {
    expect(await site.store('kvs.set', { key, value: 1 })).toEqual({ code, status: 400 });
  });

  it('writes a key once where it must be new', async () => {
    await site.store('kvs.set', { key: 'once', value: 1, failIfExists: true });
    expect(await site.store('kvs.set', { key: 'once', value: 2, failIfExists: true })).toEqual({ code: 'KEY_CONFLICT', status: 409 });
    expect(await site.store('kvs.get', { key: 'once' })).toEqual({ value: 1 });
  });

  it.each([
    [{ rev: '1', owner: 'o', due: 'd' }],
    [{ rev: 2 ** 31, owner: 'o', due: 'd' }],
    [{ rev: 1, owner: 'o', due: 'd', other: 1 }],
    [{ rev: 1, owner: '', due: 'd' }],
  ])('refuses an entity the manifest does not allow: %j', async (value) => {
    expect(await site.store('note.set', { key: 'n', value })).toEqual({ code: 'INVALID_ENTITY_VALUE', status: 400 });
  });

  it('commits a transaction whose condition holds', async () => {
    await site.store('note.set', { key: 'n1', value: aNote(0) });
    expect(await site.store('note.save', { key: 'n1', expectedRev: 0, value: aNote(1), more: ['n2', 'n3'] })).toEqual({});
    expect(await site.store('note.get', { key: 'n3' })).toEqual({ value: aNote(1) });
  });

  it('changes nothing when a condition of a transaction does not hold', async () => {
    await site.store('note.set', { key: 'n1', value: aNote(5) });
    const outcome = await site.store('note.save', { key: 'n1', expectedRev: 4, value: aNote(6), more: ['n2'] });
    expect(outcome).toEqual({ code: 'CONDITIONAL_CHECK_FAILED', status: 409 });
    expect(await site.store('note.get', { key: 'n1' })).toEqual({ value: aNote(5) });
    expect(await site.store('note.get', { key: 'n2' })).toEqual({});
  });

  it('holds the condition of an absent key for false', async () => {
    expect(await site.store('note.save', { key: 'absent', expectedRev: 0, value: aNote(1) })).toMatchObject({
      code: 'CONDITIONAL_CHECK_FAILED',
    });
  });

  it('lets one of two racing writers win', async () => {
    await site.store('note.set', { key: 'n1', value: aNote(0) });
    const save = () => site.store('note.save', { key: 'n1', expectedRev: 0, value: aNote(1) });
    const outcomes = await Promise.all([save(), save(), save()]);
    expect(outcomes.filter(({ code }) => code === undefined)).toHaveLength(1);
  });

  it('takes 25 operations in a transaction and refuses 26', async () => {
    await site.store('note.set', { key: 'n1', value: aNote(0) });
    const keys = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`);
    expect(await site.store('note.save', { key: 'n1', expectedRev: 0, value: aNote(0), more: keys(24) })).toEqual({});
    expect(await site.store('note.save', { key: 'n1', expectedRev: 0, value: aNote(0), more: keys(25) })).toEqual({
      code: 'TOO_MANY_OPERATIONS',
      status: 400,
    });
  });

  it('refuses a key twice in a transaction', async () => {
    expect(await site.store('note.save', { key: 'n1', expectedRev: 0, value: aNote(0), more: ['n1'] })).toEqual({
      code: 'DUPLICATE_KEY',
      status: 400,
    });
  });

  it('refuses a transaction over 4 MB', async () => {
    await site.store('note.set', { key: 'n1', value: aNote(0) });
    const value = aNote(0, { body: 'x'.repeat(230_000) });
    const more = Array.from({ length: 20 }, (_, index) => `m${index}`);
    expect(await site.store('note.save', { key: 'n1', expectedRev: 0, value, more })).toEqual({ code: 'MAX_SIZE', status: 400 });
  });

  it('pages through an index in order, both ways', async () => {
    for (const day of ['03', '01', '02', '05', '04'])
      await site.store('note.set', { key: `n${day}`, value: aNote(1, { due: `2026-01-${day}` }) });
    await site.store('note.set', { key: 'other', value: aNote(1, { owner: 'ana' }) });
    const dues = (settled: { value?: unknown }) =>
      (settled.value as { results: { value: { due: string } }[] }).results.map(({ value }) => value.due.slice(-2));
    const first = await site.store('note.query', { owner: 'maya', limit: 3 });
    const cursor = (first.value as { nextCursor: string }).nextCursor;
    const second = await site.store('note.query', { owner: 'maya', limit: 3, cursor });
    expect([dues(first), dues(second)]).toEqual([
      ['01', '02', '03'],
      ['04', '05'],
    ]);
    expect(dues(await site.store('note.query', { owner: 'maya', descending: true, from: '2026-01-03' }))).toEqual(['05', '04', '03']);
  });

  it('filters a page only after it is cut', async () => {
    for (const index of [1, 2, 3]) await site.store('note.set', { key: `n${index}`, value: aNote(index, { due: `2026-01-0${index}` }) });
    const { value } = await site.store('note.query', { owner: 'maya', limit: 2, onlyRev: 3 });
    expect(value).toEqual({ results: [], nextCursor: expect.any(String) as string });
  });

  it.each([[0], [101]])('refuses a page of %d rows', async (limit) => {
    expect(await site.store('note.query', { owner: 'maya', limit })).toMatchObject({ code: 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE' });
  });

  it('lets queries lag behind while gets do not', async () => {
    await site.send('POST', '/_local/clock', { freeze: true });
    await site.send('POST', '/_local/faults', { service: 'kvs', queryLagMs: 1000 });
    await site.store('note.set', { key: 'n1', value: aNote(1) });
    expect(await site.store('note.get', { key: 'n1' })).toEqual({ value: aNote(1) });
    expect(await site.store('note.query', { owner: 'maya' })).toEqual({ value: { results: [] } });
    await site.send('POST', '/_local/clock', { advanceMs: 1001 });
    expect(await site.store('note.query', { owner: 'maya' })).toMatchObject({ value: { results: [{ key: 'n1' }] } });
  });

  it('reads a batch of up to 25 keys, each on its own', async () => {
    await site.store('note.set', { key: 'n1', value: aNote(1) });
    const items = [
      { key: 'n1', entityName: 'note' },
      { key: 'n2', entityName: 'note' },
    ];
    expect(await site.store('kvs.batchGet', { items })).toMatchObject({
      value: { successfulKeys: [{ key: 'n1', value: aNote(1) }], failedKeys: [{ key: 'n2', error: { code: 'KEY_NOT_FOUND' } }] },
    });
    const many = Array.from({ length: 26 }, (_, index) => ({ key: `n${index}`, entityName: 'note' }));
    expect(await site.store('kvs.batchGet', { items: many })).toMatchObject({ code: 'TOO_MANY_KEYS' });
  });
});
