import type { KeyboardEvent, RefObject } from 'react';

/** The arrow keys walk over the links of a list, from anywhere beside it into its first. */
export function walkLinks(event: KeyboardEvent, list: RefObject<HTMLElement | null>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const links = [...(list.current?.querySelectorAll('a') ?? [])];
  const here = links.findIndex((link) => link.matches(':focus'));
  links[here < 0 ? 0 : here + step]?.focus();
}
