import type { ReactNode } from 'react';

/** Eyes that look, and eyes that laugh or weep. */
const eyes = (
  <>
    <circle cx="17" cy="20" r="2.300" fill="currentColor" stroke="none" />
    <circle cx="31" cy="20" r="2.300" fill="currentColor" stroke="none" />
  </>
);

/** The worst first, as marks of the scale of five. */
const features: readonly ReactNode[] = [
  <>
    <path d="M13.800 18c.9 2 2 3 3.200 3s2.300-1 3.200-3M27.800 18c.9 2 2 3 3.200 3s2.300-1 3.200-3" />
    <path d="M15.500 36c1.800-4.300 4.800-6.500 8.500-6.500s6.700 2.200 8.500 6.500" />
  </>,
  <>
    {eyes}
    <path d="M16 34.500c2-2.700 4.800-4 8-4s6 1.300 8 4" />
  </>,
  <>
    {eyes}
    <path d="M16.500 32.500h15" />
  </>,
  <>
    {eyes}
    <path d="M15.500 30c2.200 3.300 5.200 5 8.500 5s6.300-1.700 8.500-5" />
  </>,
  <>
    <path d="M13.800 20.500c.9-2 2-3 3.200-3s2.300 1 3.200 3M27.800 20.500c.9-2 2-3 3.200-3s2.300 1 3.200 3" />
    <path
      d="M15 29c2.300 5 5.600 7.500 9 7.500s6.700-2.500 9-7.500z"
      fill="currentColor"
      strokeLinejoin="round"
    />
  </>,
];

/** Of three marks: the one that frowns, the one that smiles, the one that laughs. */
const placesOfThree = [1, 3, 4];

/** One of a family of faces; its word stands beside it, so that it says nothing to a screen reader. */
export function Face({ mark, scale }: { mark: number; scale: 3 | 5 }) {
  const place = scale === 5 ? mark - 1 : (placesOfThree[mark - 1] ?? 0);
  return (
    <svg
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.200"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <circle cx="24" cy="24" r="21" />
      {features[place]}
    </svg>
  );
}
