import { check, guide, item, raciR, sbar, starter } from './starter';

/** The returns department hands goods back to the warehouse (S-115). */
export const returnsToWarehouse = starter({
  starterId: 'returns-to-warehouse',
  name: 'Returns → Warehouse',
  team: 'Warehouse',
  summary: 'The returns department hands goods that came back to the warehouse.',
  routeWords: {
    from: [/\breturn(s|ed)?\b/iu, /\b(inspect\w*|check\w*|rma)\b/iu],
    to: [/\b(warehouse|restock\w*|stock)\b/iu, /\b(put-?away|storage|shelv\w*)\b/iu],
  },
  information: [
    item('text', ['return_authorisation_no', 'Return authorisation number', 'As it stands on the papers and on the goods.'], {
      required: true,
    }),
    item('text', ['condition', 'Condition of the goods', 'Unopened, opened, used or damaged, and how that was found out.'], {
      required: true,
    }),
    item(
      'text',
      ['disposition', 'What is to happen with them', 'Restock, repair, send back to the maker or recycle; one line for each article.'],
      {
        required: true,
      },
    ),
    item('text', ['reason', 'Why they came back', 'In the words of the customer.'], { allowInDescription: true }),
    item('attachment', ['photos', 'Photos', 'Of damage, and of the parcel as it arrived.']),
  ],
  steps: [
    item('tick', ['labelled', 'Goods labelled', 'Each piece carries its return authorisation number.'], { required: true }),
    item('tick', ['counted', 'Counted', 'Pieces against the papers, what is missing is noted.']),
    item('tick', ['refund_decided', 'Refund decided', 'The customer’s money does not wait for the warehouse.']),
  ],
  confirmation: [
    check('quantity_matches', 'Quantity matches', 'As many pieces as the papers say.'),
    check('condition_as_described', 'Condition is as described', 'You would put the same in writing.'),
  ],
  notePrompts: sbar(
    'Which return it is, how many pieces, and where they stand now.',
    'What is behind it: a recall, a wrong delivery, a customer with many returns.',
    'How sure you are of the condition, and what may be more than it seems.',
    'What to put away first, and what must not go back on the shelf.',
  ),
  guide: guide({
    whenUsed: 'Each time goods that came back were looked at and go on to the warehouse: onto the shelf, to repair or out.',
    flow: {
      inputs: ['Labelled goods', 'Return authorisation', 'Finding on their condition'],
      process: ['Goods and papers are counted together', 'What does not match goes back before it is accepted'],
      outputs: ['The warehouse can book the goods and put them where they belong'],
    },
    raciR: raciR({
      responsible: 'Returns clerk',
      accountable: 'Returns manager',
      consulted: 'Quality department',
      informed: 'Customer accounts',
      receiver: 'Warehouse clerk',
    }),
    agenda: ['Returns that are still open', 'Articles that come back often', 'Goods without papers'],
    pitfalls: [
      'Goods without a number: nobody knows whose they are.',
      'Opened goods sold as new.',
      'Two sides keep two lists of what is open.',
    ],
    example: [
      'Situation: RA 5519, twelve kettles on pallet 7 beside the gate.',
      'Background: Third return of this model in a month; the maker knows.',
      'Assessment: Ten unopened. Two smell burnt, I did not plug them in.',
      'Recommendation: Ten back on the shelf today. Keep the two apart, the maker fetches them on Friday.',
    ].join('\n'),
  }),
});
