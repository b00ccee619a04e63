import { useState } from 'react';

const key = 'mot-cua-queue-group';

/** The line this window calls from, kept for the next day; undefined is every line. */
export function useServedGroup(
  known: readonly { code: string }[],
): [string | undefined, (code: string | undefined) => void] {
  const [code, setCode] = useState(() => localStorage.getItem(key) ?? undefined);
  const isKnown = known.some((group) => group.code === code);
  return [
    isKnown ? code : undefined,
    (next) => {
      if (next === undefined) localStorage.removeItem(key);
      else localStorage.setItem(key, next);
      setCode(next);
    },
  ];
}
