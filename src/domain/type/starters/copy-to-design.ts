import { check, guide, item, raciR, sbar, starter } from './starter';

/** A copywriter hands text to a designer (S-066). */
export const copyToDesign = starter({
  starterId: 'copy-to-design',
  name: 'Copy → Design',
  team: 'Design',
  summary: 'A copywriter hands finished text to whoever lays it out.',
  routeWords: {
    from: [/\bcopy(writing)?\b/iu, /\b(writing|draft\w*|text|edit\w*)\b/iu],
    to: [/\b(in|ready for|to) design\b/iu, /\bdesign\w*\b/iu, /\blayout\b/iu],
  },
  information: [
    item('link', ['final_copy', 'Final copy', 'The one document that counts, with comments settled.'], { required: true }),
    item(
      'text',
      ['special_instructions', 'Special instructions', 'What must not be cut, broken or set in capitals; names, legal lines, tone.'],
      {
        required: true,
        allowNoneKnown: true,
      },
    ),
    item('text', ['formats', 'Formats and places', 'Where it appears and how long it may be there: banner, mail, print, languages.'], {
      required: true,
      allowInDescription: true,
    }),
    item('text', ['time_spent', 'Time spent', 'Hours on the text so far, for whoever plans the next one.']),
    item('text', ['image_ideas', 'Ideas for images', 'What the text assumes to be seen beside it.'], { allowNoneKnown: true }),
  ],
  steps: [
    item('tick', ['proofread', 'Proofread', 'By somebody who did not write it.'], { required: true }),
    item('tick', ['facts_checked', 'Facts and prices checked', 'Against the source, on the day it was handed over.']),
  ],
  confirmation: [
    check('all_elements', 'All elements are there', 'Every text, line and name the formats need; else say which are missing.'),
    check('fits', 'Length fits', 'The text fits the formats named.'),
  ],
  notePrompts: sbar(
    'What the text is for, who reads it, and by when it must be out.',
    'What was decided on the way: the brief, earlier versions, whose wish which line is.',
    'Which lines carry it and which are the first to go if there is no room.',
    'What to lay out first, and what to ask before changing a word.',
  ),
  guide: guide({
    whenUsed: 'Each time text is final and somebody else sets it. Not for a first sketch the two make together.',
    flow: {
      inputs: ['Final copy', 'Special instructions', 'Formats'],
      process: ['The designer reads it all before accepting', 'What is missing is named, not guessed'],
      outputs: ['The designer can lay it out without asking what a line means'],
    },
    raciR: raciR({
      responsible: 'Copywriter',
      accountable: 'Editor in chief',
      consulted: 'Legal review',
      informed: 'Campaign manager',
      receiver: 'Designer',
    }),
    agenda: ['What ran smoothly', 'Elements that were missing', 'Length against room'],
    pitfalls: ['Three versions of the text in three places.', 'A legal line that was “to follow”.', 'Text that only fits in one language.'],
    example: [
      'Situation: Spring mailing, one page and two banners, goes out on 14 March.',
      'Background: The second headline is the client’s own; the rest is ours to change.',
      'Assessment: The paragraph on prices carries it. The quote can go.',
      'Recommendation: Start with the small banner, it has the least room. Ask me before you shorten the price line.',
    ].join('\n'),
  }),
});
