import type { CaseRule } from '../../../shared/domain/case-appointment.ts';
import type { CaseState } from '../../../shared/domain/case-flow.ts';
import type { OpeningHours } from '../../../shared/domain/opening-hours.ts';
import type { TimeLimit } from '../../../shared/domain/time-limit.ts';
import { loadCalendar } from '../../register/calendar.ts';
import { findProcedureVersion } from '../../register/catalogue.ts';
import type { Reader } from '../../register/connection.ts';
import { findSettings } from '../../register/settings.ts';
import { type QueryScope, requireSettings } from '../door.ts';

/**
 * What the dates of many cases rest on, each limit and each day's hours read once: the rule a case was received under, the
 * hours of its day, today's calendar and policies. As `actContextOf` tells it for one case.
 */
export function ruleFinder({ now }: Pick<QueryScope, 'now'>, db: Reader): (state: CaseState) => CaseRule {
  const settings = requireSettings(db, now);
  const calendar = loadCalendar(db);
  const limits = new Map<string, TimeLimit | null>();
  const hoursOn = new Map<string, OpeningHours>();
  return ({ procedure: { code, version }, receivedAt }) => {
    const key = `${code} ${version}`;
    const day = receivedAt.slice(0, 10);
    const limit = limits.get(key) ?? findProcedureVersion(db, code, version)?.timeLimit ?? null;
    const hours = hoursOn.get(day) ?? findSettings(db, day)?.hours ?? settings.hours;
    limits.set(key, limit);
    hoursOn.set(day, hours);
    return { limit, hours, calendar, flow: settings.flow };
  };
}
