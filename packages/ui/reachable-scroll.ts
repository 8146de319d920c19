import { type RefObject, useEffect, useRef } from 'react';

/** What scrolls sideways can be reached and scrolled by keyboard; what does not scroll is no stop on the way. */
export function useReachableScroll(selector: string): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scrolled = box.current?.querySelector<HTMLElement>(selector);
    if (!scrolled) return undefined;
    const observer = new ResizeObserver(() => {
      if (scrolled.scrollWidth > scrolled.clientWidth) scrolled.tabIndex = 0;
      else scrolled.removeAttribute('tabindex');
    });
    observer.observe(scrolled);
    for (const child of scrolled.children) observer.observe(child);
    return () => observer.disconnect();
  }, [selector]);
  return box;
}
