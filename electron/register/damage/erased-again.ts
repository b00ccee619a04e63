import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredBackup } from '../../../shared/domain/backup.ts';
import { backupsFolder } from '../backup/backup-list.ts';
import { connect, prepared, type Reader, type Writer } from '../connection.ts';
import { erasedKind, isGenuine, type JournalRow, proofOf, proofsIn } from '../journal.ts';
import { migrations } from '../migrations/index.ts';
import { eraseLonelyCitizen, isErased } from '../privacy/erased-citizens.ts';
import { eraseCase } from '../privacy/erasure.ts';
import { isCardErased, tieDigitalPeople } from '../privacy/own-digital.ts';
import { eraseOwnRest, ownRestOf, ownRestOfCard } from '../privacy/own-rest.ts';
import { type Erasing, knownPapers, rareAreas } from '../privacy/redacted-entries.ts';
import { inTheClear, type ShownErased, withOwners } from './erased-untold.ts';
import { cleanedFile } from './left-beside.ts';
import { lostKind } from './rejoined-journal.ts';

/**
 * A copy of before an erasure still holds whoever was erased since. What a salvage takes from it is read off a copy of that copy, in
 * which the same is done again, in the order in which the journal tells it.
 */

/** One act of erasing: whom its entries name, and the kind of the entry of the act itself; null where that is lost. */
interface ErasingAct {
  kind: string | null;
  personId: number | null;
  subjects: string[];
}

/** Under which an erasure of a card alone tells what it took; only the entry of the act says whose card. */
const cardSubject = 'digital';

/** @param found entries of the damaged register. */
function erasuresAfter(found: ReadonlyMap<number, readonly JournalRow[]>, seq: number): ErasingAct[] {
  const acts: ErasingAct[] = [];
  let subjects: string[] = [];
  const later = [...found].flatMap(([number, [row]]) => (number > seq && row ? [row] : []));
  let before = seq;
  for (const row of later.toSorted((a, b) => a.seq - b.seq)) {
    // The next act is of another card, where one is lost in between.
    if (row.seq !== before + 1 && subjects.includes(cardSubject)) {
      acts.push({ kind: null, personId: null, subjects });
      subjects = [];
    }
    before = row.seq;
    if (row.kind === erasedKind) subjects.push(row.subject);
    if (!/^retention\..*[eE]rased$/.test(row.kind)) continue;
    const { personId = null } = JSON.parse(row.data) as { personId?: number | null };
    acts.push({ kind: row.kind, personId, subjects });
    subjects = [];
  }
  return subjects.length > 0 ? [...acts, { kind: null, personId: null, subjects }] : acts;
}

const leftovers = ['', '-wal', '-shm', '-journal'];

export function dropCleaned(folder: string): void {
  for (const left of leftovers) rmSync(`${cleanedFile(folder)}${left}`, { force: true });
}

/** What of a copy is read, and what was erased again in it. */
interface Cleaned {
  /** Null where the erasures cannot be done again in it, so that nothing of it is to be taken. */
  file: string | null;
  /** Acts that the journal tells. */
  acts: number;
  /** Cases and people whose erasure shows, though its entries are lost. */
  untold: number;
}

/** Answers the copy itself where nobody was erased after it, else another one in which he is erased as well. */
export function cleaned(
  folder: string,
  backup: StoredBackup,
  found: ReadonlyMap<number, readonly JournalRow[]>,
  shown: ShownErased,
): Cleaned {
  const original = join(backupsFolder(folder), backup.name);
  const acts = erasuresAfter(found, backup.seq);
  try {
    if (acts.length === 0 && untoldIn(original, backup, shown).length === 0)
      return { file: original, acts: 0, untold: 0 };
    return { ...makeCleaned(folder, backup, acts, shown), acts: acts.length };
  } catch {
    dropCleaned(folder);
    return { file: null, acts: acts.length, untold: 0 };
  }
}

function untoldIn(file: string, { seq }: StoredBackup, shown: ShownErased): string[] {
  const db = connect(file, 'read');
  try {
    return inTheClear(db, shown, seq);
  } finally {
    db.close();
  }
}

