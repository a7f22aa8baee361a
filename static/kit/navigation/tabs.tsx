import { useRef, type KeyboardEvent } from 'react';
import styles from './tabs.module.css';

/** One tab, and the panel that shows when it is chosen. */
export interface Tab<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

interface TabsProps<Id extends string> {
  /** What the tabs choose between. */
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly shown: Id;
  readonly onShow: (id: Id) => void;
  /** Start of the ids that tabs and panels have: see {@link tabId} and {@link panelId}. */
  readonly group: string;
}

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** Id of a tab, that names its panel. */
export const tabId = (group: string, id: string): string => `${group}-tab-${id}`;

/** Id of a tab's panel. */
export const panelId = (group: string, id: string): string => `${group}-panel-${id}`;

/** Tabs as WAI-ARIA describes them: one stop for the keyboard, arrow keys choose, and the chosen panel shows at once. */
export function Tabs<Id extends string>({ label, tabs, shown, onShow, group }: TabsProps<Id>) {
  const buttons = useRef(new Map<Id, HTMLButtonElement>());
  const onKeyDown = (event: KeyboardEvent): void => {
    const next =
      tabs[
        STEPS[event.key]?.(
          tabs.findIndex(({ id }) => id === shown),
          tabs.length,
        ) ?? -1
      ];
    if (next === undefined) return;
    event.preventDefault();
    onShow(next.id);
    buttons.current.get(next.id)?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={styles.tabs} onKeyDown={onKeyDown}>
      {tabs.map(({ id, name }) => (
        <button
          key={id}
          ref={(button) => {
            if (button === null) buttons.current.delete(id);
            else buttons.current.set(id, button);
          }}
          type="button"
          role="tab"
          id={tabId(group, id)}
          aria-controls={panelId(group, id)}
          aria-selected={id === shown}
          tabIndex={id === shown ? 0 : -1}
          className={styles.tab}
          onClick={() => onShow(id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
