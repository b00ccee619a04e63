import type { MoneyMethod } from '../../../shared/domain/payment-events.ts';
import type { MovedTogether } from '../../../shared/domain/settlement.ts';
import type { MoneyLine, UnpaidPayment } from '../../../shared/views-shift.ts';
import type { Condition } from '../conditions.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';

/**
 * The money of a period as it moved: what was taken on a day stays in that day's sum, what went back later stands on the day
 * it went back. So a month that was settled never changes.
 */

/** Days `YYYY-MM-DD`, both within. */
export interface Period {
  from: string;
  to: string;
}

export interface MoneyFilter {
  method?: MoneyMethod | undefined;
  /** What was taken, or what went back. */
  way?: 'taken' | 'returned' | undefined;
  personId?: number | undefined;
  procedureCode?: string | undefined;
  /** Taken in the period and not all given back by its end, less what was: what the cashless share is counted over. */
  standing?: boolean | undefined;
  /** Taken otherwise than in cash. */
  cashless?: boolean | undefined;
  /** Money taken and kept, of which no official receipt is noted. */
  withoutReceipt?: boolean | undefined;
}

const within = 'moneyMoves.at >= ? AND moneyMoves.at < ?';
const end = ({ to }: Period): string => `${to}T99`;

/** From the movements of the period alone: the order of the joins is told, or a filter would walk all cases there ever were. */
const moves = `moneyMoves CROSS JOIN payments ON payments.id = moneyMoves.paymentId
  CROSS JOIN cases ON cases.id = payments.caseId`;

const standing = `payments.confirmedAt >= ? AND (SELECT sum(kept.amountVnd) FROM moneyMoves AS kept
  WHERE kept.paymentId = moneyMoves.paymentId AND kept.at < ?) > 0`;

/** By the way it came: what goes back of a transfer is no cash, however it goes. */
const cashless = "payments.method <> 'cash'";

const withoutReceipt = `moneyMoves.kind = 'confirmed' AND payments.receiptNo = '' AND payments.status = 'confirmed'`;

function conditionsOf(period: Period, filter: MoneyFilter): Condition {
  const found: Condition[] = [{ sql: within, values: [period.from, end(period)] }];
  const add = (sql: string, ...values: unknown[]) => found.push({ sql, values });
  if (filter.method) add('moneyMoves.method = ?', filter.method);
  if (filter.way) add(`moneyMoves.kind ${filter.way === 'taken' ? '=' : '<>'} 'confirmed'`);
  if (filter.personId) add('moneyMoves.personId = ?', filter.personId);
  if (filter.procedureCode) add('cases.procedureCode = ?', filter.procedureCode);
  if (filter.standing) add(standing, period.from, end(period));
  if (filter.cashless) add(cashless);
  if (filter.withoutReceipt) add(withoutReceipt);
  return {
    sql: found.map(({ sql }) => sql).join(' AND '),
    values: found.flatMap(({ values }) => values),
  };
}

interface MoneyGroup extends MovedTogether {
  procedureCode: string;
  procedureShortName: string;
  personId: number;
  withoutReceipt: number;
}

/** The whole period in one reading, so that its sums by procedure, cashier and method agree. */
export function groupMoney(db: Reader, period: Period): MoneyGroup[] {
  return prepared<MoneyGroup>(
    db,
    `SELECT procedureCode, max(procedureShortName) AS procedureShortName, personId, moneyMoves.method, kind,
       count(*) AS count, sum(moneyMoves.amountVnd) AS amountVnd, sum(${withoutReceipt}) AS withoutReceipt
     FROM ${moves} WHERE ${within} GROUP BY procedureCode, personId, moneyMoves.method, kind`,
  ).all(period.from, end(period));
}

/** What was paid without cash and kept: cases with such a payment and its amount, of all that was taken and kept in the period. */
export function countCashless(
  db: Reader,
  period: Period,
): { cases: number; cashlessCases: number; amountVnd: number; cashlessVnd: number } {
  const row = prepared<{
    cases: number;
    cashlessCases: number | null;
    amountVnd: number | null;
    cashlessVnd: number | null;
  }>(
    db,
    `SELECT count(*) AS cases, sum(cashlessVnd > 0) AS cashlessCases, sum(amountVnd) AS amountVnd,
       sum(cashlessVnd) AS cashlessVnd
     FROM (SELECT payments.caseId, sum(moneyMoves.amountVnd) AS amountVnd,
         sum(CASE WHEN ${cashless} THEN moneyMoves.amountVnd ELSE 0 END) AS cashlessVnd
       FROM moneyMoves CROSS JOIN payments ON payments.id = moneyMoves.paymentId
       WHERE ${within} AND ${standing} GROUP BY payments.caseId)`,
  ).get(period.from, end(period), period.from, end(period));
  return {
    cases: row?.cases ?? 0,
    cashlessCases: row?.cashlessCases ?? 0,
    amountVnd: row?.amountVnd ?? 0,
    cashlessVnd: row?.cashlessVnd ?? 0,
  };
}

