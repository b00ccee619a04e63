import { formatDay, formatHour } from '../../../shared/format.ts';
import type { KeptClosing } from '../../../shared/views-shift.ts';
import { sheetSubject } from '../../register/money/shift-reports.ts';
import { printPaper } from '../cases/paper-writing.ts';
import type { CommandScope, QueryScope } from '../door.ts';
import { takers } from './payment-writing.ts';

/** What closing a shift and its sheets have in common. */

/** A leader who voids a note has money in a drawer too. */
export const closers = [...takers, 'leader'] as const;

export const seesAll = ({ person }: Pick<QueryScope, 'person'>): boolean =>
  person?.roles.includes('leader') ?? false;

/** Puts the sheet of a closing on the print list. */
export function printSheet(
  scope: CommandScope,
  id: number,
  { number, closing }: { number: number; closing: Pick<KeptClosing, 'closedAt'> },
): number {
  const which = number === 1 ? '' : ` lần ${number}`;
  const title = `Chốt ca${which} ${formatHour(closing.closedAt)} ${formatDay(closing.closedAt)}`;
  const jobId = printPaper(scope, { subject: sheetSubject(id, number), title }, 'closingSheet');
  scope.record('slip.requested', `shift:${id}`, { forms: ['closingSheet'], ids: [jobId] });
  return jobId;
}
