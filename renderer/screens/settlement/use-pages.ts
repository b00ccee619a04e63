import { useState } from 'react';

interface Place {
  at: string;
  id: number;
}

/** Pages by the last line seen: back goes to a page that was seen, on to the one after it. */
export function usePages() {
  const [seen, setSeen] = useState<{ after: Place; from: number }[]>([]);
  const last = seen.at(-1);
  return {
    after: last?.after ?? null,
    /** Lines before this page. */
    from: last?.from ?? 0,
    back: seen.length > 0 ? () => setSeen(seen.slice(0, -1)) : undefined,
    on: (after: Place, shown: number) => setSeen([...seen, { after, from: (last?.from ?? 0) + shown }]),
  };
}

export type Pages = ReturnType<typeof usePages>;
