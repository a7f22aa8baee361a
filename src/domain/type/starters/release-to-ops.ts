import { check, guide, item, raciR, sbar, starter } from './starter';

/** A release goes to those who run it (S-052). */
export const releaseToOps = starter({
  starterId: 'release-to-ops',
  name: 'Release → Ops',
  team: 'Ops',
  summary: 'A tested release goes to those who put it live and run it.',
  routeWords: {
    from: [
      /\brelease (candidate|prep\w*)\b/iu,
      /\b(ready (for|to) (release|deploy\w*)|staging|tested)\b/iu,
      /\brelease\b/iu,
      /\bqa\b|\btesting\b/iu,
    ],
    to: [/\bop(s|erations?)\b/iu, /\bdeploy\w*\b/iu, /\b(live|production|rollout|releas\w+)\b/iu],
  },
  information: [
    item(
      'text',
      ['final_test_suite', 'Final test suite', 'Link to the last full run, with what failed or was skipped and why that is fine.'],
      {
        required: true,
      },
    ),
    item('link', ['release_notes', 'Release notes', 'What changes for users and for operation, in words support can use too.'], {
      required: true,
    }),
    item('when', ['handover_meeting', 'Handover meeting', 'When both sides go through it together, before it goes live.'], {
      required: true,
      mustBeAhead: true,
    }),
    item('text', ['way_back', 'Way back', 'How to undo it, how long that takes, and from when on it is no longer possible.'], {
      required: true,
    }),
    item('text', ['configuration', 'Changed configuration', 'Settings, secrets, migrations and jobs that are new or different.'], {
      allowNoneKnown: true,
    }),
    item('link', ['dashboards', 'What to watch', 'Dashboard or query that shows within minutes whether it works.']),
  ],
  steps: [
    item('tick', ['runbook_updated', 'Runbook updated', 'The on-call person finds what is new at three in the morning.']),
    item('tick', ['alerts_ready', 'Alerts set up', 'Something tells Ops before a customer does.']),
  ],
  confirmation: [
    check('steps_tried', 'Steps can be followed', 'You went through them on staging or on paper.'),
    check('way_back_tried', 'Way back works', 'You tried it, or know from whom to have it shown.'),
  ],
  notePrompts: sbar(
    'Which version goes where, and how far it is rolled out already.',
    'What it depends on, and what went wrong the last time something like it went live.',
    'Where you expect trouble, and how you would notice.',
    'When to go live, in which order, and when to turn back.',
  ),
  guide: guide({
    whenUsed:
      'Each time a release is ready to go live and the people who run it take over. Not for a configuration change Ops makes itself.',
    flow: {
      inputs: ['Build that passed the final test suite', 'Release notes', 'Runbook'],
      process: ['Handover meeting', 'Ops tries the way back before accepting'],
      outputs: ['Ops can put it live, watch it and take it back'],
    },
    raciR: raciR({
      responsible: 'Release manager',
      accountable: 'Head of engineering',
      consulted: 'QA lead',
      informed: 'Customer support',
      receiver: 'Operations engineer on duty',
    }),
    agenda: ['What changes', 'Order of the steps', 'What to watch', 'When to turn back, and who decides'],
    pitfalls: [
      'A migration that cannot be undone, noticed when it has to be.',
      'A release on the evening before a holiday.',
      'Only the author knows which alert means what.',
    ],
    example: [
      'Situation: Version 4.12 is on staging since Monday; production still runs 4.11.',
      'Background: It moves sessions to the new store. The last such move logged everybody out.',
      'Assessment: Sign-in rate is the number to watch; below 97 % something is wrong.',
      'Recommendation: Tuesday 07:00, one node first, the rest after 30 minutes. Turn back without asking if sign-in drops.',
    ].join('\n'),
  }),
});
