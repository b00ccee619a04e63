import type { KeyboardEvent } from 'react';

const stops = 'input, select, textarea, button, a[href], [tabindex]';

/**
 * Enter = next field, for a whole form: put it on the element that holds the fields. Buttons, links and open
 * lists keep their Enter; `data-enter="skip"` marks what a quick walk passes by, `data-enter="next"` a button
 * that behaves as a field; the walk ends on the submit button. Shift+Enter goes back, and makes a line in a text of many lines.
 */
export function enterMovesOn(event: KeyboardEvent<HTMLElement>): void {
  walk(event, false);
}

/** The same for a short form that is typed at one go: from the last field Enter sends. */
export function enterSendsAtEnd(event: KeyboardEvent<HTMLElement>): void {
  walk(event, true);
}

function walk(event: KeyboardEvent<HTMLElement>, sendsAtEnd: boolean): void {
  if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const { target, currentTarget } = event;
  if (!(target instanceof HTMLElement) || !isField(target)) return;
  if (event.shiftKey && target instanceof HTMLTextAreaElement) return;
  const fields = [...currentTarget.querySelectorAll<HTMLElement>(stops)].filter(isStop);
  const here = fields.indexOf(target);
  const next = here < 0 ? nextInDocument(fields, target) : fields[here + (event.shiftKey ? -1 : 1)];
  // The browser's own Enter sends.
  if (sendsAtEnd && next?.matches('[type="submit"]')) return;
  event.preventDefault();
  if (!next) return;
  next.focus();
  if (next instanceof HTMLInputElement && next.type === 'text') next.select();
}

function isField(element: HTMLElement): boolean {
  if (element.dataset.enter === 'next') return true;
  return element.matches('input, select, textarea') && !element.matches('[type="submit"], [type="button"]');
}

function isStop(element: HTMLElement): boolean {
  if (element.closest('[data-enter="skip"]') || element.tabIndex < 0) return false;
  if (element instanceof HTMLInputElement && element.type === 'radio' && !element.checked) return false;
  const isButton = element.matches('button:not([type="submit"]), a[href]');
  if (isButton && element.dataset.enter !== 'next') return false;
  return !element.matches(':disabled, [aria-hidden="true"]') && element.getClientRects().length > 0;
}

/** From a field that the quick walk passes by: the next one after it on the page. */
function nextInDocument(fields: readonly HTMLElement[], from: HTMLElement): HTMLElement | undefined {
  return fields.find((field) => from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING);
}
