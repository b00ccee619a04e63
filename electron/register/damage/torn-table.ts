import type { Reader } from '../connection.ts';

export type StoredRow = Record<string, string | number | bigint | Buffer | null>;

export interface TornTable {
  rows: StoredRow[];
  /** Some of it could not be read. */
  isTorn: boolean;
}

const sourceRowid = '_rowid';
/** Of a rowid: no table of ours counts so far. */
const farthest = 2 ** 40;

/** Every row of a table that can be read, walked around the pages that cannot. Names are the schema's, never an input's. */
export function readTorn(db: Reader, table: string, hasRowid: boolean): TornTable {
  try {
    return hasRowid ? walkRowids(db, table) : fromBothEnds(db, table);
  } catch {
    return { rows: [], isTorn: true };
  }
}

/** Rows of a torn page may come out of order, and again and again: each is taken once, and every way in lies further on. */
function walkRowids(db: Reader, table: string): TornTable {
  const rows: StoredRow[] = [];
  const taken = new Set<number>();
  const from = db.prepare<[number], StoredRow>(
    `SELECT rowid AS ${sourceRowid}, * FROM ${table} NOT INDEXED WHERE rowid >= ? ORDER BY rowid`,
  );
  let [next, stride, isTorn] = [1, 1, false];
  for (;;) {
    const [began, before] = [next, taken.size];
    try {
      for (const { [sourceRowid]: rowid, ...row } of from.iterate(began)) {
        const id = Number(rowid);
        if (taken.has(id)) continue;
        taken.add(id);
        rows.push(row);
        next = id + 1;
      }
      return { rows, isTorn };
    } catch {
      isTorn = true;
      stride = taken.size > before ? 1 : stride * 2;
      const further = firstReadable(from, Math.max(next, began) + stride - 1);
      if (further === null || further > farthest) return { rows, isTorn };
      next = further;
    }
  }
}

/** The least rowid from which reading works again: sought in doubling steps, then between the last two. */
function firstReadable(from: ReturnType<Reader['prepare']>, broken: number): number | null {
  const works = (rowid: number) => {
    try {
      from.get(rowid);
      return true;
    } catch {
      return false;
    }
  };
  let step = 1;
  while (!works(broken + step)) {
    step *= 2;
    if (step > farthest) return null;
  }
  let [low, high] = [broken + Math.floor(step / 2), broken + step];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (works(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** A table without rowids has no other way in than its two ends. */
function fromBothEnds(db: Reader, table: string): TornTable {
  const keys = (db.pragma(`table_info(${table})`) as { name: string; pk: number }[])
    .filter(({ pk }) => pk > 0)
    .sort((a, b) => a.pk - b.pk)
    .map(({ name }) => name);
  const rows: StoredRow[] = [];
  for (const direction of ['ASC', 'DESC']) {
    const order = keys.map((key) => `${key} ${direction}`).join(', ');
    try {
      for (const row of db.prepare<[], StoredRow>(`SELECT * FROM ${table} ORDER BY ${order}`).iterate())
        rows.push(row);
      return { rows, isTorn: direction === 'DESC' };
    } catch {
      // The other end may hold.
    }
  }
  return { rows, isTorn: true };
}
