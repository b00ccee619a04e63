import { renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SalvageReport } from '../../../shared/damage-view.ts';
import { type CaseEvent, type CaseState, fold } from '../../../shared/domain/case-flow.ts';
import { listBackups } from '../backup/backup-list.ts';
import { putBackCase } from '../cases/cases.ts';
import { connect, prepared, type Reader, type Writer } from '../connection.ts';
import { rebuildTallies } from '../figures/tallies.ts';
import { flush, flushFolder } from '../flush.ts';
import { appendEntry, erasedKind, findBrokenLink, insertEntry, type JournalRow } from '../journal.ts';
import { shutLanAfterRestore } from '../lan.ts';
import { findUnfoldedPayments, putBackPayment } from '../money/payments.ts';
import { putBackRestrictions } from '../privacy/restrictions.ts';
import { findUnfoldedRequests, putBackRequest } from '../privacy/subject-requests.ts';
import { makeRegister } from '../register.ts';
import { findUnfoldedFeedback, putBackFeedback } from '../voice/feedback.ts';
import { carve, carveJournal } from './carve.ts';
import { findOwnCopy, isWhole, pastKnownOf } from './copy-past.ts';
import { copyTables, dropOrphans, openTorn } from './copy-tables.ts';
import { mayBeEmergency } from './emergency-numbers.ts';
import {
  cleaned,
  dropCleaned,
  dropRevivedRelatives,
  lastRelative,
  putBackErasedKeys,
  unprovedIn,
} from './erased-again.ts';
import { shownErased } from './erased-untold.ts';
import { putBackNamed, putBackNamedShifts, putBackOffice, putBackShifts } from './known-from-journal.ts';
import { savedFile } from './left-beside.ts';
import { raiseCounters, raiseIds } from './raise-numbers.ts';
import { type Reached, reachedBy, untoldIds } from './reached.ts';
import { rejoin } from './rejoined-journal.ts';
import { damagedFile, setAside } from './set-aside.ts';
import { putBackTold } from './told-from-journal.ts';
import { readTorn } from './torn-table.ts';

export interface Salvaged {
  report: SalvageReport;
  aside: string | null;
}

/**
 * Makes a new register of what the pages of a damaged one still give, helped by the fullest copy of the same past, and puts it in
 * the place of the damaged one, which is kept. Throws when nothing at all could be read.
 * @param instant ISO in UTC; `officeTime` names the folder.
 */
export function salvage(folder: string, instant: string, officeTime: string): Salvaged {
  try {
    return salvageHelped(folder, instant, officeTime);
  } finally {
    dropCleaned(folder);
  }
}

function salvageHelped(folder: string, instant: string, officeTime: string): Salvaged {
  const source = damagedFile(folder);
  if (source === null) throw new Error('There is nothing to read');
  const { found, untold } = carve(source);
  const backup = findOwnCopy(folder, source, found);
  const shown = shownErased(source, untold);
  const cleaning = backup ? cleaned(folder, backup, found, shown) : null;
  const copy = cleaning?.file ?? null;
  if (backup && copy) addAll(found, carveJournal(copy), backup.seq);
  if (found.size === 0) throw new Error('No entry of a journal was found');
  const file = makeBeside(folder);
  const [torn, filling] = [openTorn(source), copy === null ? null : connect(copy, 'read')];
  const hidesErasure = untold.size > 0 || shown.rows.size > 0;
  const reached = reachedBy(torn, pastKnownOf(folder, found), Math.max(...found.keys()));
  const db = connect(file, 'write');
  let report: SalvageReport;
  try {
    db.pragma('foreign_keys = OFF');
    report = db
      .transaction(() =>
        putTogether(db, found, torn, filling, { ...reached, hidesErasure }, instant, {
          copyAt: copy === null ? null : (backup?.at ?? null),
          erasedAgain: copy === null ? 0 : (cleaning?.acts ?? 0),
          erasedUntold: cleaning?.untold ?? 0,
          refusedAt: copy === null ? (backup?.at ?? null) : null,
        }),
      )
      .immediate();
    refuseUnsound(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    for (const open of [torn, filling, db]) open?.close();
  }
  return { report, aside: takePlace(file, officeTime) };
}

/** Makes an empty register beside the damaged one; what an earlier try left there goes. */
export function makeBeside(folder: string): string {
  const file = savedFile(folder);
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

/** The newest backup whose bytes are still those that were verified, of whatever past. */
export function newestWhole(folder: string) {
  return listBackups(folder).find((copy) => isWhole(folder, copy));
}

/** @param last entries behind it are none of the register's. */
function addAll(
  found: Map<number, JournalRow[]>,
  more: ReadonlyMap<number, JournalRow[]>,
  last: number,
): void {
  for (const [seq, rows] of more) {
    if (seq > last) continue;
    const same = found.get(seq) ?? [];
    found.set(seq, [...same, ...rows.filter((row) => !same.some(({ hash }) => hash.equals(row.hash)))]);
  }
}

function putTogether(
  tx: Writer,
  found: ReadonlyMap<number, JournalRow[]>,
  torn: Reader | null,
  backup: Reader | null,
  reached: Reached & { hidesErasure: boolean },
  instant: string,
  helped: Pick<SalvageReport, 'copyAt' | 'erasedAgain' | 'erasedUntold' | 'refusedAt'>,
): SalvageReport {
  const tables = copyTables(tx, torn, backup);
  const { rows, lost, asWrittenTo } = rejoin(found, reached.entries);
  putBackOffice(tx, rows);
  const { whole, doubtful } = casesOf(rows, torn, reached);
  putBackNamed(tx, whole.values(), rows);
  putBackShifts(tx, rows);
  putBackNamedShifts(tx, rows);
  const relative = lastRelative(tx);
  for (const row of rows) insertEntry(tx, row);
  dropRevivedRelatives(tx, relative, reached.hidesErasure);
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
  putBackTold(tx);
  putBackErasedKeys(tx, rows);
  rebuildTallies(tx);
  raiseCounters(tx);
  raiseIds(tx, reached.ids);
  const report: SalvageReport = {
    entries: rows.length - lost,
    lostEntries: lost,
    cases: prepared<{ n: number }>(tx, 'SELECT count(*) AS n FROM cases').get()?.n ?? 0,
    lostCases,
    torn: tables,
    orphans: dropOrphans(tx),
    mayBeEmergency: mayBeEmergency(tx),
    ...helped,
  };
  const asWritten = Number.isFinite(asWrittenTo) ? { asWrittenTo } : {};
  const by = { at: instant, personId: null, device: '', kind: 'register.salvaged', subject: 'register' };
  appendEntry(tx, { ...by, data: { ...report, ...asWritten } });
  const entries = unprovedIn(rows);
  if (Object.keys(entries).length > 0)
    appendEntry(tx, { ...by, kind: erasedKind, data: { reason: '', ground: '', entries } });
  shutLanAfterRestore(tx, Date.parse(instant));
  return report;
}

/** Cases by id as their events fold, and the codes of those of which the row tells of more than the events do, or nothing at all. */
function casesOf(rows: readonly JournalRow[], torn: Reader | null, { ids }: Reached) {
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
  const known = new Set([...events.keys(), ...stored.keys()]);
  // An earlier salvage has named those that were lost before it.
  const isFirst = !rows.some(({ kind }) => kind === 'register.salvaged');
  const untold = untoldIds(ids.get('cases') ?? 0, known, isFirst ? 0 : Math.max(0, ...known));
  for (const id of untold) doubtful.push(`số ${id}`);
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
