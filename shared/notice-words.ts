import type { CaseState } from './domain/case-flow.ts';
import type { NoticeFacts } from './domain/notice.ts';
import type { OpeningHours } from './domain/opening-hours.ts';
import { formatDay, formatFullTime, formatPhone } from './format.ts';

interface OfNotice {
  office: { unit: string; phone: string | null };
  hours: OpeningHours;
  /** Office time. */
  now: string;
}

/** What a notice may say of a case: codes, days and papers, nothing of the person. A day that has passed is no new appointment. */
export function noticeFacts(state: CaseState, { office, hours, now }: OfNotice): NoticeFacts {
  const { procedure, caseCode, slipCode, promisedAt, dueAt } = state;
  const asked = state.supplements.at(-1);
  const due = promisedAt ?? dueAt;
  return {
    office: office.unit,
    procedure: procedure.shortName,
    caseCode,
    slipCode,
    due: due !== null && due.slice(0, 10) >= now.slice(0, 10) ? formatFullTime(due) : null,
    missing: asked ? asked.items.map(({ name }) => name).join('; ') : null,
    lastDay: asked ? formatDay(asked.lastDayOn) : null,
    phone: office.phone === null ? null : formatPhone(office.phone),
    hours: hoursWords(hours),
  };
}

/** "Sáng 07:00 – 11:30, chiều 13:30 – 17:00": a sentence of its own in the templates. */
export function hoursWords({ morning, afternoon }: OpeningHours): string {
  return `Sáng ${morning.opensAt} – ${morning.closesAt}, chiều ${afternoon.opensAt} – ${afternoon.closesAt}`;
}
