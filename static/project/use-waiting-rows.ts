import { useCallback, useRef, useState } from 'react';
import type { DecisionAnswer } from '../../src/contract/bridge-contract';
import type { HandoffListRow } from '../../src/contract/project-home';
import { announce } from '../kit/feedback/announce';
import { useText } from '../kit/text/use-text';
import { inWaitingOrder, nextToOpen } from './waiting-order';

/** Told what was decided about a row, and whether the move that belongs to it went through. */
export type Decided = (decision: 'accepted' | 'returned', move: DecisionAnswer['move']) => void;

/** What is said after a decision; `unmovedKey` is a work item somebody must still move. */
interface News {
  readonly text: string;
  readonly unmovedKey: string | null;
}

/** A later attempt of the same handoff waits anew, so it is another row. */
const keyOf = ({ handoffId, since }: HandoffListRow): string => `${handoffId} ${since}`;

/**
 * *Waiting for me* as something to work through: which row is open, and after a decision the next one. A decided row leaves at
 * once, even while the answer that no longer lists it is under way. The focus goes to the next row, or to the list's heading.
 */
export function useWaitingRows(listed: readonly HandoffListRow[], onDecided: () => void) {
  const t = useText();
  const [openId, setOpenId] = useState<string | null>(null);
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [news, setNews] = useState<News | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const openers = useRef(new Map<string, HTMLButtonElement>());
  const rows = inWaitingOrder(listed).filter((row) => !decided.has(keyOf(row)));

  const toggle = (handoffId: string): void => {
    setNews(null);
    setOpenId((open) => (open === handoffId ? null : handoffId));
  };

  const decide = (row: HandoffListRow, ...[decision, move]: Parameters<Decided>): void => {
    const next = nextToOpen(rows, row.handoffId);
    const outcome =
      next === null
        ? t(`project.decided.${decision}.last`, { key: row.issueKey })
        : t(`project.decided.${decision}.next`, { key: row.issueKey, next: next.issueKey });
    setDecided(new Set([...decided, keyOf(row)]));
    setOpenId(next?.handoffId ?? null);
    const isUnmoved = move === 'failed' || move === 'moveYourself';
    const text = isUnmoved ? `${outcome} ${t('project.decided.unmoved', { key: row.issueKey })}` : outcome;
    setNews({ text, unmovedKey: isUnmoved ? row.issueKey : null });
    announce(text);
    (next === null ? heading.current : openers.current.get(next.handoffId))?.focus();
    onDecided();
  };

  const keepOpener = useCallback((handoffId: string, button: HTMLButtonElement | null): void => {
    if (button === null) openers.current.delete(handoffId);
    else openers.current.set(handoffId, button);
  }, []);

  return { rows, openId, news, heading, toggle, decide, keepOpener };
}
