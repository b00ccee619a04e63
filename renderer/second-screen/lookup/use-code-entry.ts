import { useEffect, useRef, useState } from 'react';

/** Twelve digits, more on a day with ten thousand cases. */
const mostDigits = 14;
/** A scanner types the signature of the slip behind its code. */
const mostScanned = 220;

/** Digits from the pad, from a keyboard or from a scanner, wherever the focus is; Enter sends them. */
export function useCodeEntry(isOpen: boolean, onEnter: (digits: string) => void) {
  const [digits, setDigits] = useState('');
  const latest = useRef('');
  const enter = useRef(onEnter);
  enter.current = onEnter;
  // A scanner types faster than anything renders: what was typed is kept beside the state.
  const set = (next: string) => {
    latest.current = next.slice(0, mostScanned);
    setDigits(shown(latest.current));
  };
  const write = useRef(set);
  write.current = set;
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (/^\d$/.test(event.key)) write.current(latest.current + event.key);
      else if (event.key === 'Backspace') write.current(shown(latest.current).slice(0, -1));
      else if (event.key === 'Enter' && latest.current !== '') {
        // The button touched last has the focus: Enter must not press it once more.
        event.preventDefault();
        enter.current(latest.current);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOpen]);
  return {
    digits,
    add: (digit: string) => set(latest.current + digit),
    remove: () => set(shown(latest.current).slice(0, -1)),
    clear: () => set(''),
  };
}

function shown(digits: string): string {
  return digits.slice(0, mostDigits);
}

/** "250424-0007-31" as far as it is typed. */
export function codeText(digits: string): string {
  const serial = Math.max(4, digits.length - 8);
  return [digits.slice(0, 6), digits.slice(6, 6 + serial), digits.slice(6 + serial)]
    .filter((part) => part !== '')
    .join('-');
}
