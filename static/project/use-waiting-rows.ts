import { useCallback, useRef, useState } from 'react';
import type { HandoffListRow } from '../../src/contract/project-home';
import { announce } from '../kit/feedback/announce';
import { useText } from '../kit/text/use-text';
import { inWaitingOrder, nextToOpen } from './waiting-order';

/** What was decided about a row. */
export type Decision = 'accepted' | 'returned';

/**
 * *Waiting for me* as something to work through: which row is open, and after a decision the next one. A decided row leaves at
 * once, even while the answer that no longer lists it is under way.
 */
export function useWaitingRows(listed: readonly HandoffListRow[], onDecided: () => void) {
  const t = useText();
  const [openId, setOpenId] = useState<string | null>(null);
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [news, setNews] = useState<string | null>(null);
  const openers = useRef(new Map<string, HTMLButtonElement>());
  const rows = inWaitingOrder(listed).filter((row) => !decided.has(row.handoffId));

  const toggle = (handoffId: string): void => {
    setNews(null);
    setOpenId((open) => (open === handoffId ? null : handoffId));
  };

  const decide = (row: HandoffListRow, decision: Decision): void => {
    const next = nextToOpen(rows, row.handoffId, decided);
    const nextRow = rows.find((each) => each.handoffId === next);
    const text =
      nextRow === undefined
        ? t(`project.decided.${decision}.last`, { key: row.issueKey })
        : t(`project.decided.${decision}.next`, { key: row.issueKey, next: nextRow.issueKey });
    setDecided(new Set([...decided, row.handoffId]));
    setOpenId(next);
    setNews(text);
    announce(text);
    // The decided row, which holds the focus, goes away: the reader continues at the next one.
    if (next !== null) openers.current.get(next)?.focus();
    onDecided();
  };

  const keepOpener = useCallback((handoffId: string, button: HTMLButtonElement | null): void => {
    if (button === null) openers.current.delete(handoffId);
    else openers.current.set(handoffId, button);
  }, []);

  return { rows, openId, news, toggle, decide, keepOpener };
}
