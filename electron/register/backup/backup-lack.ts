import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupManifest, StoredBackup } from '../../../shared/domain/backup.ts';
import {
  type BackupLack,
  type CopyOwner,
  type LackKind,
  type LackOther,
  lackKinds,
  type RestoreLoss,
} from '../../../shared/views-backup.ts';
import { connect, prepared, type Reader } from '../connection.ts';
import { firstEntryOf } from '../emergency-range.ts';
import { erasedKind } from '../journal.ts';
import { backupsFolder } from './backup-list.ts';
import { unitOf } from './check-copy.ts';
import { findTurnedBack } from './turned-back.ts';

/**
 * Entries that no paper has and nobody types again: who looked and who came in, what was approved, copied, checked or taken out.
 * What was looked at is in the copy that comes next all the same.
 */
const aside = [
  // The act that it belongs to is counted.
  erasedKind,
  'seen.*',
  'session.*',
  'signIn.*',
  'access.*',
  'approval.*',
  'list.exported',
  'campaign.exported',
  'citizen.idNumberShown',
  'journal.verified',
  'lan.codeMade',
  'lan.pairingRefused',
  'lan.renewed',
  'register.givenUp',
  'register.passedOver',
  'register.restored',
  'register.restoreRefused',
  'register.restoreRead',
];
/** Where copies are carried to is chosen once; that one was written is told by the copy itself. */
const isWork = `(subject <> 'backup' OR kind = 'backup.placeChosen') AND ${aside.map((kind) => `kind NOT GLOB '${kind}'`).join(' AND ')}`;

type Ended = Pick<BackupManifest, 'at' | 'seq' | 'head' | 'lastCaseId' | 'unit'>;

/**
 * What a register holds beyond a copy; of one from before it went back to an earlier one, what it holds since. Null when the copy is
 * of another register, or of a past that is not known.
 */
export function lackOf(db: Reader, copy: Ended): BackupLack | null {
  const shared = sharedWith(db, copy);
  return shared === undefined ? null : lackSince(db, shared);
}

/** Until where a register and a copy are one. */
const sharedWith = (db: Reader, copy: Ended) => (holdsHead(db, copy) ? copy : findTurnedBack(db, copy));

function lackSince(db: Reader, copy: Pick<Ended, 'at' | 'seq' | 'lastCaseId'>): BackupLack {
  const cases = prepared<{ count: number; first: number | null; last: number | null }>(
    db,
    'SELECT count(*) AS count, min(id) AS first, max(id) AS last FROM cases WHERE id > ?',
  ).get(copy.lastCaseId);
  const told = prepared<Told>(
    db,
    `SELECT part, count(*) AS entries, count(DISTINCT subject) AS subjects, sum(cases) AS cases, max(at) AS lastAt
     FROM (SELECT at, subject, data ->> '$.cases' AS cases, ${partOf} AS part
           FROM journal WHERE seq > @seq AND ${isWork}) GROUP BY part`,
  ).all({ seq: copy.seq, lastCaseId: copy.lastCaseId });
  const lastAt = told.reduce((latest, part) => (part.lastAt > latest ? part.lastAt : latest), copy.at);
  return {
    minutes: Math.max(0, Math.ceil((Date.parse(lastAt) - Date.parse(copy.at)) / 60_000)),
    cases: cases?.count ?? 0,
    firstCode: codeOf(db, cases?.first ?? null),
    lastCode: codeOf(db, cases?.last ?? null),
    touched: told.find(({ part }) => part === 'touched')?.subjects ?? 0,
    others: lackKinds.flatMap((kind) => otherOf(db, copy.seq, kind, told)),
    entries: told.reduce((sum, { entries }) => sum + entries, 0),
  };
}

interface Told {
  part: LackKind | 'touched' | 'received';
  entries: number;
  subjects: number;
  /** That acts of erasing say they took. */
  cases: number | null;
  lastAt: string;
}

/** Which words of the journal belong to what; the rest is `other`, so that nothing goes unsaid. */
const subjectsOf: [LackKind, readonly string[]][] = [
  ['request', ['subjectRequest:*']],
  ['breach', ['breach:*']],
  ['feedback', ['feedback:*']],
  ['payment', ['payment:*']],
  ['shift', ['shift:*']],
  ['batch', ['batch:*', 'book:*']],
  ['citizen', ['citizen:*']],
  ['digital', ['digital*', 'campaign:*', 'homeVisits:*', 'trainingClasses:*']],
  ['rating', ['ratings:*']],
  ['account', ['person:*']],
  ['place', ['backup']],
  ['lan', ['lan', 'lanDevice:*']],
  ['settings', ['settings', 'calendar', 'procedure:*', 'signing']],
];
const partOf = `CASE
  WHEN kind IN ('retention.personErased', 'retention.cardErased') THEN 'erasedPerson'
  WHEN kind = 'retention.erased' THEN 'erasedCases'
  WHEN subject GLOB 'case:*' THEN
    CASE WHEN CAST(substr(subject, 6) AS INTEGER) <= @lastCaseId THEN 'touched' ELSE 'received' END
  ${subjectsOf
    .map(
      ([kind, globs]) => `WHEN ${globs.map((glob) => `subject GLOB '${glob}'`).join(' OR ')} THEN '${kind}'`,
    )
    .join('\n  ')}
  ELSE 'other' END`;

