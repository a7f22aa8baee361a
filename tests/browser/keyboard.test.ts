import { useBrowserStage } from '../support/browser-stage';
import { holdsFocus, KeyboardVisitor } from '../support/keyboard-visitor';
import type { Visitor } from '../support/visitor';

const stage = useBrowserStage();

async function arrive(part: string): Promise<{ keyboard: KeyboardVisitor; visitor: Visitor }> {
  const visitor = await stage.arrive(part);
  return { keyboard: new KeyboardVisitor(visitor), visitor };
}

describe('with the keyboard alone', () => {
  it('a sender is refused, fills six things and hands off', async () => {
    const { keyboard, visitor } = await arrive('sender');
    const { page, handoff } = visitor;
    await keyboard.goTo('/jira/projects/SHOP/board');
    const menu = page.getByRole('button', { name: 'Move SHOP-2 to…' });
    await keyboard.press(menu);
    await keyboard.tabTo(page.getByRole('menuitem', { name: 'In QA' }));
    await keyboard.keys('Enter');
    await visitor.see(visitor.flag);
    expect(await visitor.flag.innerText()).toContain('Nothing prepared for QA yet.');
    await visitor.see(page.locator('[aria-label="Move SHOP-2 to…"]:focus'));

    await keyboard.tabTo(visitor.card('SHOP-2').locator('a.card-summary'), 'backward');
    await keyboard.keys('Enter');
    await keyboard.type(handoff.getByRole('textbox', { name: 'Pull request' }), 'https://git.example.com/shop/pull/431');
    await keyboard.type(handoff.getByRole('textbox', { name: 'Where to test' }), 'Staging 2, account test-buyer-4.');
    await keyboard.type(handoff.getByRole('textbox', { name: 'How to check it' }), 'Order for 60 € with voucher TEN.');
    await keyboard.press(handoff.getByRole('button', { name: 'None known' }), 'Space');
    await keyboard.type(handoff.getByRole('textbox', { name: 'Situation' }), 'The limit now looks at the goods before the voucher.');
    await keyboard.type(handoff.getByRole('textbox', { name: 'Recommendation' }), 'Try orders just below and just above the limit first.');
    await keyboard.tabTo(handoff.getByRole('button', { name: 'Hand off to Ana Ferreira' }), 'backward');
    await keyboard.keys('Enter');
    await visitor.see(handoff.getByText('Waiting for Ana Ferreira since'));
  });

  it('a receiver opens a row, asks, accepts and rates', async () => {
    await stage.site.idle();
    const { keyboard, visitor } = await arrive('receiver');
    const { app } = visitor;
    await keyboard.goTo('/jira/projects/SHOP/apps/handoffs');
    const row = app.getByRole('button', { name: /Total is wrong/u });
    const place = app.getByRole('region', { name: 'Handoff of SHOP-2' });
    await keyboard.press(row);
    await keyboard.press(place.getByRole('button', { name: 'Ask', exact: true }));
    await keyboard.type(place.getByRole('textbox', { name: /What do you want to know/u }), 'Which voucher may I use?');
    await keyboard.press(place.getByRole('button', { name: 'Ask', exact: true }));
    await visitor.see(place.getByText('Which voucher may I use?'));
    await keyboard.press(place.getByRole('button', { name: 'Accept', exact: true }));
    await visitor.see(app.getByText(/SHOP-2 accepted/u));

    const steps = app.getByRole('radiogroup', { name: /SHOP-2/u });
    await keyboard.tabTo(steps.getByRole('radio').first());
    await keyboard.keys('ArrowRight', 'ArrowRight', 'ArrowRight', 'Space');
    await visitor.see(app.getByText('Rated 4. Thank you.'));
  });

  it('a receiver returns a work item with an item picked', async () => {
    const { keyboard, visitor } = await arrive('receiver');
    const { handoff } = visitor;
    await keyboard.goTo('/browse/SHOP-3');
    await keyboard.press(handoff.getByRole('button', { name: 'Return', exact: true }));
    await visitor.see(handoff.locator('textarea:focus'));
    await keyboard.type(handoff.getByRole('textbox', { name: /What is missing\?/u }), 'The account does not work.');
    await keyboard.press(handoff.getByRole('checkbox', { name: 'Where to test' }), 'Space');
    await keyboard.press(handoff.getByRole('button', { name: /^Return to/u }));
    await visitor.see(handoff.getByText(/Returned to Tomas Lind/u));
  });

  it('an admin turns a project on, reorders and edits items, saves, and meets the block by moving a card with its menu', async () => {
    const { keyboard, visitor } = await arrive('projectAdmin');
    const { page, app } = visitor;
    await keyboard.goTo('/jira/projects/OPS/board');
    await keyboard.press(page.getByRole('link', { name: /Project settings/u }));
    await keyboard.press(app.getByRole('button', { name: 'Turn on' }));
    const up = app.getByRole('button', { name: 'Move Known issues up' });
    await keyboard.press(up);
    await keyboard.keys('Enter', 'Enter');
    expect(await holdsFocus(up)).toBe(true);
    await keyboard.press(app.getByRole('button', { name: /^Pull request/u }));
    await keyboard.type(app.getByRole('textbox', { name: 'Item', exact: true }), 'Change request');
    await keyboard.type(app.getByRole('textbox', { name: 'What changed, and why?' }), 'Operations ask for other things');
    await keyboard.press(app.getByRole('button', { name: 'Save and publish' }));
    await visitor.see(app.getByText(/^Saved\. New handoffs use it/u));
    const titles = await app.locator('ol > li button[aria-expanded] > span:first-child').allInnerTexts();
    expect(titles.slice(0, 2)).toEqual(['Known issues', 'Change request']);

    await keyboard.goTo('/jira/projects/OPS/board');
    await keyboard.press(page.getByRole('button', { name: 'Move OPS-1 to…' }));
    await keyboard.tabTo(page.getByRole('menuitem', { name: 'In QA' }));
    await keyboard.keys('Enter');
    await visitor.see(visitor.flag);
    expect(await visitor.flag.innerText()).toContain('Nothing prepared for QA yet. Needed: Known issues, Change request');
  });

  it('S-157 S-158 S-159: an admin answers the ten questions; three no are three things to do, the simplest first, and the fourth puts the handoff first', async () => {
    const { keyboard, visitor } = await arrive('projectAdmin');
    const { app } = visitor;
    const question = (number: number) => app.getByRole('group', { name: new RegExp(`^${String(number)}\\. `, 'u') });
    const answerAll = async (noNumbers: readonly number[]): Promise<void> => {
      for (let number = 1; number <= 10; number += 1) {
        const says = noNumbers.includes(number) ? 'No' : 'Yes';
        await keyboard.press(question(number).getByRole('radio', { name: 'Yes' }), 'Space');
        if (says === 'No') await keyboard.keys('ArrowRight');
        expect(await question(number).getByRole('radio', { name: says }).isChecked()).toBe(true);
      }
    };
    const finish = app.getByRole('button', { name: 'Finish audit' });
    await keyboard.goTo('/jira/projects/SHOP/settings/apps/handoff-settings?section=audit');
    await visitor.see(app.getByText('0 of 10 answered'));
    await keyboard.press(finish);
    await visitor.see(question(1).getByRole('radio', { name: 'Yes' }).and(app.locator(':focus')));
    await answerAll([2, 8, 9]);
    await visitor.see(app.getByText('10 of 10 answered'));
    await keyboard.tabTo(finish);
    await keyboard.keys('Enter');
    await visitor.see(app.getByText('3 no. Begin with the simplest.'));
    const todos = app.getByRole('list', { name: 'To do, the simplest first' }).getByRole('listitem');
    expect((await todos.allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
      'Name a champion for this handoff.',
      'Add what is missing to the checklist: an item to fill in, or a step to tick.',
      'Show new people how this handoff goes, and say who does that.',
    ]);

    await keyboard.press(app.getByRole('button', { name: 'Start the next audit' }));
    await answerAll([1, 2, 8, 9]);
    await keyboard.tabTo(finish);
    await keyboard.keys('Enter');
    await visitor.see(app.getByText('4 no: put this handoff first. Begin with the simplest.'));
    expect(await todos.count()).toBe(4);
    await visitor.see(app.getByText('1 earlier audit'));
  });
});

