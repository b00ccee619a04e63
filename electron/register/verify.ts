import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatDay } from '../../shared/format.ts';
import {
  type Fault,
  type RegisterCheck,
  type VerifiedPart,
  verifiedParts,
} from '../../shared/views-verify.ts';
import { StartError } from '../start-error.ts';
import { findUnfoldedCases } from './cases/cases.ts';
import { connect, prepared, type Reader } from './connection.ts';
import { findDigitalMiscounts } from './digital/digital-tallies.ts';
import { findUnfoldedDigital } from './digital/digital-verify.ts';
import { findMiscounts } from './figures/tallies.ts';
import { findBrokenLink, journalHead } from './journal.ts';
import { migrations } from './migrations/index.ts';
import { findUnfoldedPayments } from './money/payments.ts';
import { findUnfoldedRestrictions } from './privacy/restrictions.ts';
import { findUnfoldedRequests } from './privacy/subject-requests.ts';
import { recognise } from './recognise.ts';
import { findUntoldBreaches, findUntoldLists, findUntoldNotices, findUntoldShifts } from './told-rows.ts';
import { findUnfoldedFeedback } from './voice/feedback.ts';
import { findUncountedRatings } from './voice/ratings.ts';

const newest = migrations.at(-1)?.version ?? 0;

/**
 * Opens a register for reading and checks it, all parts as they stood at one moment; null where a part is whole. Nothing of it is
 * changed. Throws StartError when there is none, or one of another version.
 */
export function* verifyRegister(folder: string): Generator<{ part: VerifiedPart; fault: Fault | null }> {
  const db = openToVerify(folder);
  try {
    db.exec('BEGIN');
    for (const part of verifiedParts) yield { part, fault: faultOf(() => checks[part](db)) };
  } finally {
    db.close();
  }
}

/** The same of the register that is open, at one moment. */
export function checkRegister(db: Reader): RegisterCheck {
  return {
    faults: verifiedParts.flatMap((part) => {
      const fault = faultOf(() => checks[part](db));
      return fault ? [{ part, fault }] : [];
    }),
    entries: prepared<{ n: number }>(db, 'SELECT count(*) AS n FROM journal').get()?.n ?? 0,
    head: journalHead(db),
  };
}

/** The first part of a register that differs from its journal; null where none does. Throws where it cannot be read. */
export const findFaultyPart = (db: Reader): VerifiedPart | null =>
  verifiedParts.find((part) => checks[part](db) !== null) ?? null;

/** The file of a folder's register. Throws StartError when there is none, so that nobody makes one by asking. */
export function requireRegister(folder: string): string {
  const file = join(folder, 'register.db');
  if (!existsSync(file) || recognise(file, newest) === 'none')
    throw new StartError(`Thư mục ${folder} không có sổ nào. Chọn thư mục khác bằng --data.`);
  return file;
}

function openToVerify(folder: string): Reader {
  const file = requireRegister(folder);
  const db = connect(file, 'read');
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version === newest) return db;
  db.close();
  throw new StartError(
    `Sổ ${file} do bản khác của Một Cửa ghi (bản ${version}, máy này kiểm bản ${newest}). Mở sổ bằng Một Cửa một lần rồi kiểm lại.`,
  );
}

/** What cannot even be read is a fault as well. */
function faultOf(check: () => Fault | null): Fault | null {
  try {
    return check();
  } catch (error) {
    return { count: 1, first: `không đọc được (${error instanceof Error ? error.name : 'lỗi'})` };
  }
}

const checks: Record<VerifiedPart, (db: Reader) => Fault | null> = {
  journal: (db) => {
    const broken = findBrokenLink(db);
    return broken && { count: 1, first: `mục ${broken.seq}, ${linkWords[broken.why] ?? broken.why}` };
  },
  cases: (db) => firstOf(findUnfoldedCases(db), (id) => `hồ sơ ${codeOf(db, id)}`),
  payments: (db) => firstOf(findUnfoldedPayments(db), (id) => `khoản thu số ${id}`),
  shifts: (db) => firstOf(findUntoldShifts(db), (id) => `ca số ${id}`),
  lists: (db) => firstOf(findUntoldLists(db), (id) => `danh sách thứ ${id}`),
  notices: (db) => firstOf(findUntoldNotices(db), (id) => `tin thứ ${id}`),
  feedback: (db) => firstOf(findUnfoldedFeedback(db), (id) => `phản ánh số ${id}`),
  ratings: (db) => firstOf(findUncountedRatings(db), (day) => `ngày ${formatDay(day)}`),
  requests: (db) =>
    firstOf(findUnfoldedRequests(db), (id) => `yêu cầu số ${id}`) ??
    firstOf(findUnfoldedRestrictions(db), (id) => `hạn chế của người số ${id}`),
  breaches: (db) => firstOf(findUntoldBreaches(db), (id) => `vụ thứ ${id}`),
  digital: (db) => firstOf(findUnfoldedDigital(db), rowWithoutContent),
  tallies: (db) =>
    firstOf(
      [...findMiscounts(db), ...findDigitalMiscounts(db)],
      ({ where, stored, counted }) => `${where}: ghi ${stored}, đếm lại ${counted}`,
    ),
};

const linkWords: Record<string, string> = {
  missing: 'thiếu mục này',
  previousHash: 'không nối với mục trước',
  data: 'nội dung khác lúc ghi',
  hash: 'mã kiểm tra không khớp',
};

function firstOf<Found>(found: readonly Found[], words: (one: Found) => string): Fault | null {
  const [first] = found;
  return first === undefined ? null : { count: found.length, first: words(first) };
}

function codeOf(db: Reader, id: number): string {
  const row = prepared<{ caseCode: string }>(db, 'SELECT caseCode FROM cases WHERE id = ?').get(id);
  return row?.caseCode ?? `số ${id}`;
}

/** "digitalMarks {…}" → "bảng digitalMarks, personId 5": the rest may name somebody. */
function rowWithoutContent(text: string): string {
  const [table] = text.split(' ');
  const id = /"(personId|id)":(\d+|"[0-9a-f-]{36}")/.exec(text);
  return `bảng ${table}${id ? `, ${id[1]} ${id[2]}` : ''}`;
}
