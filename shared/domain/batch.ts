import { batchForms } from './forms.ts';

/** Cases that go from hand to hand together: one list, one number, one paper to sign (forms §1). */
export const batchKinds = ['bulkReception', 'handover', 'resultHandover', 'unclaimed'] as const;
export type BatchKind = (typeof batchKinds)[number];

/** Papers of a list: its own, and the one acknowledgement that stands for all its dossiers (forms §2). */
export const listForms = [...batchForms, 'acknowledgement'] as const;
export type ListForm = (typeof listForms)[number];

/** Which papers go with a list; the first is the one that both sides sign. */
export const formsOfBatch: Record<BatchKind, readonly ListForm[]> = {
  bulkReception: ['bulkMinutes', 'acknowledgement'],
  handover: ['handoverMinutes'],
  resultHandover: ['resultHandover'],
  unclaimed: [],
};

/** What the list held when it was made; it stays so whatever becomes of its cases. */
export interface BatchData {
  /** "Biên bản giao nhận hồ sơ số 12/2026". */
  title: string;
  caseIds: number[];
  notes: string;
  /** Who gave what the list brought, where the list itself moved it; null when it was not one person. */
  giver?: string | null;
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
