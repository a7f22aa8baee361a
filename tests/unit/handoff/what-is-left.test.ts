import { isRealText } from '../../../src/domain/handoff/real-text';
import type { LiveFacts } from '../../../src/domain/handoff/what-is-left';
import { whatIsLeft } from '../../../src/domain/handoff/what-is-left';
import type { DraftChange } from '../../../src/domain/handoff/command';
import { HandoffWorld, aHandoffType, anItem, aPrompt, sixThings, someIssueFacts } from '../../support/handoff-world';

const ids = (world: HandoffWorld, facts: LiveFacts | null = world.issue): string[] =>
  whatIsLeft(world.handoff, world.handoffType, facts).map(({ id }) => id);
const section = (id: string, value: string): DraftChange => ({ field: 'section', id, value, basedOn: 0 });

describe('isRealText', () => {
  it.each(['', '  ', '.', '…', 'ok', 'OK.', 'TBD', 'to-do', 'N/A', 'n-a', 'Done!', ' none '])('%j says nothing', (text) => {
    expect(isRealText(text)).toBe(false);
  });

  it.each(['PR', 'Staging', '好的版本', '12', 'ok on staging', 'No known issues'])('%j says something, however short', (text) => {
    expect(isRealText(text)).toBe(true);
  });

  it('S-043: the same as another text says nothing, whatever its case and punctuation', () => {
    expect(isRealText('Checkout  FAILS!', ['checkout fails'])).toBe(false);
  });
});

describe('whatIsLeft', () => {
  it('asks for six things when nothing is prepared', () => {
    expect(whatIsLeft(null, aHandoffType(), someIssueFacts())).toHaveLength(6);
  });

  it('leaves nothing of a complete draft, nor of anything handed over', () => {
    const world = new HandoffWorld().prepared();
    expect(ids(world)).toEqual([]);
    expect(ids(new HandoffWorld().accepted())).toEqual([]);
  });

  it('text that says nothing yet is saved and still left', () => {
    const world = new HandoffWorld();
    world.does(world.edit({ field: 'item', id: 'where', value: { kind: 'text', text: 'tbd' }, basedOn: 0 }, section('situation', 'ok')));
    expect(world.handoff.items['where']?.value).toEqual({ kind: 'text', text: 'tbd' });
    expect(ids(world)).toEqual(expect.arrayContaining(['where', 'situation']));
  });

  it('an answer that repeats its own question is left', () => {
    const world = new HandoffWorld();
    world.does(world.edit({ field: 'item', id: 'where', value: { kind: 'text', text: 'where to test?' }, basedOn: 0 }));
    expect(ids(world)).toContain('where');
  });

  it('S-043: of two equal sections the later one is the copy', () => {
    const world = new HandoffWorld();
    world.does(world.edit(section('situation', 'It is fixed'), section('recommendation', 'it is fixed')));
    expect(ids(world)).toContain('recommendation');
    expect(ids(world)).not.toContain('situation');
  });

  it('S-121: none known and not applicable are answers', () => {
    const world = new HandoffWorld();
    world.does(
      world.edit(
        { field: 'item', id: 'issues', value: { kind: 'noneKnown' }, basedOn: 0 },
        { field: 'item', id: 'pr', value: { kind: 'notApplicable', reason: 'Configuration only' }, basedOn: 0 },
      ),
    );
    expect(ids(world)).not.toEqual(expect.arrayContaining(['issues']));
    expect(ids(world)).not.toContain('pr');
  });

  it('"in the description" counts while there is one, and where Jira was not asked', () => {
    const world = new HandoffWorld(aHandoffType(), someIssueFacts({ hasDescription: true }));
    world.does(world.edit({ field: 'item', id: 'how', value: { kind: 'inDescription' }, basedOn: 0 }));
    expect(ids(world)).not.toContain('how');
    expect(ids(world, null)).not.toContain('how');
    expect(ids(world, someIssueFacts({ hasDescription: false }))).toContain('how');
  });

  it('field and attachment items are read from the work item, and not counted where Jira was not asked', () => {
    const type = aHandoffType({
      items: [anItem('version', { kind: 'field', fieldId: 'fixVersions' }), anItem('shots', { kind: 'attachment' })],
      notePrompts: [],
    });
    expect(whatIsLeft(null, type, null)).toEqual([]);
    expect(whatIsLeft(null, type, someIssueFacts()).map(({ id }) => id)).toEqual(['version', 'shots']);
    expect(whatIsLeft(null, type, someIssueFacts({ filledFieldIds: ['fixVersions'], attachments: [{ id: '1', sizeBytes: 1 }] }))).toEqual(
      [],
    );
  });

  it('optional items and sections are never left', () => {
    const type = aHandoffType({ items: [anItem('a', { required: false })], notePrompts: [aPrompt('b')] });
    expect(whatIsLeft(null, type, null)).toEqual([]);
  });

  it('a receiver from an empty field is left once Jira was asked', () => {
    const type = aHandoffType({ receiver: { kind: 'userField', fieldId: 'qa', fieldName: 'QA contact' } });
    expect(whatIsLeft(null, type, someIssueFacts()).at(-1)).toEqual({ kind: 'receiver', id: 'receiver', title: 'QA contact' });
    expect(whatIsLeft(null, type, null).some(({ kind }) => kind === 'receiver')).toBe(false);
  });

  it('I6: the sender as receiver counts as none', () => {
    const world = new HandoffWorld(aHandoffType({ receiver: { kind: 'person', accountId: 'maya' } }));
    world.does(world.edit(...sixThings()));
    expect(ids(world)).toEqual(['receiver']);
  });

  it('after a return, what the receiver named is to fix', () => {
    expect(ids(new HandoffWorld().returned(['where'], ['situation']))).toEqual(['where', 'situation']);
    expect(ids(new HandoffWorld().returned([], []))).toEqual([]);
  });
});
