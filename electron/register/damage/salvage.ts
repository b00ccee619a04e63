import { renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SalvageReport } from '../../../shared/damage-view.ts';
import { type CaseEvent, type CaseState, fold } from '../../../shared/domain/case-flow.ts';
import { hashOfFile } from '../backup/backup.ts';
import { backupsFolder, listBackups } from '../backup/backup-list.ts';
import { putBackCase } from '../cases/cases.ts';
import { connect, prepared, type Reader, type Writer } from '../connection.ts';
import { rebuildTallies } from '../figures/tallies.ts';
import { flush, flushFolder } from '../flush.ts';
import { appendEntry, findBrokenLink, insertEntry, type JournalRow } from '../journal.ts';
import { shutLanAfterRestore } from '../lan.ts';
import { findUnfoldedPayments, putBackPayment } from '../money/payments.ts';
import { putBackRestrictions } from '../privacy/restrictions.ts';
import { findUnfoldedRequests, putBackRequest } from '../privacy/subject-requests.ts';
import { makeRegister } from '../register.ts';
import { findUnfoldedFeedback, putBackFeedback } from '../voice/feedback.ts';
import { carveJournal } from './carve.ts';
import { copyTables, dropOrphans, openBackup, openTorn } from './copy-tables.ts';
import { putBackNamed, putBackNamedShifts, putBackOffice, putBackShifts } from './known-from-journal.ts';
import { raiseCounters, raiseIds } from './raise-numbers.ts';
import { rejoin } from './rejoined-journal.ts';
import { damagedFile, setAside } from './set-aside.ts';
import { readTorn } from './torn-table.ts';

export interface Salvaged {
  report: SalvageReport;
  aside: string | null;
}

/**
 * Makes a new register of what the pages of a damaged one still give, helped by the newest backup, and puts it in the place of
 * the damaged one, which is kept. Throws when nothing at all could be read.
 * @param instant ISO in UTC; `officeTime` names the folder.
 */