/** Throws where somebody who was erased still stands in it. */
function makeCleaned(
  folder: string,
  backup: StoredBackup,
  acts: readonly ErasingAct[],
  shown: ShownErased,
): Pick<Cleaned, 'file' | 'untold'> {
  dropCleaned(folder);
  if (backup.version !== migrations.at(-1)?.version) throw new Error('The copy is of another version');
  const file = cleanedFile(folder);
  copyFileSync(join(backupsFolder(folder), backup.name), file);
  const db = connect(file, 'write');
  try {
    const untold = db
      .transaction((tx: Writer) => {
        for (const act of acts) eraseAgain(tx, act, backup.at);
        return eraseUntold(tx, backup, shown);
      })
      .immediate(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
    return { file, untold };
  } finally {
    db.close();
  }
}

/** Whom the journal tells no act of: all that there is of him, as nobody can tell how far it went. Answers how many they are. */
function eraseUntold(tx: Writer, { seq, at }: StoredBackup, shown: ShownErased): number {
  const clear = inTheClear(tx, shown, seq);
  if (clear.length === 0) return 0;
  const subjects = withOwners(tx, clear, shown);
  eraseAgain(tx, { kind: null, personId: null, subjects }, at);
  const left = inTheClear(tx, shown, seq);
  if (left.length > 0) throw new Error(`Still in the clear: ${left.join(', ')}`);
  return subjects.filter((subject) => /^(?:case|citizen|digital):/.test(subject)).length;
}

function eraseAgain(tx: Writer, { kind, personId, subjects }: ErasingAct, at: string): void {
  if (kind !== 'retention.cardErased' && subjects.includes(cardSubject))
    throw new Error('Nothing tells whose card was erased');
  const entry = { at, personId: null, device: '' };
  const erasing: Erasing = { entry, about: {}, papers: knownPapers(tx), rareAreas: rareAreas(tx) };
  if (kind === 'retention.cardErased' && personId !== null && isThere(tx, 'digitalPeople', personId))
    eraseOwnRest(tx, ownRestOfCard(tx, personId), 'digital', erasing);
  const citizens = idsOf(subjects, 'citizen').filter((id) => isThere(tx, 'citizens', id));
  // When their time was over only the records went; on his wish, and where nobody can tell, all that there is of him.
  const wished = kind === 'retention.erased' ? [] : citizens;
  for (const id of wished) tieDigitalPeople(tx, id);
  const rests = wished.map((id) => ({ id, rest: ownRestOf(tx, id) }));
  const own = rests.length === 1 ? rests[0]?.rest.marks : undefined;
  for (const id of idsOf(subjects, 'case'))
    if (isThere(tx, 'cases', id)) eraseCase(tx, id, { ...erasing, ...(own && { own }) });
  for (const id of citizens) {
    eraseLonelyCitizen(tx, id, erasing);
    if (!isErased(tx, id)) throw new Error('Somebody who was erased is still named in the copy');
  }
  for (const { id, rest } of rests) eraseOwnRest(tx, rest, `citizen:${id}`, erasing);
  // Of an act that is told the cards go with its person.
  for (const id of kind === null ? idsOf(subjects, 'digital') : [])
    if (isThere(tx, 'digitalPeople', id) && !isCardErased(tx, [id]))
      eraseOwnRest(tx, ownRestOfCard(tx, id), 'digital', erasing);
}

const idsOf = (subjects: readonly string[], thing: string): number[] =>
  [...new Set(subjects)].flatMap((one) => (one.startsWith(`${thing}:`) ? [Number(one.split(':')[1])] : []));

const isThere = (db: Reader, table: 'cases' | 'citizens' | 'digitalPeople', id: number): boolean =>
  prepared(db, `SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined;

/** The newest line of households, before entries are put back. */
export const lastRelative = (db: Reader): number =>
  prepared<{ id: number | null }>(db, 'SELECT max(id) AS id FROM relatives').get()?.id ?? 0;

/**
 * The entry of a case that is put back writes down once more who stood there for whom. Where it was received before somebody was
 * erased it may be he: of those, and where a line was read, only what was read stays. @param last as `lastRelative` said before.
 * @param hidesErasure a lost entry may have told of one.
 */
export function dropRevivedRelatives(tx: Writer, last: number, hidesErasure: boolean): void {
  const kinds = JSON.stringify(hidesErasure ? [erasedKind, lostKind] : [erasedKind]);
  prepared(
    tx,
    `DELETE FROM relatives WHERE id > @last AND (
       caseCode IN (SELECT caseCode FROM relatives WHERE id <= @last AND caseCode IS NOT NULL)
       OR caseCode NOT IN (SELECT data ->> '$.caseCode' FROM journal
         WHERE kind IN ('case.received', 'case.registered') AND data ->> '$.caseCode' IS NOT NULL
           AND seq > (SELECT coalesce(max(seq), 0) FROM journal WHERE kind IN (SELECT value FROM json_each(@kinds)))))`,
  ).run({ last, kinds });
}

/** Whoever is erased counts once under a key that tells nothing: the one that the journal tells of, not that of a second erasure. */
export function putBackErasedKeys(tx: Writer, rows: readonly JournalRow[]): void {
  for (const { kind, subject, data } of rows) {
    if (kind !== 'digital.entered' || !subject.startsWith('digital:')) continue;
    const { entry } = JSON.parse(data) as { entry?: { id: string; personKey: string; erased?: boolean } };
    if (entry?.erased !== true) continue;
    const { id, personKey } = entry;
    prepared(
      tx,
      `UPDATE campaignEntries SET personKey = @personKey, content = json_set(content, '$.personKey', @personKey)
       WHERE id = @id`,
    ).run({ id, personKey });
    prepared(tx, 'UPDATE OR IGNORE digitalPeople SET personKey = ? WHERE id = ?').run(
      personKey,
      Number(subject.split(':')[1]),
    );
  }
}

/** Entries that an erasure changed and that no other entry proves, with what proves them. */
export function unprovedIn(rows: readonly JournalRow[]): Record<string, string> {
  const proofs = new Map<number, Set<string>>();
  for (const row of rows.filter(isGenuine))
    for (const [seq, proof] of proofsIn(row)) proofs.set(seq, new Set(proofs.get(seq)).add(proof));
  const unproved = rows.filter((row) => !isGenuine(row) && !proofs.get(row.seq)?.has(proofOf(row)));
  return Object.fromEntries(unproved.map((row) => [row.seq, proofOf(row)]));
}
