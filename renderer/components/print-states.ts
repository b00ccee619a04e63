import type { PrintState } from '../../shared/print-states.ts';
import type { PrintJobRow } from '../../shared/views.ts';

/** What a slip's state asks of people: the same on every screen that shows slips. */

const unprinted: readonly PrintState[] = ['queued', 'ready', 'printing', 'failed', 'unknown'];

/** Not on paper yet, as far as anybody knows. */
export function isUnprinted({ state }: Pick<PrintJobRow, 'state'>): boolean {
  return unprinted.includes(state);
}

/** The counter is still at it; the state changes by itself. */
export function isUnderWay({ state }: Pick<PrintJobRow, 'state'>): boolean {
  return state === 'queued' || state === 'printing';
}

/** Only somebody at the printer can say whether the paper came out. */
export function asksForPaper({ state }: Pick<PrintJobRow, 'state'>): boolean {
  return state === 'sent' || state === 'unknown';
}

/** Nothing is left to do or to say. */
export function isSettled({ state }: Pick<PrintJobRow, 'state'>): boolean {
  return state === 'confirmed' || state === 'skipped';
}

/** Withdrawn: the case says otherwise since, so it is never printed. */
export function isSuperseded({ state, fault }: Pick<PrintJobRow, 'state' | 'fault'>): boolean {
  return state === 'skipped' && fault === 'superseded';
}

const stuckAfterMs = 2 * 60_000;

/** A slip takes a second to make; one that is still being made after two minutes is made again. */
export function isStuck(
  { state, changedAt }: Pick<PrintJobRow, 'state' | 'changedAt'>,
  now: string,
): boolean {
  return state === 'queued' && Date.parse(`${now}Z`) - Date.parse(`${changedAt}Z`) >= stuckAfterMs;
}

/** Numbers of the copies that nobody saw on paper yet. */
export function copiesMissing({ copies, copiesOut }: Pick<PrintJobRow, 'copies' | 'copiesOut'>): number[] {
  return Array.from({ length: copies }, (_, index) => index + 1).filter((copy) => !copiesOut.includes(copy));
}
