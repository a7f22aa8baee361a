import { replay } from '../../../src/domain/handoff/evolve';
import { buildPackage } from '../../../src/domain/handoff/build-package';
import { sectionEntry } from '../../../src/domain/handoff/section-entry';
import { whatIsLeft } from '../../../src/domain/handoff/what-is-left';
import { aHandoffType, HandoffWorld } from '../../support/handoff-world';

const UNKNOWN = { kind: 'unknown', ownerId: 'ben', until: '2026-03-09', note: 'Asked the platform team' } as const;
const type = aHandoffType({ options: { unknownAllowed: true } });

const left = (world: HandoffWorld): string[] => whatIsLeft(world.handoff, world.handoffType, world.issue).map(({ id }) => id);

/** A complete draft in which one item and one section are not known yet. */
function notKnownYet(): HandoffWorld {
  const world = new HandoffWorld(type).prepared();
  world.does(
    world.edit(
      { field: 'item', id: 'where', value: UNKNOWN, basedOn: 1 },
      { field: 'section', id: 'situation', value: UNKNOWN, basedOn: 1 },
    ),
  );
  return world;
}

describe('"I don\'t know yet" (S-039)', () => {
  it('stays left, so the handoff cannot be offered, and says who finds out until when', () => {
    const world = notKnownYet();
    expect(left(world)).toEqual(['where', 'situation']);
    expect(world.refusalOf({ type: 'offer', handoffId: world.handoff.handoffId })).toBe('NOT_READY');
    expect(world.handoff.items['where']).toMatchObject({ value: UNKNOWN, by: 'maya' });
    expect(sectionEntry(world.handoff.note['situation'])).toMatchObject({ value: UNKNOWN, by: 'maya', version: 2 });
  });

  it('is in what the receiver gets, should the move be let through', () => {
    const world = notKnownYet();
    const handedOver = buildPackage(world.handoff, type, world.issue);
    expect(handedOver?.items.find(({ itemId }) => itemId === 'where')?.answer).toEqual(UNKNOWN);
    expect(handedOver?.note.find(({ sectionId }) => sectionId === 'situation')).toMatchObject({ text: '', unknown: UNKNOWN });
  });

  it('is in the log with everything, so that replay gives the record (I4)', () => {
    const world = notKnownYet();
    world.does({ type: 'withdraw', handoffId: world.handoff.handoffId, reason: 'Later' });
    const upToTheEnd = world.log.filter(({ type: kind }) => kind !== 'cancelled');
    const replayed = replay('10001', '10', upToTheEnd).handoffs[0];
    expect(replayed?.note['situation']).toMatchObject({ value: null, unknown: UNKNOWN });
    expect(replayed?.items['where']?.value).toEqual(UNKNOWN);
  });

  it('is replaced by the answer once it is known', () => {
    const world = notKnownYet();
    world.does(
      world.edit(
        { field: 'item', id: 'where', value: { kind: 'text', text: 'Staging, build 42' }, basedOn: 2 },
        { field: 'section', id: 'situation', value: 'Gift cards work again', basedOn: 2 },
      ),
    );
    expect(left(world)).toEqual([]);
    expect(world.handoff.note['situation']).not.toHaveProperty('unknown');
  });

  it('can be taken back', () => {
    const world = notKnownYet();
    world.does(world.edit({ field: 'section', id: 'situation', value: null, basedOn: 2 }));
    expect(world.handoff.note['situation']).not.toHaveProperty('unknown');
  });

  it('conflicts like any other value, naming what stands there', () => {
    const world = notKnownYet();
    const { refusal } = world.run(world.edit({ field: 'section', id: 'situation', value: 'Something else', basedOn: 1 }));
    expect(refusal).toMatchObject({ code: 'VERSION_CONFLICT', conflicts: [{ field: 'section:situation', current: { value: UNKNOWN } }] });
    expect(world.does(world.edit({ field: 'section', id: 'situation', value: UNKNOWN, basedOn: 1 }))).toEqual([]);
  });

  it.each(['2026-02-30', '2026-13-01', 'tomorrow'])('needs a day that exists: %s', (until) => {
    const world = new HandoffWorld(type).prepared();
    expect(world.refusalOf(world.edit({ field: 'item', id: 'where', value: { ...UNKNOWN, until }, basedOn: 1 }))).toBe('INVALID_VALUE');
  });

  it.each(['fix-version', 'screens'])('is no answer to what stands on the work item itself: %s', (id) => {
    const world = new HandoffWorld(type).prepared();
    expect(world.refusalOf(world.edit({ field: 'item', id, value: UNKNOWN, basedOn: 0 }))).toBe('INVALID_VALUE');
  });

  it('is refused where the type does not offer it', () => {
    const world = new HandoffWorld().prepared();
    expect(world.refusalOf(world.edit({ field: 'item', id: 'where', value: UNKNOWN, basedOn: 1 }))).toBe('INVALID_VALUE');
    expect(world.refusalOf(world.edit({ field: 'section', id: 'situation', value: UNKNOWN, basedOn: 1 }))).toBe('INVALID_VALUE');
  });
});
