import { listPeople } from '../../../src/app/record/people-in-events';
import { erasePersonIn, toPseudonym } from '../../../src/domain/audit/erase-person';
import { mayApprove } from '../../../src/domain/handoff/approval';
import { effectiveReceiver } from '../../../src/domain/handoff/receiver';
import { whatIsLeft } from '../../../src/domain/handoff/what-is-left';
import { isAnsweredFor, optionsOf } from '../../../src/domain/type/type-options';
import { formatText } from '../../../static/kit/text/format-text';
import { hasLeft, whatNamesLeavers } from '../../../static/settings/who-left';
import english from '../../../src/contract/locales/en-US.json';
import { HandoffWorld, SYSTEM, aHandoffType, anItem, sha256 } from '../../support/handoff-world';

const FORMER = toPseudonym('lena', 'salt', sha256);
const NAMED = { kind: 'person', accountId: FORMER } as const;
const texts: Readonly<Record<string, string>> = english;

describe('a type that names somebody whose account was closed (E20)', () => {
  it('E20: asks the sender to choose a receiver, and takes the one they choose', () => {
    const type = aHandoffType({ receiver: NAMED });
    expect(whatIsLeft(null, type, null).map(({ id }) => id)).toContain('receiver');
    const world = new HandoffWorld(type);
    world.does(world.edit({ field: 'item', id: 'where', value: { kind: 'text', text: 'Staging, build 41' }, basedOn: 0 }));
    expect(world.refusalOf({ type: 'offer', handoffId: world.handoff.handoffId })).toBe('NOT_READY');
    const chosen = { kind: 'person', accountId: 'ana' } as const;
    world.does(world.edit({ field: 'receiver', value: chosen, basedOn: 0 }));
    expect(effectiveReceiver(world.handoff, type, null)).toEqual(chosen);
  });

  it('E20: a chosen receiver who left counts as nobody while it is prepared, and stays on what was handed off', () => {
    const world = new HandoffWorld().returned();
    const left = { ...world.handoff, receiver: { value: NAMED, by: 'maya', at: world.now, version: 1 } };
    expect(effectiveReceiver({ ...left, state: 'DRAFT', offer: null }, world.handoffType, null)).toBeNull();
    const offer = world.handoff.offer ?? new HandoffWorld().offered().handoff.offer;
    expect(offer).not.toBeNull();
    if (offer === null) return;
    expect(effectiveReceiver({ ...left, state: 'OFFERED', offer: { ...offer, receiver: NAMED } }, world.handoffType, null)).toEqual(NAMED);
  });

  it('E20: what was erased from a draft is left to answer again', () => {
    const { handoff, handoffType } = new HandoffWorld().prepared();
    expect(whatIsLeft(handoff, handoffType, null)).toEqual([]);
    const maya = { accountId: 'maya', pseudonym: toPseudonym('maya', 'salt', sha256) };
    const left = whatIsLeft(erasePersonIn(handoff, maya), handoffType, null);
    expect(left.map(({ id }) => id)).toEqual(['pr', 'where', 'how', 'situation', 'recommendation']);
  });

  it('E20: nobody answers for it any more, so nobody is told of a late answer and a project admin lets a move pass', () => {
    const type = aHandoffType({
      options: {
        accountableId: FORMER,
        waiversAllowed: true,
        due: { kind: 'workingHours', hours: 1 },
        overdueReminds: true,
        overdueEscalates: true,
      },
    });
    expect([optionsOf(type).accountableId, isAnsweredFor(type)]).toEqual([null, true]);
    const world = new HandoffWorld(type);
    const waive = { type: 'waive', typeId: type.typeId, reason: 'The shop is down', kinds: ['left'] } as const;
    expect(world.refusalOf(waive, { by: 'olu', actorIsProjectAdmin: false })).toBe('FORBIDDEN');
    expect(world.does(waive, { by: 'olu', actorIsProjectAdmin: true })).toContain('waiver.granted');
    const late = new HandoffWorld(type).offered().later(7 * 24 * 3_600_000);
    const { events } = late.run({ type: 'noteOverdue', handoffId: late.handoff.handoffId }, { actor: SYSTEM });
    expect(events).toMatchObject([{ type: 'overdue', remindedId: 'ana', escalatedToId: null }]);
  });

  it('E20, S-049: anybody but the sender approves what the person who left would have', () => {
    const item = anItem('sign', { kind: 'approval', approverId: FORMER });
    expect([mayApprove(item, 'ana', 'maya'), mayApprove(item, 'maya', 'maya')]).toEqual([true, false]);
    expect(mayApprove({ ...item, approverId: 'lena' }, 'ana', 'maya')).toBe(false);
  });

  it('E20: is no account to report', () => {
    expect(listPeople({ receiver: NAMED, options: { accountableId: FORMER }, items: [{ approverId: 'tom' }] })).toEqual(['tom']);
  });

  it('E20: settings say in one line whom to pick anew, for a closed and for a deactivated account', () => {
    const say = (key: Parameters<Parameters<typeof whatNamesLeavers>[2]>[0], vars = {}) =>
      formatText((each) => texts[each] ?? each, 'en-US', key, vars);
    const people = { tom: { accountId: 'tom', displayName: 'Tom', avatarUrl: null, active: false } };
    const items = [anItem('sign', { title: 'Release note', kind: 'approval', approverId: 'tom' })];
    expect(whatNamesLeavers(aHandoffType({ receiver: NAMED, items, options: { accountableId: FORMER } }), people, say)).toEqual([
      'Who receives',
      'Who answers for it',
      'who approves “Release note”',
    ]);
    expect(whatNamesLeavers(aHandoffType(), people, say)).toEqual([]);
    expect([hasLeft('', people), hasLeft('ana', people)]).toEqual([false, false]);
  });
});
