import { buildPackage, packageDigest, packageSizeBytes } from '../../../src/domain/handoff/build-package';
import { HandoffWorld, SYSTEM, aHandoffType, anItem, sixThings, someIssueFacts } from '../../support/handoff-world';

const offer = (world: HandoffWorld) => ({ type: 'offer', handoffId: world.handoff.handoffId }) as const;

describe('offer (T5)', () => {
  it('T5: a complete draft is offered with the digest of its package', () => {
    const world = new HandoffWorld().prepared();
    expect(world.does(offer(world)).at(-1)).toBe('offered');
    expect(world.handoff).toMatchObject({
      state: 'OFFERED',
      firstOfferedAt: world.now,
      lastOfferedAt: world.now,
      offer: { at: world.now, by: 'maya', path: 'panel', receiver: { kind: 'person', accountId: 'ana' }, takenBy: null },
    });
    const rebuilt = buildPackage(world.handoff, world.handoffType, world.issue)!;
    expect(packageDigest(rebuilt, world.context().sha256)).toBe(world.handoff.offer?.digest);
  });

  it('S-061: NOT_READY names everything that is left, in template order', () => {
    const world = new HandoffWorld();
    world.does(world.edit({ field: 'item', id: 'how', value: { kind: 'text', text: 'Pay twice' }, basedOn: 0 }));
    const { refusal } = world.run(offer(world));
    expect(refusal?.code).toBe('NOT_READY');
    expect(refusal?.left?.map(({ id }) => id)).toEqual(['pr', 'where', 'issues', 'situation', 'recommendation']);
  });

  it('S-051: nobody to receive it is refused', () => {
    const world = new HandoffWorld();
    world.does(world.edit(...sixThings()), { defaultReceiver: null });
    expect(world.run(offer(world)).refusal).toMatchObject({ code: 'NOT_READY', left: [{ kind: 'receiver' }] });
  });

  it('SELF_HANDOFF: the sender cannot be who receives', () => {
    const world = new HandoffWorld(aHandoffType({ receiver: { kind: 'person', accountId: 'maya' } })).prepared();
    expect(world.refusalOf(offer(world))).toBe('SELF_HANDOFF');
  });

  it('has one effect however often it comes', () => {
    const world = new HandoffWorld().offered();
    expect(world.does(offer(world))).toEqual([]);
    expect(world.does(offer(world), { actor: SYSTEM, path: 'other' })).toEqual([]);
    world.does({ type: 'ask', handoffId: world.handoff.handoffId, text: 'Which build?' }, { by: 'ana' });
    expect(world.does(offer(world), { actor: { kind: 'automation', accountId: null }, path: 'move' })).toEqual([]);
  });

  it('E8: a move by whomever offers it, and the record keeps who and how', () => {
    const world = new HandoffWorld().prepared();
    world.does(offer(world), { actor: { kind: 'automation', accountId: null }, path: 'move', actorCanEdit: false });
    expect(world.handoff.offer).toMatchObject({ by: null, path: 'move' });
  });

  it('on the panel it needs the right to edit', () => {
    const world = new HandoffWorld().prepared();
    expect(world.refusalOf(offer(world), { by: 'eve', actorCanEdit: false })).toBe('FORBIDDEN');
  });

  it('moved while incomplete: nothing is offered and the record says so once', () => {
    const world = new HandoffWorld();
    world.does(world.edit(sixThings()[0]!));
    expect(world.does(offer(world), { path: 'move' })).toEqual(['item_changed', 'moved_incomplete']);
    expect(world.does(offer(world), { actor: SYSTEM, path: 'other' })).toEqual([]);
    expect(world.handoff).toMatchObject({ state: 'DRAFT', movedIncompleteAt: world.now, offer: null });
    world.does(world.edit(...sixThings().slice(1)));
    world.does(offer(world));
    expect(world.handoff).toMatchObject({ state: 'OFFERED', movedIncompleteAt: null });
  });

  it('refuses what was returned until it is revised', () => {
    const world = new HandoffWorld().returned();
    expect(world.refusalOf(offer(world))).toBe('INVALID_STATE');
    expect(world.refusalOf(offer(world), { actor: SYSTEM, path: 'move' })).toBe('INVALID_STATE');
  });

  it('a second offer after a return is the second attempt, and the cohort stays that of the first', () => {
    const world = new HandoffWorld().returned();
    const firstOfferedAt = world.handoff.firstOfferedAt;
    world.does(world.edit({ field: 'item', id: 'where', value: { kind: 'text', text: 'Staging, build 42' }, basedOn: 1 }));
    world.does(offer(world));
    expect(world.handoff).toMatchObject({ attempt: 2, firstOfferedAt, lastOfferedAt: world.now });
  });

  it('a receiver taken from a user field is frozen by the offer', () => {
    const world = new HandoffWorld(
      aHandoffType({ receiver: { kind: 'userField', fieldId: 'qa', fieldName: 'QA contact' } }),
      someIssueFacts({ receiverFieldAccountId: 'ana' }),
    ).offered();
    const issue = someIssueFacts({ receiverFieldAccountId: 'cleo' });
    expect(world.refusalOf(world.accept(), { by: 'cleo', issue })).toBe('FORBIDDEN');
    expect(world.does(world.accept(), { by: 'ana', issue })).toEqual(['acknowledged', 'accepted']);
  });
});

describe('buildPackage', () => {
  it('holds every item in template order, with who answered and when, and the note that was written', () => {
    const world = new HandoffWorld(
      aHandoffType({
        items: [anItem('where'), anItem('version', { kind: 'field', fieldId: 'fixVersions' }), anItem('shots', { kind: 'attachment' })],
      }),
      someIssueFacts({ attachments: [{ id: '7', sizeBytes: 10 }], filledFieldIds: ['fixVersions'] }),
    );
    world.does(world.edit({ field: 'item', id: 'where', value: { kind: 'text', text: 'Staging' }, basedOn: 0 }));
    expect(buildPackage(world.handoff, world.handoffType, world.issue)).toMatchObject({
      senderId: 'maya',
      receiver: { kind: 'person', accountId: 'ana' },
      items: [
        { itemId: 'where', answer: { kind: 'text', text: 'Staging' }, by: 'maya', at: world.now },
        { itemId: 'version', answer: { kind: 'field', fieldId: 'fixVersions' }, by: null },
        { itemId: 'shots', answer: { kind: 'attachments', attachmentIds: ['7'] }, by: null },
      ],
      note: [],
    });
  });

  it('is null without a receiver', () => {
    const world = new HandoffWorld();
    world.does(world.edit(sixThings()[0]!), { defaultReceiver: null });
    expect(buildPackage(world.handoff, world.handoffType, world.issue)).toBeNull();
  });

  it('counts bytes of UTF-8, not characters', () => {
    const world = new HandoffWorld().prepared();
    const handoffPackage = buildPackage(world.handoff, world.handoffType, world.issue)!;
    const longer = { ...handoffPackage, typeId: `${handoffPackage.typeId}→` };
    expect(packageSizeBytes(longer) - packageSizeBytes(handoffPackage)).toBe(3);
  });
});
