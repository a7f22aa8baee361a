import type { Locator } from 'playwright-core';
import type { Visitor } from './visitor';

/** More presses of Tab than any page of the walk needs from its top to its end. */
const MAX_TABS = 120;

/** Somebody who has put the mouse away: everything happens with keys, on whatever holds the focus. */
export class KeyboardVisitor {
  constructor(readonly visitor: Visitor) {}

  /** Presses Tab, or Shift+Tab, until the target holds the focus; throws when it never does. */
  async tabTo(target: Locator, direction: 'forward' | 'backward' = 'forward'): Promise<void> {
    await this.visitor.see(target);
    const key = direction === 'forward' ? 'Tab' : 'Shift+Tab';
    for (let presses = 0; presses < MAX_TABS; presses += 1) {
      if (await holdsFocus(target)) return;
      await this.visitor.page.keyboard.press(key);
    }
    throw new Error(`${String(MAX_TABS)} presses of ${key} did not lead to ${String(target)}`);
  }

  /** Tabs to a button, link or the like and presses it. */
  async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.tabTo(target);
    await this.visitor.page.keyboard.press(key);
  }

  /** Tabs to a field and types; what it held is replaced. */
  async type(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    await this.visitor.page.keyboard.press('ControlOrMeta+A');
    await this.visitor.page.keyboard.insertText(text);
  }

  keys(...keys: readonly string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.visitor.page.keyboard.press(key)), Promise.resolve());
  }

  /** Goes to an address and starts at the top of the page, as the browser does. */
  goTo(path: string): Promise<void> {
    return this.visitor.goTo(path);
  }
}

/** Whether the element is where typed keys go now, also when it stands in a frame. */
export function holdsFocus(target: Locator): Promise<boolean> {
  return target.first().evaluate((element) => element === element.ownerDocument.activeElement && element.ownerDocument.hasFocus());
}