/** Kinds whose things are counted, each by its subject, and have a code on paper. */
const coded: Partial<Record<LackKind, { table: string; subject: string; code: string }>> = {
  request: { table: 'subjectRequests', subject: 'subjectRequest', code: 'code' },
  feedback: { table: 'feedbackCases', subject: 'feedback', code: 'code' },
  // One that waits for its money has no note yet.
  payment: { table: 'payments', subject: 'payment', code: 'noteNo' },
};
const counted: readonly LackKind[] = ['request', 'breach', 'feedback', 'payment', 'shift', 'citizen'];
const mostCodes = 5;

function otherOf(db: Reader, seq: number, kind: LackKind, told: readonly Told[]): LackOther[] {
  const part = told.find((each) => each.part === kind);
  if (part === undefined) return [];
  const things = coded[kind];
  const codes =
    things === undefined
      ? []
      : prepared<{ code: string }>(
          db,
          `SELECT ${things.code} AS code FROM ${things.table} WHERE ${things.code} IS NOT NULL
             AND id IN (SELECT CAST(substr(subject, @from) AS INTEGER)
             FROM journal WHERE seq > @seq AND subject GLOB @glob AND ${isWork}) ORDER BY id LIMIT @mostCodes`,
        ).all({ seq, from: things.subject.length + 2, glob: `${things.subject}:*`, mostCodes });
  const count =
    kind === 'erasedCases' ? (part.cases ?? 0) : counted.includes(kind) ? part.subjects : part.entries;
  return [{ kind, count, codes: codes.map(({ code }) => code) }];
}

/** So many codes are named one by one; more are a span. */
const mostNamed = 40;

/** The same of the register that goes, with the cases to be typed again; null where it cannot tell. @param file of that register. */
export function lossOf(file: string, copy: Ended): (RestoreLoss & { fromSeq: number }) | null {
  return reading(file, (db) => {
    const shared = copy.seq === 0 ? undefined : sharedWith(db, copy);
    return shared === undefined ? null : lossSince(db, shared);
  });
}

/** Of one that goes on from there; copies of what goes are known by it later on. */
export const lossSince = (db: Reader, shared: Pick<Ended, 'at' | 'seq' | 'lastCaseId'>) => ({
  ...lackSince(db, shared),
  touchedCodes: touchedCodes(db, shared),
  fromSeq: shared.seq,
});

/** Whether the register that goes is an emergency that waits to be brought into the one that comes, as far as it can tell. */
export const wasEmergency = (file: string, coming: Reader): boolean =>
  reading(file, (db) => {
    const mark = firstEntryOf(db)?.mark;
    return mark !== undefined && mark !== firstEntryOf(coming)?.mark && unitOf(db) === unitOf(coming);
  }) ?? false;

const isOfEmergency = (file: string): boolean => (reading(file, firstEntryOf) ?? null) !== null;

/** What the register that goes tells; null where it cannot, or is not there. */
function reading<T>(file: string, tell: (db: Reader) => T): T | null {
  if (!existsSync(file)) return null;
  let db: Reader | undefined;
  try {
    db = connect(file, 'read');
    return tell(db);
  } catch {
    return null;
  } finally {
    db?.close();
  }
}

/** Something was done with the door of the local network or its devices. */
export const tellsOfLan = (loss: RestoreLoss | null): boolean =>
  loss?.others.some(({ kind }) => kind === 'lan') ?? false;

/** Earlier cases that something was done with. */
function touchedCodes(db: Reader, { seq, lastCaseId }: Pick<BackupManifest, 'seq' | 'lastCaseId'>): string[] {
  const rows = prepared<{ caseCode: string }>(
    db,
    `SELECT caseCode FROM cases WHERE id <= @lastCaseId AND id IN
       (SELECT CAST(substr(subject, 6) AS INTEGER) FROM journal WHERE seq > @seq AND subject GLOB 'case:*' AND ${isWork})
     ORDER BY id LIMIT @mostNamed`,
  ).all({ seq, lastCaseId, mostNamed });
  return rows.map(({ caseCode }) => caseCode);
}

/**
 * Whose a copy is, seen from a register: it says itself whether it is of an emergency. A bare machine, whose office has no name
 * yet, is told of an emergency too. No clock is asked.
 * @param folder of the register, where the copy lies with it and can be opened: one of an earlier version says it nowhere else.
 */
export function ownerOf(
  db: Reader,
  copy: Pick<StoredBackup, 'at' | 'seq' | 'head' | 'unit' | 'emergency'> & { name?: string },
  folder?: string,
): CopyOwner {
  if (holdsHead(db, copy)) return 'own';
  const unit = unitOf(db);
  const isEmergency =
    copy.emergency === undefined && copy.name !== undefined && folder !== undefined
      ? isOfEmergency(join(backupsFolder(folder), copy.name))
      : Boolean(copy.emergency);
  if (isEmergency) return unit === '' || copy.unit === unit ? 'emergency' : 'other';
  if (findTurnedBack(db, copy) !== undefined) return 'past';
  return firstEntryOf(db) !== undefined && copy.unit === unit ? 'main' : 'other';
}

/** Whether a register went on from a copy. */
export function holdsHead(db: Reader, { seq, head }: Pick<BackupManifest, 'seq' | 'head'>): boolean {
  if (seq === 0) return true;
  const link = prepared<{ hash: Buffer }>(db, 'SELECT hash FROM journal WHERE seq = ?').get(seq);
  return link?.hash.toString('hex') === head;
}

function codeOf(db: Reader, id: number | null): string | null {
  if (id === null) return null;
  return (
    prepared<{ caseCode: string }>(db, 'SELECT caseCode FROM cases WHERE id = ?').get(id)?.caseCode ?? null
  );
}
