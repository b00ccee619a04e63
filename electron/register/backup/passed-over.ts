import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { BackupManifest } from '../../../shared/domain/backup.ts';
import { batchKinds } from '../../../shared/domain/batch.ts';
import { caseCodeCounter } from '../../../shared/domain/codes.ts';
import { prepared, type Reader, type Writer } from '../connection.ts';
import { raiseCounter } from '../counters.ts';
import { openTorn } from '../damage/copy-tables.ts';
import { firstEntryInFile } from '../damage/emergency-numbers.ts';
import { type CodeRule, numbersIn } from '../damage/numbers-in.ts';
import { listReplaced } from '../damage/set-aside.ts';
import { baseOf, firstEntryOf, rangeStep } from '../emergency-range.ts';
import { findSettings } from '../settings.ts';
import { holdsHead } from './backup-lack.ts';
import { backupsFolder, listBackups } from './backup-list.ts';

/** Numbers that may be on paper although the register that goes on does not know them: they are never given again. */

/** What the other registers of an office have given. */
export interface NumbersGiven {
  /** The highest by counter. */
  known: ReadonlyMap<string, number>;
  /** The register that goes went on from the copy and tells all that it gave, as does every other. */
  isAll: boolean;
  /** Whether a file that tells less may have given any number of a counter. */
  isOpen: (name: string) => boolean;
  /** Files of which not everything could be read. */
  unread: string[];
}

/**
 * Reads what every register of this office that lies in its folder or aside has given, and newer copies. Emergencies that lie aside
 * are passed over by whoever opens beside them (`pass-emergencies.ts`).
 * @param tx of the copy that takes their place.
 */
export function numbersGiven(
  tx: Reader,
  folder: string,
  about: Pick<BackupManifest, 'at' | 'seq' | 'head'>,
  today: string,
): NumbersGiven {
  const rule = ruleOf(tx, today);
  const own = firstEntryOf(tx)?.mark;
  const place = join(folder, 'register.db');
  const files = [place, ...listReplaced(folder).map((aside) => join(aside, 'register.db'))];
  const lying = files.filter((file) => existsSync(file)).map((file) => ({ file, mark: markIn(file) }));
  const read = lying
    .filter(({ mark }) => mark === undefined || mark === null || mark === own)
    .map(({ file }) => ({ file, ...numbersIn(file, rule) }));
  const copies = listBackups(folder)
    .filter(({ at, seq }) => at > about.at || seq > about.seq)
    .map(({ name }) => join(backupsFolder(folder), name))
    .filter((file) => [null, own].includes(markIn(file)))
    .map((file) => numbersIn(file, rule));
  const known = new Map<string, number>();
  for (const [name, value] of [...read, ...copies].flatMap((one) => [...one.known]))
    known.set(name, Math.max(known.get(name) ?? 0, value));
  const torn = read.filter(({ isWhole }) => !isWhole);
  return {
    known,
    isAll: torn.length === 0 && wentOn(place, about),
    isOpen: (name) => torn.some(({ counted }) => !counted.has(name)),
    unread: torn.map(({ file }) => relative(folder, dirname(file)) || 'register.db'),
  };
}

/** Which emergency a file is; null of any other register, undefined where that is lost. */
function markIn(file: string): string | null | undefined {
  const db = openTorn(file);
  try {
    if (db !== null) return firstEntryOf(db)?.mark ?? null;
  } catch {
    // Its pages may tell.
  } finally {
    db?.close();
  }
  const first = firstEntryInFile(file);
  return first === null ? null : first?.mark;
}

/** Whether a register went on from a copy, as far as it can tell. */
function wentOn(file: string, about: Pick<BackupManifest, 'seq' | 'head'>): boolean {
  if (!existsSync(file)) return false;
  const db = openTorn(file);
  try {
    return db !== null && about.seq > 0 && holdsHead(db, about);
  } catch {
    return false;
  } finally {
    db?.close();
  }
}

