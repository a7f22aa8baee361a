import { parseLink, parseText, typedText } from '../../../static/handoff/draft/parse-answer';
import { linkParts } from '../../../static/handoff/model/link-parts';

describe('what is typed for an item', () => {
  it('is a link when it starts with http or https and names a host', () => {
    expect(parseLink(' https://github.com/acme/shop/pull/12 ')).toEqual({
      ok: true,
      answer: { kind: 'link', url: 'https://github.com/acme/shop/pull/12' },
    });
  });

  it('gets its https when only the host was typed', () => {
    expect(parseLink('github.com/acme')).toEqual({ ok: true, answer: { kind: 'link', url: 'https://github.com/acme' } });
  });

  it.each(['the usual branch', 'javascript:alert(1)', 'https://', 'ftp://files.example.com', 'https://two words.example'])(
    'is refused as a link: %s',
    (typed) => {
      expect(parseLink(typed)).toEqual({ ok: false, problem: 'notALink' });
    },
  );

  it('clears the item when it is blank', () => {
    expect(parseLink('  ')).toEqual({ ok: true, answer: null });
    expect(parseText(' \n ')).toEqual({ ok: true, answer: null });
  });

  it('is too long beyond what the contract takes', () => {
    expect(parseText('x'.repeat(20_001))).toEqual({ ok: false, problem: 'tooLong' });
    expect(parseLink(`https://example.com/${'x'.repeat(2_000)}`)).toEqual({ ok: false, problem: 'tooLong' });
  });

  it('comes back into the editor, while choices leave it empty', () => {
    expect(typedText({ kind: 'text', text: 'a' })).toBe('a');
    expect(typedText({ kind: 'noneKnown' })).toBe('');
  });
});

describe('links in a text', () => {
  it('can be followed without the punctuation that ends the sentence', () => {
    expect(linkParts('See https://example.com/a. Then (http://b.example) go')).toEqual([
      { text: 'See ', url: null },
      { text: 'https://example.com/a', url: 'https://example.com/a' },
      { text: '. Then (', url: null },
      { text: 'http://b.example', url: 'http://b.example' },
      { text: ') go', url: null },
    ]);
  });
});
