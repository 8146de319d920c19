import { type RefObject, useEffect, useRef } from 'react';

/** In a dialog that just opened, puts the focus where one types or acts first, after the dialog took it to itself. */
export function useFirstFocus<E extends HTMLElement>(selector: string | undefined): RefObject<E | null> {
  const content = useRef<E>(null);
  useEffect(() => {
    if (!selector) return undefined;
    const timer = setTimeout(() => {
      const dialog = content.current?.closest('[role=dialog]');
      dialog?.querySelector<HTMLElement>(selector)?.focus();
    }, 50);
    return () => clearTimeout(timer);
  }, [selector]);
  return content;
}
