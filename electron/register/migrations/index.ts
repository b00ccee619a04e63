import { sql as register } from './0001-register.ts';
import { sql as caseLife } from './0002-case-life.ts';
import { sql as households } from './0003-households.ts';
import { sql as batches } from './0004-batches.ts';
import { sql as books } from './0005-books.ts';
import { sql as imports } from './0006-imports.ts';
import { sql as printOwners } from './0007-print-owners.ts';
import { sql as money } from './0008-money.ts';
import { sql as ratings } from './0009-ratings.ts';
import { sql as waiting } from './0010-waiting.ts';
import { sql as statistics } from './0011-statistics.ts';
import { sql as digitalSupport } from './0012-digital-support.ts';
import { sql as accounts } from './0013-accounts.ts';
import { sql as signingKeys } from './0014-signing-keys.ts';
import { sql as cutMonths } from './0015-cut-months.ts';
import { sql as lan } from './0016-lan.ts';
import { sql as subjectRequests } from './0017-subject-requests.ts';
import { sql as erasure } from './0018-erasure.ts';
import { sql as reopenedShifts } from './0019-reopened-shifts.ts';

/** In order; `user_version` n means the first n have run. */
export const migrations: readonly { version: number; sql: string }[] = [
  { version: 1, sql: register },
  { version: 2, sql: caseLife },
  { version: 3, sql: households },
  { version: 4, sql: batches },
  { version: 5, sql: books },
  { version: 6, sql: imports },
  { version: 7, sql: printOwners },
  { version: 8, sql: money },
  { version: 9, sql: ratings },
  { version: 10, sql: waiting },
  { version: 11, sql: statistics },
  { version: 12, sql: digitalSupport },
  { version: 13, sql: accounts },
  { version: 14, sql: signingKeys },
  { version: 15, sql: cutMonths },
  { version: 16, sql: lan },
  { version: 17, sql: subjectRequests },
  { version: 18, sql: erasure },
  { version: 19, sql: reopenedShifts },
];