describe('“Try it in two minutes” on the home page', () => {
  it('leads through four steps, plays the right person at each, and ticks them by itself', async () => {
    const { keyboard, visitor } = await arrive('outsider');
    const { page, handoff, app } = visitor;
    const home = async (doneCount: number): Promise<void> => {
      await stage.site.idle();
      await keyboard.goTo('/');
      await visitor.see(page.getByText(`${String(doneCount)} of 4 done`));
    };
    await home(0);
    await keyboard.press(page.getByRole('link', { name: 'Try to move SHOP-1' }));
    await keyboard.press(page.getByRole('button', { name: 'Move SHOP-1 to…' }));
    await keyboard.tabTo(page.getByRole('menuitem', { name: 'In QA' }));
    await keyboard.keys('Enter');
    await visitor.see(visitor.flag);
    expect(await visitor.flag.innerText()).toContain('2 left');

    await home(1);
    await keyboard.press(page.getByRole('link', { name: 'Fill what is missing and hand off' }));
    await visitor.see(handoff.getByText('2 left'));
    await keyboard.press(handoff.getByRole('button', { name: 'In the description' }));
    await keyboard.type(handoff.getByRole('textbox', { name: 'Recommendation' }), 'Start with a card that is worth more than the order.');
    await keyboard.tabTo(handoff.getByRole('button', { name: 'Hand off to Ana Ferreira' }), 'backward');
    await keyboard.keys('Enter');
    await visitor.see(handoff.getByText('Waiting for Ana Ferreira since'));

    await home(2);
    await keyboard.press(page.getByRole('link', { name: 'Accept it' }));
    await keyboard.press(app.getByRole('button', { name: /Gift cards/u }));
    await keyboard.press(app.getByRole('region', { name: 'Handoff of SHOP-1' }).getByRole('button', { name: 'Accept', exact: true }));
    await visitor.see(app.getByText(/SHOP-1 accepted/u));

    await home(3);
    await keyboard.press(page.getByRole('link', { name: 'Rate it' }));
    await keyboard.tabTo(
      app
        .getByRole('radiogroup', { name: /SHOP-1/u })
        .getByRole('radio')
        .first(),
    );
    await keyboard.keys('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Space');
    await visitor.see(app.getByText('Rated 5. Thank you.'));

    await home(4);
    await visitor.see(page.getByText('That is the whole loop.'));
  });
});
