import { type RefObject, useEffect } from 'react';

/** A scanner types digits at whatever has the focus. Where nothing is being typed, they go to the search box. */
export function useScanAnywhere(search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || !/^\d$/.test(event.key)) return;
      const { target } = event;
      if (
        target instanceof HTMLElement &&
        (target.matches('input, textarea, select') || target.isContentEditable)
      )
        return;
      if (document.querySelector('[aria-modal="true"]')) return;
      // The digit itself follows the focus.
      search.current?.focus();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [search]);
}
