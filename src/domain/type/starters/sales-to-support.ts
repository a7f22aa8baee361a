import { check, guide, item, raciR, sbar, starter } from './starter';

/** Sales hands a new customer to those who look after them. */
export const salesToSupport = starter({
  starterId: 'sales-to-support',
  name: 'Sales → Support',
  team: 'Support',
  summary: 'Sales hands a new customer to those who look after them.',
  routeWords: {
    from: [/\b(sold|won|signed|contract\w*|closing)\b/iu, /\bsales\b/iu, /\bnegotiat\w*\b/iu],
    to: [/\bonboard\w*\b/iu, /\b(support|customer success|service)\b/iu, /\bkick-?off\b/iu],
  },
  information: [
    item('text', ['contacts', 'People at the customer', 'Who decides, who uses it, who pays, and whom to call when it burns.'], {
      required: true,
    }),
    item(
      'text',
      ['sold', 'What was sold', 'Products, number of users, level of service and from when on: write it, or link the contract.'],
      {
        required: true,
        allowInDescription: true,
      },
    ),
    item(
      'text',
      ['promises', 'What was promised beyond it', 'Features, dates, discounts, favours: everything the customer will remind us of.'],
      {
        required: true,
        allowNoneKnown: true,
      },
    ),
    item('text', ['goals', 'What the customer wants to reach', 'How they will judge after three months whether it was worth it.']),
    item('text', ['risks', 'What could go wrong', 'Who was against it, what they fear, what failed with the last supplier.'], {
      allowNoneKnown: true,
    }),
    item('link', ['contract', 'Contract', 'Where the signed one lies.']),
  ],
  steps: [
    item('tick', ['introduced', 'Introduced', 'The customer knows by name who looks after them from now on.'], { required: true }),
    item('tick', ['crm_updated', 'Customer record up to date', 'Contacts, notes and the reason why they bought.']),
  ],
  confirmation: [
    check('contacts_right', 'Contacts are right', 'Names, roles and ways to reach them.'),
    check('promises_can_be_kept', 'Promises can be kept', 'What was promised can be done with the service sold.'),
  ],
  notePrompts: sbar(
    'Who the customer is, what they bought and when they start.',
    'How it came about: why they looked, whom else they asked, what decided it.',
    'How sure you are that they are content after three months, and what worries you.',
    'What support should do in the first week, and what not to bring up.',
  ),
  guide: guide({
    whenUsed:
      'Each time a contract is signed and others look after the customer from then on, also when an existing customer buys something new.',
    flow: {
      inputs: ['Signed contract', 'People at the customer', 'Promises made'],
      process: ['Introduction with the customer in the room', 'Support asks about every promise it cannot keep before accepting'],
      outputs: ['Support can start the first week without calling sales'],
    },
    raciR: raciR({
      responsible: 'Account executive',
      accountable: 'Head of sales',
      consulted: 'Solution engineer',
      informed: 'Customer via introduction',
      receiver: 'Support lead',
    }),
    agenda: ['New customers', 'Promises that are due', 'Customers who went quiet'],
    pitfalls: [
      'A promise nobody wrote down, found when the customer asks for it.',
      'The customer tells the whole story again to somebody new.',
      'Sales is gone the day after the signature.',
    ],
    example: [
      'Situation: Nordlicht Energie, 120 users, starts on 1 April with two plants.',
      'Background: They left their supplier because nobody answered at night. The plant manager decided it.',
      'Assessment: Content if the night line works. The IT lead wanted another product.',
      'Recommendation: Call the IT lead in week one and show the import. Do not bring up the third plant yet.',
    ].join('\n'),
  }),
});
