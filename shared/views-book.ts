import type { CaseEventKind } from './domain/case-flow.ts';
import type { BookLine, Hole } from './domain/register-book.ts';
import type { BookColumn } from './domain/register-book-columns.ts';

/** The register book as its screen asks for it. */

export interface BookVolume {
  volume: number;
  fromSerial: number;
  /** Null: it goes on. */
  toSerial: number | null;
  lines: number;
  /** Shown as it was when the year was closed. */
  isFrozen: boolean;
}

export interface BookClosing {
  closedAt: string;
  closedBy: string;
  lines: number;
  firstSerial: number;
  lastSerial: number;
  hash: string;
}

export interface BookAddendum {
  number: number;
  at: string;
  by: string;
  note: string;
  lines: number;
}

export interface BookView {
  /** Years that have a book, the newest first. */
  years: { year: number; isClosed: boolean }[];
  year: number;
  lines: number;
  lastSerial: number;
  volumes: BookVolume[];
  columns: BookColumn[];
  holes: Hole[];
  /** First day on which the year may be closed: its last working day. */
  mayCloseFrom: string;
  closing: BookClosing | null;
  /** Acts on its cases after it was closed. */
  happenings: number;
  addenda: BookAddendum[];
}

export interface BookPage {
  lines: (BookLine & { caseId: number })[];
  previousFrom: number | null;
  nextFrom: number | null;
}

export interface BookHappening {
  seq: number;
  serial: number;
  caseId: number;
  caseCode: string;
  kind: CaseEventKind;
  at: string;
  by: string;
}

/** A line that is not what it was; null: there is none on that side. */
export interface BookDifference {
  serial: number;
  before: BookLine | null;
  after: BookLine | null;
}

export interface BookCheck {
  /** The stored file: gone, or no longer what it was named for. */
  fault: 'gone' | 'changed' | null;
  /** SHA-256 over the stored lines, in the register and in the journal are one. */
  hashHolds: boolean;
  lines: number;
  /** Differ although no act was recorded since: somebody wrote past the counter. */
  tampered: BookDifference[];
  /** Differ by acts recorded since. */
  changed: BookDifference[];
}

export interface BookFile {
  path: string;
  fileName: string;
  fromSerial: number;
  toSerial: number;
}

export interface BookReminder {
  /** The year whose book should be closed by now; told to those who may close it. */
  bookToClose: number | null;
}
