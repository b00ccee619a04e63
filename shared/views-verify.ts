/** What a check of the register is told as. */

/** What somebody would find who read the whole register anew. */
export const verifiedParts = [
  'journal',
  'cases',
  'payments',
  'shifts',
  'lists',
  'notices',
  'feedback',
  'ratings',
  'requests',
  'breaches',
  'digital',
  'tallies',
] as const;
export type VerifiedPart = (typeof verifiedParts)[number];

/** The first fault of a part, without a name or a number of anybody, and how many there are. */
export interface Fault {
  count: number;
  first: string;
}

export interface RegisterCheck {
  /** What differs from the journal, or in the journal's own chain. Empty when everything holds. */
  faults: { part: VerifiedPart; fault: Fault }[];
  /** Entries of the journal at that moment, and the beginning of the last one's hash. */
  entries: number;
  head: string;
}

export interface VerifyView {
  /** The beginning of the last hash as it is now. */
  head: string;
  /** The last check from the screen: office time, and by whom. */
  last: (RegisterCheck & { at: string; by: string }) | null;
}

/** The entry that a code on paper stands for. */
export type PaperCode = { seq: number; at: string } | null;
