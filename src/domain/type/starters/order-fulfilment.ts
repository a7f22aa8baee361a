import { check, guide, item, raciR, sbar, starter } from './starter';

/** The warehouse hands a parcel to the courier (S-008, S-045, S-068, S-070). */
export const orderFulfilment = starter({
  starterId: 'order-fulfilment',
  name: 'Warehouse → Courier',
  team: 'Courier',
  summary: 'The warehouse hands a packed order to the courier.',
  routeWords: {
    from: [/\bpack(ed|ing)\b/iu, /\b(pick(ed|ing)|fulfil\w*|warehouse)\b/iu, /\bin progress\b/iu],
    to: [/\b(courier|carrier)\b/iu, /\bpick-?up\b/iu, /\b(ship\w*|dispatch\w*|deliver\w*)\b/iu],
  },
  information: [
    item(
      'attachment',
      ['label_present', 'Shipping label', 'The label as it was printed, attached: address, weight and service readable.'],
      {
        required: true,
      },
    ),
    item('text', ['tracking_code', 'Tracking code', 'The code as the carrier shows it. Check that the carrier already knows it.'], {
      required: true,
    }),
    item('when', ['pickup', 'Pickup window', 'From when until when somebody is there to hand it over.'], { required: true, window: true }),
    item('choice', ['special_handling', 'Special handling', 'What it means for this parcel belongs in the note.'], {
      several: true,
      choices: [
        { id: 'fragile', name: 'Fragile' },
        { id: 'refrigerated', name: 'Refrigerated' },
        { id: 'hazardous', name: 'Hazardous' },
        { id: 'none', name: 'None', none: true },
      ],
    }),
  ],
  steps: [
    item(
      'tick',
      ['address_matches_label', 'Address matches the label', 'Address of the order and address on the label, read one after the other.'],
      {
        required: true,
      },
    ),
    item('tick', ['inventory_checked', 'Inventory checked', 'What is in the parcel is what was ordered, and stock was booked out.']),
    item('tick', ['packing_slip_printed', 'Packing slip printed', 'It lies in the parcel or in its pouch.']),
    item('tick', ['courier_notified', 'Courier notified', 'The courier knows where and when to come.']),
  ],
  confirmation: [
    check('no_damage', 'No damage', 'The parcel is dry, closed and whole.'),
    check('label_equals_address', 'Label and address agree', 'The label on the parcel shows the address of the order.'),
  ],
  notePrompts: sbar(
    'Order number and where it goes.',
    'Where the courier picks it up: door or dock, which gate, who is there and what was arranged.',
    'What could go wrong on the way: fragile, cold chain, customs, a customer who is out.',
    'How urgent it is, and which route or service you would take.',
  ),
  guide: guide({
    whenUsed:
      'Each time a packed order leaves the warehouse with a courier, and again when a parcel comes back undelivered and goes out anew.',
    flow: {
      inputs: ['Packed order', 'Shipping label', 'Tracking code'],
      process: ['Parcel and label are read together at the dock', 'The courier takes the parcel and accepts here'],
      outputs: ['The courier can deliver, and the customer can follow the parcel'],
    },
    raciR: raciR({
      responsible: 'Warehouse clerk',
      accountable: 'Shift lead',
      consulted: 'Carrier desk',
      informed: 'Customer via tracking page',
      receiver: 'Courier',
    }),
    agenda: ['Parcels that need special handling', 'Pickups that were missed', 'Returns on the way'],
    pitfalls: [
      'A label that fell off or cannot be scanned: the parcel goes round the depot.',
      'The address was changed after the label was printed.',
      'A tracking code nobody activated: the customer calls, and nobody knows where the parcel is.',
    ],
    example: [
      'Situation: Order 20417, one box, to the clinic in Graz.',
      'Background: Ready at dock 3; Mirko is there from 14:00 to 16:00.',
      'Assessment: Test kits inside must stay below 8 °C; the ice lasts until tomorrow noon.',
      'Recommendation: Express today. If it cannot leave before 18:00, leave it in our cold room and call.',
    ].join('\n'),
  }),
});
