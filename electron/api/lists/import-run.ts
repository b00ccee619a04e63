import { fold } from '../../../shared/domain/case-flow.ts';
import { formatSlipCode } from '../../../shared/domain/codes.ts';
import type { ImportedCase, RowFault } from '../../../shared/domain/import-case.ts';
import { importedEvents } from '../../../shared/domain/import-events.ts';
import type { ImportField } from '../../../shared/domain/import-fields.ts';
import { signatureOf } from '../../../shared/domain/import-heads.ts';
import type { ImportedBook, ImportResult } from '../../../shared/import-views.ts';
import type { FaultyRow } from '../../excel/check-table.ts';
import { readLinesSync } from '../../excel/table-file.ts';
import { loadCalendar } from '../../register/calendar.ts';
import { findClosing, volumeOf } from '../../register/cases/books.ts';
import { insertCase, isCodeTaken } from '../../register/cases/cases.ts';
import { listProcedureVersions } from '../../register/catalogue.ts';
import { rememberCitizen } from '../../register/citizens/citizens.ts';
import type { Reader } from '../../register/connection.ts';
import { givenSerials, nextValue, raiseCounter } from '../../register/counters.ts';
import {
  isNationalCodeTaken,
  isSerialTaken,
  rememberLayout,
  rememberNameDecisions,
} from '../../register/imports.ts';
import { type CommandScope, requirePerson, requireSettings } from '../door.ts';

/** How the rows of a checked file come into the register: whether they can, where they stand, and all of them at once. */

export interface ImportTable {
  /** The file's own name. */
  name: string;
  heads: readonly string[];
  columns: readonly (ImportField | null)[];
  decisions: Readonly<Record<string, string>>;
}

/** Whether a case can come in: free, known already, or the reason why not. */
export function placeOf(
  db: Reader,
  { caseCode, receivedAt, serial, nationalCode }: ImportedCase,
): 'free' | 'known' | RowFault {
  if (isCodeTaken(db, caseCode)) return 'known';
  if (serial !== null && isSerialTaken(db, Number(receivedAt.slice(0, 4)), serial)) {
    return { field: 'serial', kind: 'serialTaken', text: String(serial) };
  }
  if (nationalCode !== null && isNationalCodeTaken(db, nationalCode)) {
    return { field: 'nationalCode', kind: 'codeTaken', text: nationalCode };
  }
  return 'free';
}

/** What came in, and the rows that the register would not have. */
export interface Imported extends ImportResult {
  clashes: FaultyRow[];
}

/** Takes every case of a checked file in, by its file of cases; yields how many rows are done. */
export function* importAll(
  scope: CommandScope,
  path: string,
  table: ImportTable,
): Generator<number, Imported> {
  const { tx, now } = scope;
  const context = {
    importerId: requirePerson(scope).id,
    source: table.name,
    calendar: loadCalendar(tx),
    policies: requireSettings(tx, now).policies,
  };
  const catalogue = new Map(listProcedureVersions(tx, now.today).map((each) => [each.procedure.code, each]));
  yield* raiseBooks(scope, path);
  let done = 0;
  let added = 0;
  let already = 0;
  const clashes: FaultyRow[] = [];
  for (const value of readLinesSync<ImportedCase>(path)) {
    const place = placeOf(tx, value);
    if (place === 'known') already += 1;
    if (typeof place === 'object') clashes.push({ row: value.row, faults: [place] });
    if (place === 'free') {
      const { note, ...line } = bookPlaceOf(scope, value);
      const day = value.receivedAt.slice(0, 10);
      const found = catalogue.get(value.procedure.code);
      const { name: fullName } = value.procedure;
      const events = importedEvents(
        { ...value, note },
        {
          slipCode: formatSlipCode(day, nextValue(tx, `slip:${day}`)),
          ...line,
          citizenId: rememberCitizen(tx, value.applicant, value.receivedAt),
          procedure: found
            ? {
                code: found.procedure.code,
                version: found.version,
                name: found.procedure.name,
                shortName: found.procedure.shortName,
                field: found.procedure.field,
              }
            : {
                code: '',
                version: 0,
                name: fullName,
                shortName: fullName.slice(0, 30),
                field: 'Chưa phân loại',
              },
        },
        context,
      );
      const caseId = insertCase(tx, { key: `import:${value.caseCode}`, content: value }, fold(events));
      for (const event of events) scope.record(`case.${event.kind}`, `case:${caseId}`, event);
      added += 1;
    }
    done += 1;
    yield done;
  }
  rememberLayout(tx, signatureOf(table.heads), table.columns, now.officeTime);
  rememberNameDecisions(tx, table.decisions);
  const result = { added, already };
  scope.record('cases.imported', 'cases', { source: table.name, ...result });
  return { ...result, clashes };
}

/**
 * Where a row stands in the book of its year. A closed year keeps its lines: what comes to it later takes the next number,
 * as a reception after the closing does, and says which number it had.
 */
function bookPlaceOf({ tx, now }: CommandScope, { receivedAt, serial: told, note }: ImportedCase) {
  const year = Number(receivedAt.slice(0, 4));
  const isInClosed = told !== null && told <= (findClosing(tx, year)?.lastSerial ?? 0);
  const serial = told === null || isInClosed ? nextValue(tx, `book:${year}`) : told;
  const volume = volumeOf(tx, year, serial, now.officeTime);
  const was = `Số ${told} trong sổ đã nhập`;
  return { serial, volume, note: isInClosed ? [was, note].filter(Boolean).join('. ').slice(0, 500) : note };
}

/** Tells, row by row, up to which serial each year's book will have gone: numbers of the file first, then the next ones. */
export function openBookWatch(db: Reader) {
  const given = givenSerials(db);
  const books = new Map<number, { highest: number; minted: number; lastClosed: number | null }>();
  return {
    take: ({ receivedAt, serial }: ImportedCase) => {
      const year = Number(receivedAt.slice(0, 4));
      const book = books.get(year) ?? {
        highest: given[year] ?? 0,
        minted: 0,
        lastClosed: findClosing(db, year)?.lastSerial ?? null,
      };
      if (serial === null || serial <= (book.lastClosed ?? 0)) book.minted += 1;
      else book.highest = Math.max(book.highest, serial);
      books.set(year, book);
    },
    after: (): ImportedBook[] =>
      [...books]
        .sort(([a], [b]) => a - b)
        .map(([year, { highest, minted, lastClosed }]) => ({
          year,
          nextSerial: highest + minted + 1,
          isClosed: lastClosed !== null,
        })),
  };
}

/** Raises each year's book over the serials that come in, before any case without one takes the next. */
function* raiseBooks({ tx }: CommandScope, path: string): Generator<number, void> {
  const highest = new Map<string, number>();
  for (const value of readLinesSync<ImportedCase>(path)) {
    const { receivedAt, serial } = value;
    const year = receivedAt.slice(0, 4);
    if (serial !== null && serial > (highest.get(year) ?? 0) && placeOf(tx, value) === 'free')
      highest.set(year, serial);
    yield 0;
  }
  for (const [year, serial] of highest) raiseCounter(tx, `book:${year}`, serial);
}
