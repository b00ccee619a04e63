import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { ImportedCase } from '../../../shared/domain/import-case.ts';
import { importFields, neededFields } from '../../../shared/domain/import-fields.ts';
import { managers, textField } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ImportCheck, ImportResult, OpenedImport } from '../../../shared/import-views.ts';
import type { FaultyRow } from '../../excel/check-table.ts';
import { dropIncoming, findIncoming } from '../../excel/incoming.ts';
import { casesPath, faultsPath, leftPath, readLines, rowsPath } from '../../excel/table-file.ts';
import { listProcedureVersions } from '../../register/catalogue.ts';
import { givenSerials } from '../../register/counters.ts';
import { storeFile } from '../../register/files.ts';
import { findLayout, listNameDecisions } from '../../register/imports.ts';
import { type LongScope, longCommand, query, seated } from '../door.ts';
import { checkedPath, digestOf } from './import-digest.ts';
import { type Imported, importAll, openBookWatch, placeOf } from './import-run.ts';
import type { ListFile } from './list-file.ts';

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
/** With the digest of the check that was approved. */
const checkedSchema = tableSchema.extend({ digest: z.string().regex(/^[0-9a-f]{32}-[0-9a-f]{32}$/) });
type Checked = z.output<typeof checkedSchema>;

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
    const given = givenSerials(scope.db);
    const digest = digestOf(input, { known, decisions, today, given });
    const checked = await scope.context.excel.checkTable({
      path,
      digest,
      firstRow,
      columns,
      today,
      known,
      decisions,
      givenSerials: given,
    });
    const books = openBookWatch(scope.db);
    let fresh = 0;
    let already = 0;
    const preview: ImportedCase[] = [];
    const clashes: FaultyRow[] = [];
    for await (const value of readLines<ImportedCase>(casesPath(path, digest))) {
      const place = placeOf(scope.db, value);
      if (place === 'known') already += 1;
      else if (place === 'free') {
        fresh += 1;
        books.take(value);
        if (preview.length < 8) preview.push(value);
      } else clashes.push({ row: value.row, faults: [place] });
    }
    const faulty = [...clashes.slice(0, shown)];
    for await (const each of readLines<FaultyRow>(faultsPath(path, digest)))
      if (faulty.length < shown) faulty.push(each);
    return {
      digest,
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

  /** The rows that cannot be taken, or were not, with their reasons, as a workbook to mend and read again. Throws stale. */
  faulty: longCommand(managers, [], checkedSchema, async (scope, input): Promise<ListFile> => {
    const { folder } = scope.context.register;
    const { heads, columns, digest } = input;
    const path = checkedPath(folder, input, digest);
    const rows: FaultyRow[] = [];
    for await (const each of readLines<FaultyRow>(faultsPath(path, digest))) rows.push(each);
    const left = leftPath(path, digest);
    const isIn = existsSync(left);
    if (!isIn)
      for await (const value of readLines<ImportedCase>(casesPath(path, digest))) {
        const place = placeOf(scope.db, value);
        if (typeof place === 'object') rows.push({ row: value.row, faults: [place] });
      }
    const rowsFile = isIn ? left : rowsPath(path);
    const bytes = await scope.context.excel.faultyWorkbook({ rowsFile, heads, columns, rows });
    const stored = storeFile(folder, bytes, 'xlsx');
    await scope.write(({ record }) =>
      record('list.exported', 'list:faultyRows', { list: 'faultyRows', count: rows.length }),
    );
    return { path: `/files/${stored}`, fileName: `Dòng cần sửa ${scope.now.today}.xlsx`, count: rows.length };
  }),

  /**
   * Takes the good rows of a checked file into the register: all of them or none. What is there already by its code is
   * counted, not doubled. Of the file only the rows that were left over are kept, for a day. Throws busy, cancelled,
   * unreadableFile; stale when this is not the check that was approved.
   */
  run: longCommand(managers, ['cases'], checkedSchema, async (scope, input): Promise<ImportResult> => {
    const { folder } = scope.context.register;
    findIncoming(folder, input.file);
    const cases = casesPath(checkedPath(folder, input, input.digest), input.digest);
    let total = 0;
    for await (const _ of readLines(cases)) total += 1;
    await scope.context.backups.before('import');
    const imported = await scope.writeInChunks('import', total, (command) =>
      importAll(command, cases, input),
    );
    await clearAway(scope, input, imported);
    const { added, already } = imported;
    return { added, already };
  }),

  progress: query(seated, z.void(), ({ context }) => context.register.progress()),

  /** Ends the import that runs; the register stays as it was. */
  cancel: longCommand(managers, [], z.void(), async ({ context }) => context.register.cancelChunks()),
};

/** The rows are in the register: what is left of their file is what did not come in. */
async function clearAway({ context }: LongScope, { file: incoming, digest }: Checked, { clashes }: Imported) {
  const { folder } = context.register;
  try {
    const path = findIncoming(folder, incoming).path;
    const faulty = await context.excel.keepFaulty({ path, digest, clashes });
    dropIncoming(folder, incoming, faulty > 0 ? [faultsPath(path, digest), leftPath(path, digest)] : []);
  } catch (error) {
    // The import stands; what lies here is swept within a day.
    context.log(`import files: ${String(error)}`);
  }
}
