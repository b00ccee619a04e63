import type { ImportedCase, RowFault } from './domain/import-case.ts';
import type { KnownProcedure } from './domain/import-check.ts';
import type { TableRow, TableShape } from './domain/import-heads.ts';
import type { DayOrder } from './domain/import-values.ts';

/** What the steps of an import answer to the screen. */

export interface OpenedImport {
  shape: TableShape;
  /** The columns are as somebody set them for the same heads before. */
  isKnownLayout: boolean;
  /** Lines below the heads. */
  count: number;
  first: TableRow[];
}

export interface ImportedBook {
  year: number;
  /** The serial that the next reception gets afterwards. */
  nextSerial: number;
  /** The year was closed: the rows come after its lines, under numbers of their own where theirs lie within. */
  isClosed: boolean;
}

export interface ImportCheck {
  /** What was approved by it: taking the rows in, and giving the faulty ones back, ask for it. */
  digest: string;
  /** Cases that would come in. */
  fresh: number;
  /** Cases that are here already, by their code. */
  already: number;
  /** What the import does to each year's book, the oldest first. */
  books: ImportedBook[];
  faulty: number;
  /** The first of them. */
  faultyRows: { row: number; faults: RowFault[] }[];
  /** Names of procedures that the catalogue does not know. */
  unknown: { key: string; name: string; count: number; nearest: KnownProcedure[] }[];
  /** What is decided for such names so far. */
  decisions: Record<string, string>;
  dayOrder: DayOrder;
  preview: ImportedCase[];
}

export interface ImportResult {
  added: number;
  already: number;
}
