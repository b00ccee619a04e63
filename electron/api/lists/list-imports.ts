import { z } from 'zod';
import { daySchema, managers } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import { type HolidayEdits, readHolidays } from '../../../shared/import-holidays.ts';
import { type Comparison, compareCatalogue, comparePeople } from '../../../shared/import-lists.ts';
import { findIncoming } from '../../excel/incoming.ts';
import { addPerson, listPeople } from '../../register/accounts/people.ts';
import { loadCalendar } from '../../register/calendar.ts';
import { listProcedureVersions, saveProcedure } from '../../register/catalogue.ts';
import { changePerson } from '../../register/imports.ts';
import { type LongScope, longCommand } from '../door.ts';

const file = z.string().max(80);

/** What would change, in words short enough for a list. */
export interface ListPreview {
  added: string[];
  changed: string[];
  unchanged: number;
  bad: { row: number; why: string }[];
}

export const listImportRoutes = {
  /** What a workbook of the catalogue would change; nothing is. Throws unreadableFile. */
  compareCatalogue: longCommand(
    managers,
    [],
    z.object({ file }),
    async (scope, input): Promise<ListPreview> => {
      return previewOf(
        await catalogueOf(scope, input.file),
        ({ code, shortName }) => `${shortName} (${code})`,
      );
    },
  ),

  /** Makes a new version of every procedure that differs, in force from a day on; the versions before stay. */
  applyCatalogue: longCommand(
    managers,
    ['catalogue'],
    z.object({ file, effectiveFrom: daySchema }),
    async (scope, { file: name, effectiveFrom }): Promise<ListPreview> => {
      const compared = await catalogueOf(scope, name);
      await scope.write(({ tx, record }) => {
        for (const procedure of [...compared.added, ...compared.changed.map(({ item }) => item)]) {
          const version = saveProcedure(tx, procedure, effectiveFrom);
          const { code, timeLimit, fee } = procedure;
          const facts = { version, effectiveFrom, timeLimit, feeVnd: fee.amountVnd };
          record('procedure.changed', `procedure:${code}`, facts);
        }
      });
      return previewOf(compared, ({ shortName }) => shortName);
    },
  ),

  comparePeople: longCommand(managers, [], z.object({ file }), async (scope, input): Promise<ListPreview> => {
    return previewOf(await peopleOf(scope, input.file), ({ name }) => name);
  }),

  /** Adds who is new and changes titles; nobody is taken out by a list, and nobody comes to manage the office by one. */
  applyPeople: longCommand(
    managers,
    ['session'],
    z.object({ file }),
    async (scope, input): Promise<ListPreview> => {
      const compared = await peopleOf(scope, input.file);
      await scope.write(({ tx, record }) => {
        for (const { id: _, ...staff } of compared.added)
          record('person.added', `person:${addPerson(tx, staff)}`, staff);
        for (const { item } of compared.changed) {
          if (item.id === null) continue;
          const { id, ...staff } = item;
          changePerson(tx, id, staff);
          record('person.changed', `person:${id}`, staff);
        }
        // Somebody must still be able to change the settings.
        const staff = listPeople(tx);
        const isLed = staff.some(({ roles }) => roles.includes('administrator') || roles.includes('leader'));
        if (!isLed || !staff.some(({ roles }) => roles.includes('clerk'))) throw new AppError('notAllowed');
      });
      return previewOf(compared, ({ name }) => name);
    },
  ),

  /** The edits that a list of days off means; the calendar's own change shows what they move and applies them. */
  readHolidays: longCommand(managers, [], z.object({ file }), async (scope, input): Promise<HolidayEdits> => {
    const read = readHolidays(await rowsOf(scope, input.file), loadCalendar(scope.db).years);
    return refuseEmpty(read);
  }),
};

async function rowsOf(scope: LongScope, name: string) {
  const { path, kind } = findIncoming(scope.context.register.folder, name);
  const rows = await scope.context.excel.rows(path, kind);
  if (rows === null) throw new AppError('unreadableFile', { why: 'damaged' });
  return rows;
}

async function catalogueOf(scope: LongScope, name: string) {
  const rows = await rowsOf(scope, name);
  const current = listProcedureVersions(scope.db, scope.now.today).map(({ procedure }) => procedure);
  return refuseEmpty(compareCatalogue(rows, current));
}

async function peopleOf(scope: LongScope, name: string) {
  return refuseEmpty(comparePeople(await rowsOf(scope, name), listPeople(scope.db)));
}

type Counted = Omit<Comparison<unknown>, 'changed'> & { changed: unknown[] };

function refuseEmpty<List extends Counted>(compared: List): List {
  const { added, changed, unchanged, bad } = compared;
  if (added.length + changed.length + unchanged + bad.length === 0) {
    throw new AppError('unreadableFile', { why: 'noList' });
  }
  return compared;
}

function previewOf<Item>(
  { added, changed, unchanged, bad }: Comparison<Item>,
  words: (item: Item) => string,
): ListPreview {
  return {
    added: added.map(words),
    changed: changed.map(({ item, what }) => `${words(item)}: ${what.join(', ')}`),
    unchanged,
    bad,
  };
}
