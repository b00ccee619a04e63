import { type RefObject, useEffect } from 'react';

/**
 * A scanner types digits at whatever has the focus. Where nothing is being typed, they go to the card field of the page
 * (`data-scan`), or to the search box where the page has none.
 */
export function useScanAnywhere(search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || !/^\d$/.test(event.key)) return;
      if (isTyping(event.target) || document.querySelector('[aria-modal="true"]')) return;
      // The digit itself follows the focus.
      (document.querySelector<HTMLInputElement>('main [data-scan]') ?? search.current)?.focus();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [search]);
}

/** A radio or a tick has the focus after a press, and takes no text. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox';
  return target.matches('textarea, select') || target.isContentEditable;
}
