import type { WorkCalendar } from './calendar.ts';
import { computeAppointment, type DeadlineQuestion } from './deadline.ts';

/** A case whose printed date a new calendar would move. */
export interface MovedAppointment<Id> {
  readonly id: Id;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * Exactly the open cases whose date another calendar would move; nothing is changed: a printed date moves only when a
 * person decides it. Ended cases are left alone.
 */
export function appointmentsMovedBy<Id>(
  calendar: WorkCalendar,
  cases: Iterable<{
    readonly id: Id;
    readonly isOpen: boolean;
    readonly dueAt: string | null;
    readonly question: DeadlineQuestion;
  }>,
): MovedAppointment<Id>[] {
  const moved: MovedAppointment<Id>[] = [];
  for (const { id, isOpen, dueAt, question } of cases) {
    if (!isOpen) continue;
    const to = computeAppointment({ ...question, calendar }).dueAt;
    if (to !== dueAt) moved.push({ id, from: dueAt, to });
  }
  return moved;
}