export function salvage(folder: string, instant: string, officeTime: string): Salvaged {
  const source = damagedFile(folder);
  if (source === null) throw new Error('There is nothing to read');
  const backup = newestWhole(folder);
  const found = carveJournal(source);
  if (backup) addAll(found, carveJournal(join(backupsFolder(folder), backup.name)));
  if (found.size === 0) throw new Error('No entry of a journal was found');
  const file = makeBeside(folder);
  const [torn, filling] = [openTorn(source), openBackup(folder, backup)];
  const db = connect(file, 'write');
  let report: SalvageReport;
  try {
    db.pragma('foreign_keys = OFF');
    report = db.transaction(() => putTogether(db, found, torn, filling, instant)).immediate();
    refuseUnsound(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    for (const open of [torn, filling, db]) open?.close();
  }
  return { report, aside: takePlace(file, officeTime) };
}

/** Makes an empty register beside the damaged one; what an earlier try left there goes. */
export function makeBeside(folder: string): string {
  const file = join(folder, 'register.db.saved');
  for (const left of ['', '-wal', '-shm']) rmSync(`${file}${left}`, { force: true });
  makeRegister(file);
  return file;
}

/** Puts a register that was made beside the damaged one in its place; answers where the damaged one lies now. */
export function takePlace(made: string, officeTime: string): string | null {
  const folder = dirname(made);
  flush(made);
  const aside = setAside(folder, officeTime);
  renameSync(made, join(folder, 'register.db'));
  for (const left of ['-wal', '-shm']) rmSync(`${made}${left}`, { force: true });
  flushFolder(folder);
  return aside;
}

/** The newest backup whose bytes are still those that were verified. */
export function newestWhole(folder: string) {
  return listBackups(folder).find(
    ({ name, sha256 }) => hashOfFile(join(backupsFolder(folder), name)).sha256 === sha256,
  );
}

function addAll(found: Map<number, JournalRow[]>, more: ReadonlyMap<number, JournalRow[]>): void {
  for (const [seq, rows] of more) {
    const same = found.get(seq) ?? [];
    found.set(seq, [...same, ...rows.filter((row) => !same.some(({ hash }) => hash.equals(row.hash)))]);
  }
}

function putTogether(
  tx: Writer,
  found: ReadonlyMap<number, JournalRow[]>,
  torn: Reader | null,
  backup: Reader | null,
  instant: string,
): SalvageReport {
  const tables = copyTables(tx, torn, backup);
  const { rows, lost, asWrittenTo } = rejoin(found);
  putBackOffice(tx, rows);
  const { whole, doubtful } = casesOf(rows, torn);
  putBackNamed(tx, whole.values(), rows);
  putBackShifts(tx, rows);
  putBackNamedShifts(tx, rows);
  for (const row of rows) insertEntry(tx, row);
  const forms = formsOf(torn, backup);
  const lostCases = doubtful;
  for (const [id, state] of whole) {
    const form = forms.get(id) ?? { formKey: `salvaged:${id}`, formHash: Buffer.alloc(32) };
    try {
      putBackCase(tx, { id, ...form }, state);
    } catch {
      lostCases.push(state.caseCode);
    }
  }
  putBack(findUnfoldedPayments(tx), (id) => putBackPayment(tx, id));
  putBack(findUnfoldedFeedback(tx), (id) => putBackFeedback(tx, id));
  putBack(findUnfoldedRequests(tx), (id) => putBackRequest(tx, id));
  putBackRestrictions(tx);
  rebuildTallies(tx);
  raiseCounters(tx);
  raiseIds(tx);
  const report: SalvageReport = {
    entries: rows.length - lost,
    lostEntries: lost,
    cases: prepared<{ n: number }>(tx, 'SELECT count(*) AS n FROM cases').get()?.n ?? 0,
    lostCases,
    torn: tables,
    orphans: dropOrphans(tx),
  };
  const asWritten = Number.isFinite(asWrittenTo) ? { asWrittenTo } : {};
  const by = { at: instant, personId: null, device: '', kind: 'register.salvaged', subject: 'register' };
  appendEntry(tx, { ...by, data: { ...report, ...asWritten } });
  shutLanAfterRestore(tx, Date.parse(instant));
  return report;
}

/** Cases by id as their events fold, and the codes of those of which the row tells of more than the events do. */
function casesOf(rows: readonly JournalRow[], torn: Reader | null) {
  const events = new Map<number, CaseEvent[]>();
  for (const { kind, subject, data } of rows) {
    if (!kind.startsWith('case.') || !subject.startsWith('case:')) continue;
    const id = Number(subject.slice('case:'.length));
    const known = events.get(id);
    if (known) known.push(JSON.parse(data));
    else events.set(id, [JSON.parse(data)]);
  }
  const stored = new Map(
    (torn ? readTorn(torn, 'cases', true).rows : []).map((row) => [Number(row.id), row]),
  );
  const whole = new Map<number, CaseState>();
  const doubtful: string[] = [];
  for (const id of new Set([...events.keys(), ...stored.keys()])) {
    const state = foldOrNull(events.get(id) ?? []);
    if (state) whole.set(id, state);
    const row = stored.get(id);
    if (row && Number(row.version) !== state?.version) doubtful.push(String(row.caseCode));
    else if (!row && !state) doubtful.push(`số ${id}`);
  }
  return { whole, doubtful };
}

/** Null when an event in between is lost. */
function foldOrNull(events: readonly CaseEvent[]): CaseState | null {
  try {
    return events.length > 0 ? fold(events) : null;
  } catch {
    return null;
  }
}

/** The form each case came from, so that a call repeated after the salvage still makes no second one. */
function formsOf(torn: Reader | null, backup: Reader | null) {
  const forms = new Map<number, { formKey: string; formHash: Buffer }>();
  for (const db of [backup, torn]) {
    for (const { id, formKey, formHash } of db ? readTorn(db, 'cases', true).rows : [])
      if (typeof formKey === 'string' && Buffer.isBuffer(formHash) && formHash.length === 32)
        forms.set(Number(id), { formKey, formHash });
  }
  return forms;
}

/** What cannot be told whole by its events is left as it was read. */
function putBack(ids: readonly number[], one: (id: number) => void): void {
  for (const id of ids) {
    try {
      one(id);
    } catch {
      // The check of the register names it.
    }
  }
}

function refuseUnsound(db: Writer): void {
  const verdict = db.pragma('quick_check(1)', { simple: true });
  const broken = findBrokenLink(db);
  if (verdict !== 'ok' || broken) throw new Error(`The new register is not sound: ${verdict}`);
}
