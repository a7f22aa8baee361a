import { useBrowserStage } from '../support/browser-stage';
import type { Visitor } from '../support/visitor';

/** Longest the other side's change may take to arrive: the screen asks every twenty seconds. */
const NEXT_LOOK_MS = 45_000;

const MAYAS = 'Staging 2, account test-buyer-4';
const LENAS = 'Staging 3, since staging 2 is down today';

const { arrive } = useBrowserStage();

async function openDraft(part: string): Promise<Visitor> {
  const visitor = await arrive(part);
  await visitor.goTo('/browse/SHOP-2');
  await visitor.see(whereToTest(visitor));
  return visitor;
}

const whereToTest = (visitor: Visitor) => visitor.handoff.getByRole('textbox', { name: 'Where to test' });

/** Waits until the field holds a text, open or folded, without touching the page: only its own looks may bring it. */
async function shows({ handoff }: Visitor, text: string): Promise<void> {
  const open = handoff.locator(`input[value="${text}"]`);
  await handoff.getByText(text).or(open).first().waitFor({ timeout: NEXT_LOOK_MS });
}

describe('two people in one draft', () => {
  it('shows both texts, loses neither, and brings the other side’s change', async () => {
    const maya = await openDraft('sender');
    const lena = await openDraft('lead');

    await maya.fill(whereToTest(maya), MAYAS);
    await maya.see(maya.handoff.getByText('Saved', { exact: true }));
    // A field is its writer's own while they are in it; Maya goes on to the next one.
    await maya.click(maya.handoff.getByRole('textbox', { name: 'How to check it' }));
    await lena.fill(whereToTest(lena), LENAS);
    const told = lena.handoff.getByText(`${maya.user.displayName} changed this while you were typing.`).first();
    await lena.see(told);
    expect(await whereToTest(lena).inputValue()).toBe(LENAS);
    await lena.click(lena.handoff.getByRole('button', { name: 'See both' }));
    await lena.see(lena.handoff.getByText(MAYAS));
    await lena.see(lena.handoff.locator('dd').getByText(LENAS));
    await shows(maya, MAYAS);

    await lena.click(lena.handoff.getByRole('button', { name: 'Keep yours' }));
    await lena.handoff.getByRole('button', { name: 'Keep yours' }).waitFor({ state: 'detached' });
    await shows(maya, LENAS);
  });
});

describe('a type that changes while handoffs are open', () => {
  it('E15: publishing asks what changed and says how many stay; the open one keeps its fields, a new one has the new item', async () => {
    const admin = await arrive('projectAdmin');
    const { app } = admin;
    await admin.goTo('/jira/projects/SHOP/settings/apps/handoff-settings');
    await admin.click(app.getByRole('button', { name: 'Add an item' }));
    await admin.fill(app.getByRole('textbox', { name: 'Item', exact: true }), 'Feature flag');
    await admin.see(app.getByText(/^[1-9]\d* open handoffs? stays? on version 1\.$/u));
    await admin.click(app.getByRole('button', { name: 'Save and publish' }));
    await admin.see(app.getByText('Say in a few words what changed: it stands in the history.'));
    await admin.fill(app.getByRole('textbox', { name: 'What changed, and why?' }), 'Flags were forgotten twice');
    await admin.click(app.getByRole('button', { name: 'Save and publish' }));
    await admin.see(app.getByText(/^Saved\. New handoffs use it/u));
    await admin.click(app.getByText('version 2 is in use'));
    await admin.see(app.getByText('Flags were forgotten twice'));
    await admin.see(app.getByText('1 difference'));

    const maya = await arrive('sender');
    await maya.goTo('/browse/SHOP-1');
    await maya.see(maya.handoff.getByText('How to check it'));
    expect(await maya.handoff.getByText('Feature flag').count()).toBe(0);
    await maya.goTo('/browse/SHOP-4');
    await maya.see(maya.handoff.getByText('Feature flag'));
  });
});
