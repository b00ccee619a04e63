import { existsSync } from 'node:fs';
import type { BackupManifest } from '../../../shared/domain/backup.ts';
import { caseCodeCounter } from '../../../shared/domain/codes.ts';
import { connect, prepared, type Reader, type Writer } from '../connection.ts';
import { raiseCounter } from '../counters.ts';
import { findSettings } from '../settings.ts';
import { holdsHead } from './backup-lack.ts';

/** Numbers that may be on paper although the register that goes on does not know them: they are never given again. */

/**
 * What the register that goes has given, by counter; null when it cannot tell, or is another one than the copy was made of.
 * @param file the register that goes, perhaps damaged or gone.
 */
export function numbersGiven(
  file: string,
  about: Pick<BackupManifest, 'seq' | 'head'>,
): Map<string, number> | null {
  if (!existsSync(file)) return null;
  let db: Reader | undefined;
  try {
    db = connect(file, 'read');
    return about.seq > 0 && holdsHead(db, about) ? counters(db) : null;
  } catch {
    return null;
  } finally {
    db?.close();
  }
}

const counters = (db: Reader): Map<string, number> =>
  new Map(
    prepared<{ name: string; value: number }>(db, 'SELECT name, value FROM counters')
      .all()
      .map(({ name, value }) => [name, value]),
  );

/** So many numbers are passed over where nothing tells how many were given: as many as on the busiest day, and some more. */
const reserve = 50;

interface Skip {
  name: string;
  from: number;
  to: number;
}

/** Lets every counter go on behind what was given, or where nothing tells that, behind a reserve; answers what was passed over. */
export function passOverNumbers(
  tx: Writer,
  given: ReadonlyMap<string, number> | null,
  today: string,
): Skip[] {
  const own = counters(tx);
  const skips = [...(given ?? reserved(tx, own, today))].flatMap(([name, to]) => {
    const from = own.get(name) ?? 0;
    return to > from ? [{ name, from, to }] : [];
  });
  for (const { name, to } of skips) raiseCounter(tx, name, to);
  return skips;
}

/** Of a machine that is gone: every series goes on further up, and those of today, which the copy may not know, begin there. */
function reserved(db: Reader, own: ReadonlyMap<string, number>, today: string): Map<string, number> {
  const busiest = prepared<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM cases GROUP BY substr(receivedAt, 1, 10) ORDER BY n DESC LIMIT 1',
  ).get();
  const lastDay = prepared<{ day: string | null }>(
    db,
    'SELECT max(substr(receivedAt, 1, 10)) AS day FROM cases',
  ).get()?.day;
  const days = lastDay ? Math.max(1, Math.ceil((Date.parse(today) - Date.parse(lastDay)) / 86_400_000)) : 1;
  const aDay = (busiest?.n ?? 0) + reserve;
  const isOfDay = (name: string) => /^(?:slip|ticket|calls):/.test(name);
  return new Map([
    // A stretch that was given elsewhere is known to its end.
    ...[...own]
      .filter(([name]) => !name.startsWith('passed:'))
      .map(([name, value]): [string, number] => [name, value + (isOfDay(name) ? aDay : aDay * days)]),
    ...countersOfDay(db, today).map((name): [string, number] => [name, (own.get(name) ?? 0) + aDay]),
  ]);
}

/** The counters that begin anew on a day. */
export function countersOfDay(db: Reader, day: string): string[] {
  const settings = findSettings(db, day);
  return [
    `slip:${day}`,
    `ticket:${day}`,
    `calls:${day}`,
    ...(settings ? [caseCodeCounter(settings.codePattern, settings.office.agencyCode, day)] : []),
  ];
}
