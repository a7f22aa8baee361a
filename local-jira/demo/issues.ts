import { PROJECT, STATUS } from './workflows';

/** One work item of the demo. `ageDays` is how long ago it was created. */
export interface DemoIssue {
  projectId: string;
  typeId: string;
  summary: string;
  description: string;
  statusId: string;
  assignee: string | null;
  reporter: string;
  ageDays: number;
  comments?: { author: string; text: string }[];
}

const STORY = '10001';
const TASK = '10002';
const BUG = '10003';

/** In the order of their keys. The guide's work item is SHOP-1: it stands with Maya in In Development. */
export const ISSUES: DemoIssue[] = [
  shop(
    'Gift cards can be redeemed at checkout',
    [STORY, STATUS.inDevelopment, 'maya', 9],
    'As a customer I can enter a gift card code at checkout, so that its balance is taken off what I pay.\n\nThe balance may be smaller than the total; the rest is paid as usual. A card can be used until it is empty.',
    [{ author: 'lena', text: 'Support asks for this every week. Please keep the error texts short.' }],
  ),
  shop(
    'Total is wrong when a voucher and free shipping meet',
    [BUG, STATUS.inDevelopment, 'maya', 6],
    'With a 10 % voucher and an order above the free-shipping limit, shipping is charged although the limit is reached.\n\nExpected: the limit looks at the goods before the voucher.',
  ),
  shop(
    'Order confirmation shows the delivery window',
    [STORY, STATUS.inDevelopment, 'tomas', 8],
    'The mail and the page after checkout name the day and the two-hour window the customer chose.',
  ),
  shop(
    'Move the product search to the new index',
    [TASK, STATUS.inDevelopment, 'wei', 12],
    'Switch reads to the new index behind a flag. Old and new answers are compared for a week before the flag is removed.',
  ),
  shop(
    'Address form loses the apartment number on edit',
    [BUG, STATUS.inQa, 'ana', 14],
    'Saving an existing address without touching the second line clears it.',
  ),
  shop(
    'Returns can be announced from the order page',
    [STORY, STATUS.inQa, 'grace', 15],
    'A customer picks the items and a reason, and gets a label to print.',
  ),
  shop(
    'Rotate the keys of the payment provider',
    [TASK, STATUS.toDo, null, 3],
    'Both keys are valid for 24 hours, so no payment fails while they change.',
  ),
  shop(
    'Wish list can be shared by link',
    [STORY, STATUS.toDo, 'tomas', 5],
    'A read-only page behind a link nobody can guess. The owner can withdraw the link.',
  ),
  shop(
    'Cookie banner covers the checkout button on small screens',
    [BUG, STATUS.toDo, 'maya', 2],
    'Seen at 360 px width. The button cannot be reached with a keyboard either while the banner is open.',
  ),
  shop(
    'Customers see their invoices for ten years',
    [STORY, STATUS.done, 'ana', 30],
    'Invoices are listed by year and can be downloaded as PDF.',
  ),
  shop('Newsletter sign-off needs two clicks', [BUG, STATUS.done, 'sara', 24], 'The link in the mail must sign off at once.'),
  shop(
    'Load test for the autumn sale',
    [TASK, STATUS.done, 'grace', 40],
    'Four times the traffic of last year for one hour, without errors at checkout.',
  ),
  {
    projectId: PROJECT.app,
    typeId: '10011',
    summary: 'Dark mode follows the system setting',
    statusId: STATUS.appInDevelopment,
    assignee: 'wei',
    reporter: 'lena',
    ageDays: 7,
    description: 'The app reads the setting of the phone at start and whenever it changes.',
  },
  {
    projectId: PROJECT.app,
    typeId: '10012',
    summary: 'Push messages open the wrong order',
    statusId: STATUS.appInDevelopment,
    assignee: 'maya',
    reporter: 'sara',
    ageDays: 4,
    description: 'When two messages wait, tapping the older one opens the newer order.',
  },
  {
    projectId: PROJECT.app,
    typeId: '10011',
    summary: 'Sign in with a passkey',
    statusId: STATUS.appToDo,
    assignee: null,
    reporter: 'lena',
    ageDays: 2,
    description: 'Offer it on devices that can, next to the password.',
  },
  {
    projectId: PROJECT.ops,
    typeId: TASK,
    summary: 'Move nightly backups to the second region',
    statusId: STATUS.inDevelopment,
    assignee: 'priya',
    reporter: 'lena',
    ageDays: 11,
    description: 'Backups are copied and a restore is tried once a week.',
  },
  {
    projectId: PROJECT.ops,
    typeId: TASK,
    summary: 'Alert when the queue of failed payments grows',
    statusId: STATUS.inDevelopment,
    assignee: 'tomas',
    reporter: 'priya',
    ageDays: 5,
    description: 'More than 20 in ten minutes wakes somebody up.',
  },
  {
    projectId: PROJECT.ops,
    typeId: BUG,
    summary: 'Log rotation stops on a full disk',
    statusId: STATUS.toDo,
    assignee: null,
    reporter: 'wei',
    ageDays: 1,
    description: 'Rotation needs space for the new file before it deletes the old one.',
  },
];

/** Type, status, assignee and age in days of a work item of SHOP. */
type ShopFacts = [typeId: string, statusId: string, assignee: string | null, ageDays: number];

function shop(summary: string, facts: ShopFacts, description: string, comments: { author: string; text: string }[] = []): DemoIssue {
  const [typeId, statusId, assignee, ageDays] = facts;
  return { projectId: PROJECT.shop, typeId, summary, statusId, assignee, reporter: assignee ?? 'lena', ageDays, description, comments };
}
