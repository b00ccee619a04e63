/** Cases that go from hand to hand together: one list, one number, one paper to sign (forms §1). */
export const batchKinds = ['bulkReception', 'handover', 'resultHandover', 'unclaimed'] as const;
export type BatchKind = (typeof batchKinds)[number];

/** What the list held when it was made; it stays so whatever becomes of its cases. */
export interface BatchData {
  /** "Biên bản giao nhận hồ sơ số 12/2026". */
  title: string;
  caseIds: number[];
  notes: string;
}

export interface Batch extends BatchData {
  id: number;
  kind: BatchKind;
  year: number;
  /** Counts the lists of its kind in its year, from 1. */
  number: number;
  /** Office time. */
  at: string;
  personId: number;
}
