import { Temporal } from 'temporal-polyfill';

/** One reading of the counter's clock, in the forms that commands need. Office time is Asia/Ho_Chi_Minh. */
export interface Now {
  /** ISO in UTC, for the journal. */
  instant: string;
  /** To the minute, as printed. */
  office: Temporal.PlainDateTime;
  /** `YYYY-MM-DDTHH:mm`. */
  officeTime: string;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** @param epochMs what the injected clock says. */
export function nowAt(epochMs: number): Now {
  const instant = Temporal.Instant.fromEpochMilliseconds(epochMs);
  const office = instant
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainDateTime()
    .round({ smallestUnit: 'minute', roundingMode: 'floor' });
  return {
    instant: instant.toString(),
    office,
    officeTime: office.toString({ smallestUnit: 'minute' }),
    today: office.toPlainDate().toString(),
  };
}
