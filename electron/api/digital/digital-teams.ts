import { z } from 'zod';
import { type DigitalRow, type DigitalThing, digitalThings } from '../../../shared/domain/digital-teams.ts';
import { AppError } from '../../../shared/errors.ts';
import { signInSheet } from '../../printing/sign-in-sheet.ts';
import {
  getDigitalTeam,
  listThings,
  removeThing,
  saveThing,
  versionOfThing,
} from '../../register/digital/digital-things.ts';
import { type CommandScope, command, longCommand, query, requirePerson, seated } from '../door.ts';
import { officeOnPaper } from '../office-on-paper.ts';

/** Whose house was visited, who got a gift. */
const tellsOfCitizens: readonly DigitalThing[] = ['homeVisits', 'digitalAssets'];

/** Teams, members, visits, classes, assets and facilities: the same three acts each. */
function rowsOf<Thing extends DigitalThing>(thing: Thing) {
  // The schemas of the table are of one kind, which the index alone does not tell.
  const schema = digitalThings[thing] as unknown as z.ZodType<DigitalRow<Thing>>;
  return {
    list: query(seated, z.void(), ({ db, seen }): DigitalRow<Thing>[] => {
      const rows = listThings(db, thing);
      if (tellsOfCitizens.includes(thing)) seen('seen.list', `digital.${thing}`, { found: rows.length });
      return rows.map((row) => schema.parse(withTruths(thing, row)));
    }),
    /** A new row has version 0; answers the new version. Throws stale, notFound. */
    save: command(seated, ['digital'], schema, (scope, row): { version: number } => {
      requireVersion(scope, thing, row);
      if ('teamId' in row && typeof row.teamId === 'string') getDigitalTeam(scope.tx, row.teamId);
      saveThing(scope.tx, thing, row);
      const version = row.version + 1;
      scope.record('digital.rowSaved', `${thing}:${row.id}`, { ...row, version });
      return { version };
    }),
    /** What it did stays counted under its name. Throws stale, notFound. */
    remove: command(
      seated,
      ['digital'],
      z.object({ id: z.uuid(), version: z.int().min(1) }),
      (scope, row): void => {
        requireVersion(scope, thing, row);
        removeThing(scope.tx, thing, row.id);
        scope.record('digital.rowRemoved', `${thing}:${row.id}`, {});
      },
    ),
  };
}

function requireVersion(
  { tx }: CommandScope,
  thing: DigitalThing,
  { id, version }: { id: string; version: number },
): void {
  const stored = versionOfThing(tx, thing, id);
  if (stored === 0 && version > 0) throw new AppError('notFound', { what: thing });
  if (stored !== version) throw new AppError('stale', { what: 'digitalRow' });
}

/** SQLite's 0 and 1 where the schema says true or false. */
function withTruths(thing: DigitalThing, row: Record<string, unknown>): Record<string, unknown> {
  return thing === 'homeVisits' ? { ...row, outOfHours: row.outOfHours === 1 } : row;
}

export const digitalTeamRoutes = {
  teams: rowsOf('digitalTeams'),
  members: rowsOf('digitalMembers'),
  visits: rowsOf('homeVisits'),
  classes: {
    ...rowsOf('trainingClasses'),
    /** Path of the sheet that goes round in a class. Throws notFound. */
    signInSheet: longCommand(
      seated,
      [],
      z.object({ id: z.uuid() }),
      async (scope, { id }): Promise<{ path: string }> => {
        const row = listThings(scope.db, 'trainingClasses').find((one) => one.id === id);
        if (row === undefined) throw new AppError('notFound', { what: 'trainingClasses' });
        const { bookPress, previews } = scope.context;
        const paper = signInSheet(digitalThings.trainingClasses.parse(row), {
          office: officeOnPaper(scope),
          printedAt: scope.now.officeTime,
          maker: requirePerson(scope).name,
        });
        return { path: previews.keep(await bookPress.report(paper)) };
      },
    ),
  },
  assets: rowsOf('digitalAssets'),
  facilities: rowsOf('digitalFacilities'),
};
