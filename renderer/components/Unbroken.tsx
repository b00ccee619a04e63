import type { ReactNode } from 'react';

/** Words in which no code is broken at its hyphens. */
export function Unbroken({ text }: { text: string }): ReactNode {
  return text.split(/(\S*\d-\d\S*)/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence keep their places.
      <span key={at} className="whole">
        {part}
      </span>
    ),
  );
}
