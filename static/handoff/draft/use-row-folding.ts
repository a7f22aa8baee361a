import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/** A press takes this long at most: folding in between would move what is being pressed away under the pointer. */
const PRESS_MS = 250;

interface RowFolding {
  readonly isOpen: boolean;
  readonly row: RefObject<HTMLDivElement>;
  readonly changeButton: RefObject<HTMLButtonElement>;
  readonly open: () => void;
  /** Folds after a choice that answers the row; the focus goes to *Change*. */
  readonly foldAfterChoice: () => void;
  readonly onBlur: () => void;
}

/** A row of the draft: open while something is missing or the writer is in it, one line once it is done and left. */
export function useRowFolding(isDone: boolean, isBusy: boolean): RowFolding {
  const [isOpen, setIsOpen] = useState(!isDone);
  const row = useRef<HTMLDivElement>(null);
  const changeButton = useRef<HTMLButtonElement>(null);
  const focusNext = useRef<'editor' | 'change' | null>(null);
  const wasDone = useRef(isDone);

  const foldIfLeft = useCallback(() => {
    if (isDone && !isBusy && row.current?.contains(document.activeElement) === false) setIsOpen(false);
  }, [isDone, isBusy]);
  const latestFold = useRef(foldIfLeft);
  useEffect(() => {
    latestFold.current = foldIfLeft;
    if (!isDone && wasDone.current) setIsOpen(true);
    wasDone.current = isDone;
    foldIfLeft();
  }, [isDone, foldIfLeft]);

  useEffect(() => {
    if (focusNext.current === 'change' && !isOpen) changeButton.current?.focus();
    if (focusNext.current === 'editor' && isOpen) row.current?.querySelector<HTMLElement>('input, textarea, button')?.focus();
    focusNext.current = null;
  }, [isOpen]);

  return {
    isOpen,
    row,
    changeButton,
    open: () => {
      focusNext.current = 'editor';
      setIsOpen(true);
    },
    foldAfterChoice: () => {
      focusNext.current = 'change';
      setIsOpen(false);
    },
    onBlur: () => void setTimeout(() => latestFold.current(), PRESS_MS),
  };
}