function ruleOf(db: Reader, day: string): CodeRule | null {
  const settings = findSettings(db, day);
  return settings ? { codePattern: settings.codePattern, agencyCode: settings.office.agencyCode } : null;
}

const counters = (db: Reader): Map<string, number> =>
  new Map(
    prepared<{ name: string; value: number }>(db, 'SELECT name, value FROM counters')
      .all()
      .map(({ name, value }) => [name, value]),
  );

/**
 * So many numbers are passed over where nothing tells how many were given: as many as on the busiest day, and some more. Where a file
 * was given numbers from and tells nothing of them, as many as an emergency leaves for what is lost: half a step.
 */
const reserve = 50;

interface Skip {
  name: string;
  from: number;
  to: number;
}

/**
 * Lets every counter go on behind what was given anywhere, and where not all of that can be read, behind a reserve above it; answers
 * what was passed over, and what could not be read.
 */
export function passOverNumbers(
  tx: Writer,
  given: NumbersGiven,
  today: string,
): { skipped: Skip[]; unread: string[] } {
  const own = counters(tx);
  const skipped = [...(given.isAll ? given.known : reserved(tx, own, given, today))].flatMap(([name, to]) => {
    const from = own.get(name) ?? 0;
    return to > from ? [{ name, from, to }] : [];
  });
  for (const { name, to } of skipped) raiseCounter(tx, name, to);
  return { skipped, unread: given.unread };
}

/**
 * Of a machine that is gone, or a file that tells less than it gave: every series goes on further up, and those of today and its
 * year, which the copy may not know, begin there.
 */
function reserved(
  db: Reader,
  own: ReadonlyMap<string, number>,
  { known, isOpen }: NumbersGiven,
  today: string,
): Map<string, number> {
  const aDay = busiestDay(db) + reserve;
  const days = daysSinceLast(db, today);
  const base = baseOf(db);
  const isOfDay = (name: string) => /^(?:slip|ticket|calls|case):/.test(name);
  const above = (name: string) => {
    const usual = isOfDay(name) ? aDay : aDay * days;
    return isOpen(name) ? Math.max(usual, rangeStep / 2) : usual;
  };
  const highest = (name: string) => Math.max(own.get(name) ?? base, known.get(name) ?? 0);
  return new Map(
    [...new Set([...own.keys(), ...known.keys(), ...countersOf(db, today)])].map((name) => [
      name,
      // A stretch that was given elsewhere is known to its end.
      highest(name) + (name.startsWith('passed:') ? 0 : above(name)),
    ]),
  );
}

const busiestDay = (db: Reader): number =>
  prepared<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM cases GROUP BY substr(receivedAt, 1, 10) ORDER BY n DESC LIMIT 1',
  ).get()?.n ?? 0;

function daysSinceLast(db: Reader, today: string): number {
  const last = prepared<{ day: string | null }>(
    db,
    'SELECT max(substr(receivedAt, 1, 10)) AS day FROM cases',
  ).get()?.day;
  return last ? Math.max(1, Math.ceil((Date.parse(today) - Date.parse(last)) / 86_400_000)) : 1;
}

/** The counters that begin anew on a day or in its year. */
function countersOf(db: Reader, day: string): string[] {
  const rule = ruleOf(db, day);
  const year = day.slice(0, 4);
  const people = prepared<{ id: number }>(db, 'SELECT id FROM people').all();
  return [
    ...['book', 'feedback', 'subjectRequest'].map((kind) => `${kind}:${year}`),
    ...people.map(({ id }) => `note:${year}-C${String(id).padStart(2, '0')}`),
    ...batchKinds.map((kind) => `batch:${kind}:${year}`),
    ...['slip', 'ticket', 'calls'].map((kind) => `${kind}:${day}`),
    ...(rule ? [caseCodeCounter(rule.codePattern, rule.agencyCode, day)] : []),
  ];
}
