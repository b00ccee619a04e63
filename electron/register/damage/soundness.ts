import type { StartFinding } from '../../../shared/start-finding.ts';
import { DamageError, findingOf } from '../../start-error.ts';
import { findUnfoldedCases } from '../cases/cases.ts';
import { connect, prepared, type Reader, type Writer } from '../connection.ts';
import { appendEntry, entriesOf, findBrokenLink } from '../journal.ts';
import { migrations } from '../migrations/index.ts';
import { openMoment } from '../snapshots.ts';

/** Pages and chain: what a register must hold before a number is given. Null when it does. */
export function findUnsound(file: string): StartFinding | null {
  return look(file, (db) => {
    const verdict = db.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') return { kind: 'damaged', detail: String(verdict) };
    const broken = findBrokenLink(db);
    return broken && { kind: 'chainBroken', ...broken };
  });
}

/** A case whose row is not the fold of its events. Null when there is none, and of a register of an older form: it has other rows. */
export function findUnfolded(file: string): StartFinding | null {
  return look(file, (db) => {
    if (db.pragma('user_version', { simple: true }) !== migrations.at(-1)?.version) return null;
    const ids = findUnfoldedCases(db);
    const [first] = ids;
    if (first === undefined) return null;
    const row = prepared<{ caseCode: string }>(db, 'SELECT caseCode FROM cases WHERE id = ?').get(first);
    const more = ids.length > 1 ? ` và ${ids.length - 1} hồ sơ nữa` : '';
    return { kind: 'rowDiffers', what: `hồ sơ ${row?.caseCode ?? `số ${first}`}${more}` };
  });
}

/** Kind of the entry by which somebody opens a register though he knows of a finding. */
const acceptedKind = 'register.openedDespite';

/** Whether somebody has opened the register knowing just this. Asked of a file that reads well. */
function isAccepted(db: Reader, finding: StartFinding): boolean {
  return entriesOf(db, 'register').some(
    ({ kind, data }) => kind === acceptedKind && JSON.stringify(data) === JSON.stringify(sorted(finding)),
  );
}

/** The journal sorts what it keeps. */
function sorted(finding: StartFinding): unknown {
  return Object.fromEntries(Object.entries(finding).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function look(file: string, find: (db: Reader) => StartFinding | null): StartFinding | null {
  try {
    const db = openMoment(file);
    try {
      const finding = find(db);
      return finding && isAccepted(db, finding) ? null : finding;
    } finally {
      db.close();
    }
  } catch (error) {
    return error instanceof DamageError ? error.finding : findingOf(error);
  }
}

/** Opens a register once with its finding known: the journal keeps that. */
export function accept(file: string, finding: StartFinding, instant: string): void {
  const db = connect(file, 'write');
  const by = { at: instant, personId: null, device: '', kind: acceptedKind, subject: 'register' };
  try {
    db.transaction((tx: Writer) => appendEntry(tx, { ...by, data: finding })).immediate(db);
  } finally {
    db.close();
  }
}
