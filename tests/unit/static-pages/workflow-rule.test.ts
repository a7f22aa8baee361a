import { parseGuardedTransition } from '../../../static/workflow-rule/guarded-transition';
import { NEW_RULE, parseStoredRule, toStoredText } from '../../../static/workflow-rule/stored-rule';

describe('a workflow rule', () => {
  it('is read back as it was stored', () => {
    const configuration = { schema: 1, requires: 'accepted', mode: 'observe', onFault: 'allow' } as const;
    expect(parseStoredRule(toStoredText(configuration))).toEqual({ kind: 'stored', configuration });
  });

  it('stops moves from the start, also when it cannot be checked', () => {
    expect(NEW_RULE).toEqual({ schema: 1, requires: 'prepared', mode: 'enforce', onFault: 'block' });
  });

  it.each([
    undefined,
    null,
    '',
    'not json',
    '{}',
    '{"schema":2,"requires":"prepared","mode":"enforce","onFault":"block"}',
    '{"schema":1,"requires":"prepared","mode":"enforce","onFault":"block","expression":"true"}',
    7,
  ])('is broken when %p is stored', (stored) => {
    expect(parseStoredRule(stored)).toEqual({ kind: 'broken' });
  });

  it('knows its transition from the context, with numbers or without ids', () => {
    expect(parseGuardedTransition({ id: '21', from: { id: 3, name: 'In Development' }, to: { id: null, name: 'In QA' } })).toEqual({
      from: { id: '3', name: 'In Development' },
      to: { id: null, name: 'In QA' },
    });
    expect(parseGuardedTransition({ id: '1', from: null, to: { id: '4', name: 'In QA' } })).toEqual({
      from: null,
      to: { id: '4', name: 'In QA' },
    });
  });

  it.each([undefined, null, 'x', {}, { from: 'In QA' }])('says nothing about the transition when the context is %p', (context) => {
    expect(parseGuardedTransition(context)).toBeNull();
  });
});
