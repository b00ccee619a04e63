import type { CaseEventKind } from './case-events.ts';

/** Codes 1–10 of the national vocabulary, three sources agree (rules §7). */
export const statusCodes = {
  registered: 1,
  received: 2,
  rejected: 3,
  processing: 4,
  awaitingSupplement: 5,
  awaitingPayment: 6,
  withdrawn: 7,
  stopped: 8,
  resolved: 9,
  returned: 10,
} as const;
export type Status = keyof typeof statusCodes;
export const statuses = Object.keys(statusCodes) as Status[];

/** Open cases are still owed a result; the others have ended (a resolved case waits for its citizen). */
export const openStatuses = [
  'registered',
  'received',
  'processing',
  'awaitingSupplement',
  'awaitingPayment',
] as const satisfies readonly Status[];

/** Nothing lawful comes after these: refused at the counter, withdrawn, stopped, given back (rules §7). */
export const finalStatuses = [
  'rejected',
  'withdrawn',
  'stopped',
  'returned',
] as const satisfies readonly Status[];

const living = ['received', 'processing'] as const;
const begun = ['received', 'processing', 'awaitingSupplement', 'awaitingPayment'] as const;

/** In which status each event may happen; the fold refuses anything else (rules §7). */
export const occursIn: Record<
  Exclude<CaseEventKind, 'received' | 'registered' | 'undone'>,
  readonly Status[]
> = {
  accepted: ['registered'],
  rejected: ['registered'],
  handedOver: living,
  takenBack: ['processing'],
  supplementRequested: ['registered', 'processing'],
  supplemented: ['awaitingSupplement'],
  paymentRequested: ['processing'],
  paymentConfirmed: ['awaitingPayment'],
  extended: living,
  verificationOpened: living,
  extraAgreed: living,
  stopped: ['processing', 'awaitingSupplement', 'awaitingPayment'],
  withdrawn: begun,
  resolved: living,
  returned: ['resolved'],
  setAside: ['resolved'],
  shelved: [...openStatuses, 'resolved'],
  originalsReturned: statuses,
  visited: [...openStatuses, 'resolved'],
  appointmentMoved: begun,
  corrected: statuses,
  codeAttached: statuses,
};