/** The last line seen. */
export interface MoneyPlace {
  at: string;
  id: number;
}

export interface MoneyQuestion {
  period: Period;
  filter: MoneyFilter;
  direction: 'asc' | 'desc';
  after: MoneyPlace | null;
  limit: number;
}

/** One page of movements in the order they happened, and where the next begins. */
export function listMoney(
  db: Reader,
  { period, filter, direction, after, limit }: MoneyQuestion,
): { rows: MoneyLine[]; next: MoneyPlace | null } {
  const { sql, values } = conditionsOf(period, filter);
  const isUp = direction === 'asc';
  const order = isUp ? 'ASC' : 'DESC';
  const beyond = after === null ? '' : ` AND (moneyMoves.at, moneyMoves.id) ${isUp ? '>' : '<'} (?, ?)`;
  const found = prepared<MoneyLine>(
    db,
    `SELECT moneyMoves.id, kind, moneyMoves.method, moneyMoves.amountVnd, moneyMoves.at, paymentId,
       payments.amountVnd AS noteVnd, coalesce(noteNo, '') AS noteNo, receiptNo, payments.status,
       payments.caseId, caseCode, procedureShortName, people.name AS personName,
       coalesce((SELECT data ->> '$.payer' FROM journal WHERE subject = 'payment:' || paymentId
         AND kind = 'payment.demanded' ORDER BY seq LIMIT 1), applicantName) AS payer
     FROM ${moves} CROSS JOIN people ON people.id = moneyMoves.personId
     WHERE ${sql}${beyond} ORDER BY moneyMoves.at ${order}, moneyMoves.id ${order} LIMIT ?`,
  ).all(...values, ...(after === null ? [] : [after.at, after.id]), limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? { at: last.at, id: last.id } : null };
}

/** Lines, cases and the signed sum of a list, for its foot. */
export function countMoney(
  db: Reader,
  period: Period,
  filter: MoneyFilter,
): { count: number; cases: number; amountVnd: number } {
  const { sql, values } = conditionsOf(period, filter);
  const row = prepared<{ count: number; cases: number; amountVnd: number | null }>(
    db,
    `SELECT count(*) AS count, count(DISTINCT payments.caseId) AS cases, sum(moneyMoves.amountVnd) AS amountVnd
     FROM ${moves} WHERE ${sql}`,
  ).get(...values);
  return { count: row?.count ?? 0, cases: row?.cases ?? 0, amountVnd: row?.amountVnd ?? 0 };
}

const isWaiting = "payments.status IN ('unpaid', 'qrShown')";

/** Digits of the purpose as they stand on a line of the bank; empty asks for all. */
const ofPurpose = ' AND instr(purpose, @purpose) > 0';

/** What is still to be paid, the oldest first. */
export function listUnpaid(
  db: Reader,
  { purpose, after, limit }: { purpose: string; after: MoneyPlace | null; limit: number },
): { rows: UnpaidPayment[]; next: MoneyPlace | null } {
  const found = prepared<UnpaidPayment>(
    db,
    `SELECT payments.id, caseId, caseCode, applicantName, procedureShortName, phone, payments.status, method, amountVnd,
       demandedAt, purpose, CASE WHEN cases.status = 'returned' THEN (SELECT data ->> '$.at' FROM journal
         WHERE subject = 'case:' || caseId AND kind = 'case.returned' ORDER BY seq DESC LIMIT 1) END AS returnedAt
     FROM payments CROSS JOIN cases ON cases.id = caseId
     WHERE ${isWaiting}${purpose === '' ? '' : ofPurpose}
       ${after === null ? '' : ' AND (demandedAt, payments.id) > (@at, @id)'}
     ORDER BY demandedAt, payments.id LIMIT @limit`,
  ).all({ ...(purpose !== '' && { purpose }), ...after, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? { at: last.demandedAt, id: last.id } : null };
}

export function countUnpaid(db: Reader, purpose = ''): { count: number; amountVnd: number } {
  const row = prepared<{ count: number; amountVnd: number | null }>(
    db,
    `SELECT count(*) AS count, sum(amountVnd) AS amountVnd FROM payments
     WHERE ${isWaiting}${purpose === '' ? '' : ofPurpose}`,
  ).get(purpose === '' ? {} : { purpose });
  return { count: row?.count ?? 0, amountVnd: row?.amountVnd ?? 0 };
}
