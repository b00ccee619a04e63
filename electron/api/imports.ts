import { z } from 'zod';
import { fold } from '../../shared/domain/case-flow.ts';
import { formatSlipCode } from '../../shared/domain/codes.ts';
import type { ImportedCase, RowFault } from '../../shared/domain/import-case.ts';
import { importedEvents } from '../../shared/domain/import-events.ts';
import { importFields, neededFields } from '../../shared/domain/import-fields.ts';
import { signatureOf } from '../../shared/domain/import-heads.ts';
import { textField } from '../../shared/domain/person.ts';
import { AppError } from '../../shared/errors.ts';
import type { ImportCheck, ImportedBook, ImportResult, OpenedImport } from '../../shared/import-views.ts';
import type { FaultyRow } from '../excel/check-table.ts';
import { casesPath, faultsPath, readLines, readLinesSync } from '../excel/table-file.ts';
import { findIncoming } from '../incoming.ts';
import { findClosing, volumeOf } from '../register/books.ts';
import { loadCalendar } from '../register/calendar.ts';
import { insertCase, isCodeTaken } from '../register/cases.ts';
import { listProcedureVersions } from '../register/catalogue.ts';
import { rememberCitizen } from '../register/citizens.ts';
import type { Reader } from '../register/connection.ts';
import { givenSerials, nextValue, raiseCounter } from '../register/counters.ts';
import { storeFile } from '../register/files.ts';
import {
  findLayout,
  isNationalCodeTaken,
  isSerialTaken,
  listNameDecisions,
  rememberLayout,
  rememberNameDecisions,
} from '../register/imports.ts';
import { type CommandScope, longCommand, query, requirePerson, requireSettings, seated } from './door.ts';
import type { ListFile } from './list-file.ts';

const managers = ['administrator', 'leader'] as const;
const file = z.string().max(80);
const name = textField(200);
const tableSchema = z.object({
  file,
  name,
  firstRow: z.int().min(1),
  heads: z.array(z.string().max(400)).max(100),
  columns: z
    .array(z.enum(importFields).nullable())
    .max(100)
    .refine((columns) => neededFields.every((field) => columns.includes(field)), { error: 'required' }),
  /** By the key of a name: a code of the catalogue, or '' to keep the name. */
  decisions: z.record(z.string().max(700), z.string().max(40)).default({}),
});
type Table = z.output<typeof tableSchema>;

const shown = 200;

export const importRoutes = {
  /** Reads a file that was handed in and says how its table is built. Throws unreadableFile. */
  open: longCommand(managers, [], z.object({ file, name }), async (scope, input): Promise<OpenedImport> => {
    const { path, kind } = findIncoming(scope.context.register.folder, input.file);
    const opened = await scope.context.excel.openTable(path, kind);
    if (opened.fault !== null || opened.shape === null)
      throw new AppError('unreadableFile', { why: opened.fault });
    const { shape, count, first } = opened;
    return {
      shape: { ...shape, columns: findLayout(scope.db, shape.signature) ?? shape.columns },
      isKnownLayout: findLayout(scope.db, shape.signature) !== undefined,
      count: count - first.filter(({ row }) => row < shape.firstRow).length,
      first: first.filter(({ row }) => row >= shape.firstRow).slice(0, 8),
    };
  }),

  /** Reads every row against catalogue and register; changes nothing. */
  check: longCommand(managers, [], tableSchema, async (scope, input): Promise<ImportCheck> => {
    const { path } = findIncoming(scope.context.register.folder, input.file);
    const known = listProcedureVersions(scope.db, scope.now.today).map(({ procedure }) => ({
      code: procedure.code,
      name: procedure.name,
      shortName: procedure.shortName,
    }));
    const { firstRow, columns } = input;
    const decisions = { ...listNameDecisions(scope.db), ...input.decisions };
    const { today } = scope.now;
    const checked = await scope.context.excel.checkTable({
      path,
      firstRow,
      columns,
      today,
      known,
      decisions,
      givenSerials: givenSerials(scope.db),
    });
    const books = openBookWatch(scope.db);
    let fresh = 0;
    let already = 0;
    const preview: ImportedCase[] = [];
    const clashes: FaultyRow[] = [];
    for await (const value of readLines<ImportedCase>(casesPath(path))) {
      const place = placeOf(scope.db, value);
      if (place === 'known') already += 1;
      else if (place === 'free') {
        fresh += 1;
        books.take(value);
        if (preview.length < 8) preview.push(value);
      } else clashes.push({ row: value.row, faults: [place] });
    }
    const faulty = [...clashes.slice(0, shown)];
    for await (const each of readLines<FaultyRow>(faultsPath(path)))
      if (faulty.length < shown) faulty.push(each);
    return {
      fresh,
      already,
      books: books.after(),
      faulty: checked.faulty + clashes.length,
      faultyRows: faulty.sort((a, b) => a.row - b.row),
      unknown: checked.unknown,
      decisions,
      dayOrder: checked.dayOrder,
      preview,
    };
  }),

  /** The rows that cannot be taken, with their reasons, as a workbook to mend and read again. */
  faulty: longCommand(managers, [], tableSchema, async (scope, input): Promise<ListFile> => {
    const { folder } = scope.context.register;
    const { path } = findIncoming(folder, input.file);
    const rows: FaultyRow[] = [];
    for await (const each of readLines<FaultyRow>(faultsPath(path))) rows.push(each);
    for await (const value of readLines<ImportedCase>(casesPath(path))) {
      const place = placeOf(scope.db, value);
      if (typeof place === 'object') rows.push({ row: value.row, faults: [place] });
    }
    const { heads, columns } = input;
    const bytes = await scope.context.excel.faultyWorkbook({ path, heads, columns, rows });
    const stored = storeFile(folder, bytes, 'xlsx');
    scope.write(({ record }) =>
      record('list.exported', 'list:faultyRows', { list: 'faultyRows', count: rows.length }),
    );
    return { path: `/files/${stored}`, fileName: `Dòng cần sửa ${scope.now.today}.xlsx`, count: rows.length };
  }),

  /**
   * Takes the good rows of a checked file into the register: all of them or none. What is there already by its code is
   * counted, not doubled. Throws busy, cancelled, unreadableFile.
   */
  run: longCommand(managers, ['cases'], tableSchema, async (scope, input): Promise<ImportResult> => {
    const { path } = findIncoming(scope.context.register.folder, input.file);
    let total = 0;
    for await (const _ of readLines(casesPath(path))) total += 1;
    return scope.writeInChunks('import', total, (command) => importAll(command, casesPath(path), input));
  }),

  progress: query(seated, z.void(), ({ context }) => context.register.progress()),

  /** Ends the import that runs; the register stays as it was. */
  cancel: longCommand(managers, [], z.void(), async ({ context }) => context.register.cancelChunks()),
};

/** Whether a case can come in: free, known already, or the reason why not. */
function placeOf(
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

function* importAll(scope: CommandScope, path: string, table: Table): Generator<number, ImportResult> {
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
  for (const value of readLinesSync<ImportedCase>(path)) {
    const place = placeOf(tx, value);
    if (place === 'known') already += 1;
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
  return result;
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
function openBookWatch(db: Reader) {
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
