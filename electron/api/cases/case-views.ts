import { Temporal } from 'temporal-polyfill';
import { workingMinutesBetween } from '../../../shared/domain/opening-hours.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { timelinessOfCase } from '../../../shared/domain/timeliness.ts';
import type { CaseRow } from '../../../shared/views.ts';
import { loadCalendar } from '../../register/calendar.ts';
import type { CaseRowColumns } from '../../register/cases/case-row.ts';
import { type QueryScope, requireSettings } from '../door.ts';

/** Adds to a row what depends on the moment it is looked at: time left and timeliness. */
export function rowViewer(scope: Pick<QueryScope, 'db' | 'now'>): (row: CaseRowColumns) => CaseRow {
  const settings: Settings = requireSettings(scope.db, scope.now);
  const calendar = loadCalendar(scope.db);
  const { office, officeTime } = scope.now;
  return ({ holderId, holderName, limitKind, measuredDueAt, ...row }) => ({
    ...row,
    holder: { id: holderId, name: holderName },
    timeliness: timelinessOfCase({ ...row, measuredDueAt, limitKind }, officeTime),
    minutesLeft:
      row.workDueAt === null ||
      (measuredDueAt === null && row.status !== 'registered') ||
      row.endedAt !== null
        ? null
        : workingMinutesBetween(office, Temporal.PlainDateTime.from(row.workDueAt), calendar, settings.hours),
  });
}
