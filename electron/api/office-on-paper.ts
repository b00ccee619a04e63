import type { SlipOffice } from '../printing/slip-data.ts';
import { type QueryScope, requireSettings } from './door.ts';

/** The office as papers that are no slip name it. Throws notSetUp. */
export function officeOnPaper({ db, now }: Pick<QueryScope, 'db' | 'now'>): SlipOffice {
  const { office, isSample } = requireSettings(db, now);
  const { parentAgency, name, place, phone } = office;
  return { parentAgency, oneStopUnit: name, unit: parentAgency, place, phone, openingHours: null, isSample };
}
