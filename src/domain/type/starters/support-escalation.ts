import { check, guide, item, raciR, sbar, starter } from './starter';

/** First-level support hands a case on (S-036). */
export const supportEscalation = starter({
  starterId: 'support-tier-1-to-2',
  name: 'Support tier 1 → tier 2',
  team: 'Tier 2',
  summary: 'A support agent hands a case on that needs deeper knowledge.',
  routeWords: {
    from: [/\b(tier|level|l) ?1\b/iu, /\b(in progress|open|triage|investigat\w*)\b/iu],
    to: [/\b(tier|level|l) ?2\b/iu, /\bescalat\w*\b/iu, /\b(specialist|engineering)\b/iu],
  },
  information: [
    item(
      'text',
      ['problem', 'What goes wrong', 'What the customer did, what happened and what they expected: so that it can be done again.'],
      {
        required: true,
        allowInDescription: true,
      },
    ),
    item('text', ['tried', 'What was tried', 'Each step and what came of it, so that nobody asks the customer twice.'], { required: true }),
    item('text', ['impact', 'Impact on the customer', 'Who is stopped, since when, and what they can do meanwhile.'], { required: true }),
    item('attachment', ['evidence', 'Logs and screenshots', 'As the customer sent them, without passwords.']),
    item('text', ['contact', 'How to reach the customer', 'Name, channel, hours and language, if tier 2 may talk to them.']),
    item('link', ['article', 'Closest article', 'The article that came nearest, even if it did not help.']),
  ],
  steps: [
    item('tick', ['knowledge_base_searched', 'Knowledge base searched', 'For the message itself and for what the customer calls it.'], {
      required: true,
    }),
    item('tick', ['customer_told', 'Customer told', 'They know that somebody else goes on, and when they hear next.']),
  ],
  confirmation: [
    check('can_be_seen', 'Can be reproduced', 'You saw it happen, or the logs show it.'),
    check('enough_to_start', 'Enough to start', 'You can go on without asking the customer again.'),
  ],
  notePrompts: sbar(
    'Which customer, what is wrong, and how bad it is for them.',
    'What changed before it began; earlier cases of this customer.',
    'What you think it is, and what you have ruled out.',
    'What to try first, and what was promised to the customer until when.',
  ),
  guide: guide({
    whenUsed:
      'Each time tier 1 has done what it can and the case needs other knowledge or rights. Not to get rid of a case at the end of a shift.',
    flow: {
      inputs: ['Case with steps to see it', 'What was tried', 'Logs'],
      process: ['Tier 2 sees it happen before accepting', 'Questions go to the agent, not to the customer'],
      outputs: ['Tier 2 can go on without asking the customer again'],
    },
    raciR: raciR({
      responsible: 'Tier 1 agent',
      accountable: 'Team lead',
      consulted: 'Knowledge base',
      informed: 'Customer via ticket',
      receiver: 'Tier 2 agent',
    }),
    agenda: ['Cases that came back', 'Articles that are missing', 'What tier 1 could solve next time'],
    pitfalls: [
      '“Does not work” without a step that shows it.',
      'The customer is asked for the same log a third time.',
      'Nobody tells the customer that somebody else has it now.',
    ],
    example: [
      'Situation: Hotel Lindner cannot print invoices since this morning; 40 guests leave tomorrow at 10:00.',
      'Background: Their certificate was renewed last night. Same customer as the case of 3 May.',
      'Assessment: I think the printer service still holds the old certificate. It is not the network: other prints work.',
      'Recommendation: Restart the service with the new certificate first. I promised a call by 16:00.',
    ].join('\n'),
  }),
});
