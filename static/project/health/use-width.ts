import { useEffect, useRef, useState, type RefObject } from 'react';

/** Before it is measured. */
const NARROW = 320;

/** The width of an element in CSS pixels, kept up to date. */
export function useWidth<Place extends HTMLElement>(): { readonly ref: RefObject<Place>; readonly width: number } {
  const ref = useRef<Place>(null);
  const [width, setWidth] = useState(NARROW);
  useEffect(() => {
    const place = ref.current;
    if (place === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.floor(entry?.contentRect.width ?? 0);
      if (measured > 0) setWidth(measured);
    });
    observer.observe(place);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
