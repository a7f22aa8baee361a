import { useEffect, useRef, type RefObject } from 'react';

/** For a link that opens something in its place: gives it the focus again when that closes, unless the reader went elsewhere. */
export function useOpener(isOpen: boolean): RefObject<HTMLButtonElement> {
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const hasLostFocus = document.activeElement === null || document.activeElement === document.body;
    if (wasOpen.current && !isOpen && hasLostFocus) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return opener;
}
