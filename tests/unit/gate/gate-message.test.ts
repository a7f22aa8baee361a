import fc from 'fast-check';
import strings from '../../../src/contract/locales/en-US.json';
import { gateMessage, MAX_MESSAGE_LENGTH, type MessageContent } from '../../../src/domain/gate/gate-message';
import type { Left } from '../../../src/domain/gate/projection';

const item = (title: string): Left => ({ kind: 'item', id: title, title });

const content = (code: MessageContent['code'], titles: readonly string[], team: string | null = 'QA'): MessageContent => ({
  code,
  team,
  left: titles.map(item),
  leftCount: titles.length,
});

const say = (code: MessageContent['code'], titles: readonly string[]): string => gateMessage(content(code, titles), strings);

describe('gateMessage', () => {
  it('names what is left, who can add it and where (S-061)', () => {
    expect(say('INCOMPLETE', ['Pull request', 'Where to test', 'How to check it', 'Known issues', 'Situation'])).toBe(
      'Not ready for QA: 5 left. Missing Pull request, Where to test, How to check it and 2 more. Anyone who can edit this work item can add them under Handoff, on its right side.',
    );
  });

  it('names what is needed where nothing is prepared', () => {
    expect(say('NOT_PREPARED', ['Pull request', 'Where to test', 'How to check it', 'Known issues', 'Situation', 'Recommendation'])).toBe(
      'Nothing prepared for QA yet. Needed: Pull request, Where to test, How to check it and 3 more. Anyone who can edit this work item can start under Handoff, on its right side.',
    );
  });

  it('says that a sign-off is missing', () => {
    expect(say('NOT_ACCEPTED', [])).toBe(
      'Not signed off: QA has not accepted this handoff yet. The receiver accepts it under Handoff, on the right side of this work item.',
    );
    expect(say('RETURNED', [])).toBe(
      'Not signed off: QA returned this handoff. The sender sees why, fixes it and hands off again under Handoff, on the right side of this work item.',
    );
  });

  it('says what an admin has to do, with something to search for', () => {
    expect(gateMessage(content('RULE_BROKEN', [], null), strings)).toBe(
      "This transition's handoff rule no longer matches a handoff type, so every move is stopped. A Jira admin can fix or remove the rule in the workflow editor. (RULE_BROKEN)",
    );
    expect(gateMessage(content('CANNOT_CHECK', [], null), strings, 'B-41f2')).toBe(
      'Baton could not check this handoff, so the move was stopped to be safe. Nothing is lost. Try again in a minute; if it goes on, tell a Jira admin. (B-41f2)',
    );
  });

  it.each([
    [['A'], 'Missing A. '],
    [['A', 'B'], 'Missing A and B. '],
    [['A', 'B', 'C'], 'Missing A, B and C. '],
    [['A', 'B', 'C', 'D'], 'Missing A, B, C and 1 more. '],
  ])('joins %j as people would', (titles, expected) => {
    expect(say('INCOMPLETE', titles)).toContain(expected);
  });

  it('drops names three to two to one until the text fits', () => {
    const long = ['a', 'b', 'c'].map((letter) => letter.repeat(40));
    const [a, b] = long;
    const roomy = content('INCOMPLETE', long);
    expect(gateMessage(roomy, strings)).toContain('3 left. Missing aaaa');
    expect(gateMessage(roomy, strings)).not.toContain('more');
    expect(gateMessage({ ...roomy, team: 'T'.repeat(30), leftCount: 100 }, strings)).toContain(`Missing ${a}, ${b} and 98 more.`);
    const wordy = { ...strings, 'gate.incomplete': `${'w'.repeat(180)} {names}.` };
    expect(gateMessage(roomy, wordy)).toBe(`${'w'.repeat(180)} ${a} and 2 more.`);
  });

  it('quotes titles up to 40 characters and shows braces in them as they are', () => {
    expect(say('INCOMPLETE', ['x'.repeat(60)])).toContain(`Missing ${'x'.repeat(39)}…. `);
    expect(say('INCOMPLETE', ['{n} of {k}'])).toContain('Missing {n} of {k}. ');
  });

  it('names the receiver when only that is left, and a first entry when nothing is required', () => {
    const receiver: Left = { kind: 'receiver', id: 'receiver', title: '' };
    expect(gateMessage({ code: 'INCOMPLETE', team: 'QA', left: [receiver], leftCount: 1 }, strings)).toContain(
      '1 left. Missing Receiver. ',
    );
    expect(say('NOT_PREPARED', [])).toContain('Needed: a first entry. ');
  });

  it('fits a frame that a translation made longer: then the name gives way', () => {
    const wordy = { ...strings, 'gate.incomplete': `${'w'.repeat(230)} {names}` };
    expect(gateMessage(content('INCOMPLETE', ['x'.repeat(40), 'b']), wordy).length).toBeLessThanOrEqual(MAX_MESSAGE_LENGTH);
  });

  const title = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.string({ maxLength: 80 }), fc.constant('€'.repeat(60)));

  it('is never longer than Jira shows, for any titles, team and count (S-061)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('INCOMPLETE', 'NOT_PREPARED', 'NOT_ACCEPTED', 'RETURNED', 'RULE_BROKEN', 'CANNOT_CHECK' as const),
        fc.array(title, { maxLength: 61 }),
        fc.option(title),
        fc.string({ maxLength: 200 }),
        (code, titles, team, reference) => {
          const message = gateMessage(content(code, titles, team), strings, reference);
          expect(message.length).toBeLessThanOrEqual(MAX_MESSAGE_LENGTH);
          expect(() => encodeURIComponent(message)).not.toThrow();
        },
      ),
    );
  });

  it('keeps the frame, names at least the first thing left, and counts right', () => {
    const word = fc.stringMatching(/^[a-z]{1,60}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 61 }), fc.stringMatching(/^[A-Z]{1,30}$/u), (titles, team) => {
        const message = gateMessage(content('INCOMPLETE', titles, team), strings);
        const frame =
          /^Not ready for (\w+): (\d+) left\. Missing (.+)\. Anyone who can edit this work item can add them under Handoff, on its right side\.$/u;
        const [, saidTeam, n, names = ''] = frame.exec(message) ?? [];
        expect(saidTeam).toBe(team);
        expect(Number(n)).toBe(titles.length);
        const parts = names.split(/, | and /u);
        const more = /^(\d+) more$/u.exec(parts.at(-1) ?? '');
        const named = more === null ? parts : parts.slice(0, -1);
        expect(named.length + Number(more?.[1] ?? 0)).toBe(titles.length);
        expect(named.length).toBeGreaterThanOrEqual(1);
        named.forEach((name, index) => {
          expect(titles[index]?.startsWith(name.replace(/…$/u, ''))).toBe(true);
        });
      }),
    );
  });
});
