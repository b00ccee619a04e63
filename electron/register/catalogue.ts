import { type Procedure, procedureSchema } from '../../shared/domain/procedure.ts';
import { AppError } from '../../shared/errors.ts';
import type { CatalogueRow } from '../../shared/views.ts';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';
import { rememberParsed } from './parsed.ts';

export interface ProcedureVersion {
  version: number;
  effectiveFrom: string;
  procedure: Procedure;
}

interface ProcedureRow {
  code: string;
  version: number;
  effectiveFrom: string;
  definition: string;
}

const toVersion = (row: ProcedureRow): ProcedureVersion => ({
  version: row.version,
  effectiveFrom: row.effectiveFrom,
  procedure: procedureOf(row.definition),
});

const procedureOf = rememberParsed((text) => procedureSchema.parse(JSON.parse(text)), 1000);

/** The version of a procedure in force on a day; throws unknownProcedure. */
export function getProcedure(db: Reader, code: string, day: string): ProcedureVersion {
  const row = prepared<ProcedureRow>(
    db,
    `SELECT * FROM procedures WHERE code = ? AND effectiveFrom <= ?
     ORDER BY effectiveFrom DESC, version DESC LIMIT 1`,
  ).get(code, day);
  if (row === undefined) throw new AppError('unknownProcedure', { procedureCode: code });
  return toVersion(row);
}

/** A version that cases were received under; undefined when the catalogue never had it (an imported name). */
export function findProcedureVersion(db: Reader, code: string, version: number): Procedure | undefined {
  const row = prepared<ProcedureRow>(db, 'SELECT * FROM procedures WHERE code = ? AND version = ?').get(
    code,
    version,
  );
  return row && toVersion(row).procedure;
}

/** Every procedure as it is in force on a day, whole, in the order of the catalogue. */
export function listProcedureVersions(db: Reader, day: string): ProcedureVersion[] {
  return prepared<ProcedureRow>(
    db,
    `SELECT * FROM procedures AS p
     WHERE version = (SELECT version FROM procedures WHERE code = p.code AND effectiveFrom <= ?
                      ORDER BY effectiveFrom DESC, version DESC LIMIT 1)
     ORDER BY position`,
  )
    .all(day)
    .map(toVersion);
}

/** All procedures in force on a day, in the order of daily use, with how often each was received since a day. */
export function listProcedures(db: Reader, day: string, recentSince: string): CatalogueRow[] {
  return prepared<ProcedureRow & { recent: number }>(
    db,
    `SELECT p.*, (SELECT count(*) FROM cases WHERE procedureCode = p.code AND receivedAt >= ?) AS recent
     FROM procedures AS p
     WHERE version = (SELECT version FROM procedures WHERE code = p.code AND effectiveFrom <= ?
                      ORDER BY effectiveFrom DESC, version DESC LIMIT 1)
     ORDER BY position`,
  )
    .all(recentSince, day)
    .map((row) => {
      const { procedure } = toVersion(row);
      const { code, name, shortName, field, initials, onlineLevel, confidence, timeLimit, fee } = procedure;
      const limit = {
        kind: timeLimit.kind,
        value: ('value' in timeLimit ? timeLimit.value : undefined) ?? 0,
      };
      return {
        code,
        name,
        shortName,
        field,
        initials,
        onlineLevel,
        confidence,
        limit,
        feeVnd: fee.amountVnd,
        recent: row.recent,
      };
    });
}

/** How many procedures are in force on a day; done within the day, and online from end to end. */
export function countInForce(db: Reader, day: string): { all: number; sameDay: number; fullOnline: number } {
  const row = prepared<{ all: number; sameDay: number; fullOnline: number }>(
    db,
    `SELECT count(*) AS "all",
       coalesce(sum(definition ->> '$.timeLimit.kind' IN ('sameDay', 'onTheSpot')), 0) AS sameDay,
       coalesce(sum(definition ->> '$.onlineLevel' IS 'full'), 0) AS fullOnline
     FROM procedures AS p
     WHERE version = (SELECT version FROM procedures WHERE code = p.code AND effectiveFrom <= ?
                      ORDER BY effectiveFrom DESC, version DESC LIMIT 1)`,
  ).get(day);
  if (row === undefined) throw new Error('A sum always has a row');
  return row;
}

/** Stores the next version of a procedure, in force from a day on. */
export function saveProcedure(tx: Writer, procedure: Procedure, effectiveFrom: string): number {
  const row = prepared<{ version: number }>(
    tx,
    `INSERT INTO procedures (code, version, effectiveFrom, position, definition)
     VALUES (@code, (SELECT coalesce(max(version), 0) + 1 FROM procedures WHERE code = @code), @effectiveFrom,
       coalesce((SELECT position FROM procedures WHERE code = @code), (SELECT count(DISTINCT code) FROM procedures)),
       @definition)
     RETURNING version`,
  ).get({ code: procedure.code, effectiveFrom, definition: JSON.stringify(procedure) });
  return row?.version ?? 0;
}

/** Versions in force from a later day on, the earliest first. */
export function listFutureVersions(db: Reader, code: string, day: string): ProcedureVersion[] {
  return prepared<ProcedureRow>(
    db,
    'SELECT * FROM procedures WHERE code = ? AND effectiveFrom > ? ORDER BY effectiveFrom, version',
  )
    .all(code, day)
    .map(toVersion);
}

/** Whether any version of any procedure ever had a rule for its fee. */
export function knowsFeeRules(db: Reader): boolean {
  const sql = "SELECT 1 FROM procedures WHERE definition ->> '$.fee.rule' IS NOT NULL LIMIT 1";
  return prepared(db, sql).get() !== undefined;
}

export function countProcedures(db: Reader): number {
  return prepared<{ n: number }>(db, 'SELECT count(DISTINCT code) AS n FROM procedures').get()?.n ?? 0;
}
