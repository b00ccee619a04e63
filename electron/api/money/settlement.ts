import { z } from 'zod';
import { moneyMethods } from '../../../shared/domain/payment-events.ts';
import { daySchema, textField } from '../../../shared/domain/person.ts';
import { formatInteger, formatRatio } from '../../../shared/domain/ratio.ts';
import { sumsBy, sumsOf } from '../../../shared/domain/settlement.ts';
import { formatDay, formatMoney } from '../../../shared/format.ts';
import { moveLabels, paymentMethodLabels } from '../../../shared/labels.ts';
import type { ListCell, ListColumn } from '../../../shared/list-sheet.ts';
import type { MoneyPage, Settlement, UnpaidPage } from '../../../shared/views-shift.ts';
import type { Portions } from '../../excel/excel-room.ts';
import { nameOfPerson } from '../../register/accounts/people.ts';
import {
  countCashless,
  countMoney,
  countUnpaid,
  groupMoney,
  listMoney,
  listUnpaid,
  type MoneyPlace,
  type Period,
} from '../../register/money/money-reports.ts';
import { type LongScope, longCommand, type QueryScope, query, seated } from '../door.ts';
import { type ListFile, type ListOrder, storeList, storeShortList } from '../lists/list-file.ts';

const periodSchema = z
  .object({ from: daySchema, to: daySchema })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'day' });

const filterSchema = z.object({
  method: z.enum(moneyMethods).optional(),
  way: z.enum(['taken', 'returned']).optional(),
  personId: z.int().min(1).optional(),
  procedureCode: z.string().max(40).optional(),
  standing: z.boolean().optional(),
  cashless: z.boolean().optional(),
  withoutReceipt: z.boolean().optional(),
});

const place = z
  .object({ at: z.string().length(16), id: z.int() })
  .nullable()
  .default(null);
const pageRows = 100;

/** The digits behind our own letters; without those the longest run: a bank writes its words around what the payer sent. */
function purposeIn(text: string): string {
  const ours = /(?:MC|HS) ?(\d{4,})/i.exec(text)?.[1];
  if (ours !== undefined) return ours;
  const runs = text.match(/\d+/g) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

export const settlementRoutes = {
  /** The figures of a period; every one of them opens its lines through the filter of `list`. */
  summary: query(seated, z.object({ period: periodSchema }), (scope, { period }) =>
    settlementOf(scope, period),
  ),

  /** Movements of the period, the newest first. */
  list: query(
    seated,
    z.object({ period: periodSchema, filter: filterSchema.default({}), after: place }),
    ({ db }, { period, filter, after }): MoneyPage => ({
      ...listMoney(db, { period, filter, direction: 'desc', after, limit: pageRows }),
      ...countMoney(db, period, filter),
    }),
  ),

  /** What is still to be paid, the oldest first; with the words of a bank's line, what was meant by it. */
  unpaid: query(
    seated,
    z.object({ after: place, text: textField(200).default('') }),
    ({ db, seen }, { after, text }): UnpaidPage => {
      const purpose = purposeIn(text);
      seen('seen.list', 'settlement.unpaid');
      return { ...listUnpaid(db, { purpose, after, limit: pageRows }), ...countUnpaid(db, purpose) };
    },
  ),

  /** The list of a period and filter as a workbook, all of it, in the order it happened. */
  exportList: longCommand(
    seated,
    [],
    z.object({
      period: periodSchema,
      filter: filterSchema.default({}),
      /** The conditions as the screen words them. */
      conditions: z.array(textField(200)).max(10).default([]),
    }),
    (asked, { period, filter, conditions }): Promise<ListFile> =>
      asked.snapshot((scope) => {
        const { count: _, cases, amountVnd } = countMoney(scope.db, period, filter);
        const isWhole = Object.values(filter).every((value) => value === undefined);
        const order: ListOrder = {
          list: 'money',
          name: 'Danh sách thu phí, lệ phí',
          title: 'Danh sách thu phí, lệ phí',
          subtitles: [
            periodWords(period),
            ...(conditions.length > 0 ? [conditions.join('; ')] : []),
            isWhole
              ? identityWords(settlementOf(scope, period))
              : `Cộng ${formatMoney(amountVnd)} của ${formatInteger(cases)} hồ sơ`,
            'Đơn vị tính: đồng',
          ],
          columns: lineColumns,
          unit: 'dòng',
        };
        return storeList(scope, order, linePages(scope, period, filter), { period, filter });
      }),
  ),

  /** Sums by procedure as a workbook. */
  exportSummary: longCommand(seated, [], z.object({ period: periodSchema }), (asked, { period }) =>
    asked.snapshot((scope): Promise<ListFile> => {
      const settlement = settlementOf(scope, period);
      const { cases, cashlessCases, amountVnd, cashlessVnd } = settlement.cashless;
      return storeShortList(
        scope,
        {
          list: 'moneySummary',
          name: 'Tổng hợp phí, lệ phí',
          title: 'Tổng hợp thu phí, lệ phí theo thủ tục',
          subtitles: [
            periodWords(period),
            identityWords(settlement),
            `Không dùng tiền mặt: ${formatRatio(cashlessCases, cases)} hồ sơ, ${formatRatio(cashlessVnd, amountVnd)} số tiền`,
            'Đơn vị tính: đồng',
          ],
          columns: summaryColumns,
          unit: 'thủ tục',
        },
        settlement.byProcedure.map((row): ListCell[] => [
          row.code,
          row.name,
          row.notes,
          row.cash,
          row.transfer,
          row.onlinePayment,
          row.returned,
          row.net,
        ]),
        { period },
      );
    }),
  ),
};

function settlementOf({ db }: Pick<QueryScope, 'db'>, period: Period): Settlement {
  const groups = groupMoney(db, period);
  return {
    total: sumsOf(groups),
    byProcedure: sumsBy(groups, ({ procedureCode }) => procedureCode).map(
      ({ key, sums, groups: [first] }) => ({
        code: key,
        name: first?.procedureShortName ?? key,
        ...sums,
      }),
    ),
    byCashier: sumsBy(groups, ({ personId }) => personId).map(({ key, sums }) => ({
      personId: key,
      name: nameOfPerson(db, key),
      ...sums,
    })),
    withoutReceipt: groups.reduce((sum, { withoutReceipt }) => sum + withoutReceipt, 0),
    cashless: countCashless(db, period),
    unpaid: countUnpaid(db),
  };
}

const periodWords = ({ from, to }: Period): string => `Từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}`;

/** The identity by which the sums are checked. */
function identityWords({ total: { cash, transfer, onlinePayment, returned, net } }: Settlement): string {
  const parts = [
    `tiền mặt ${formatMoney(cash)}`,
    `chuyển khoản ${formatMoney(transfer)}`,
    `trực tuyến ${formatMoney(onlinePayment)}`,
  ];
  return `Còn lại ${formatMoney(net)} = ${parts.join(' + ')} − hoàn, hủy ${formatMoney(returned)}`;
}

const lineColumns: ListColumn[] = [
  { head: 'Số phiếu thu', width: 16, kind: 'code' },
  { head: 'Ngày, giờ', width: 17, kind: 'time' },
  { head: 'Mã hồ sơ', width: 24, kind: 'code' },
  { head: 'Người nộp', width: 26, kind: 'text' },
  { head: 'Thủ tục', width: 30, kind: 'text' },
  { head: 'Nội dung', width: 12, kind: 'text' },
  { head: 'Hình thức', width: 14, kind: 'text' },
  { head: 'Số tiền (đồng)', width: 14, kind: 'money' },
  { head: 'Biên lai số', width: 12, kind: 'code' },
  { head: 'Người thu', width: 22, kind: 'text' },
];

const summaryColumns: ListColumn[] = [
  { head: 'Mã thủ tục', width: 12, kind: 'code' },
  { head: 'Thủ tục', width: 40, kind: 'text' },
  { head: 'Số lần thu', width: 10, kind: 'number' },
  { head: 'Tiền mặt', width: 14, kind: 'money' },
  { head: 'Chuyển khoản', width: 14, kind: 'money' },
  { head: 'Trực tuyến', width: 14, kind: 'money' },
  { head: 'Hoàn, hủy', width: 14, kind: 'money' },
  { head: 'Còn lại', width: 14, kind: 'money' },
];

const portionRows = 1000;

function* linePages(scope: LongScope, period: Period, filter: z.output<typeof filterSchema>): Portions {
  let after: MoneyPlace | null = null;
  do {
    const { rows, next } = listMoney(scope.db, {
      period,
      filter,
      direction: 'asc',
      after,
      limit: portionRows,
    });
    yield rows.map((row): ListCell[] => [
      row.noteNo,
      row.at,
      row.caseCode,
      row.payer,
      row.procedureShortName,
      moveLabels[row.kind],
      paymentMethodLabels[row.method],
      row.amountVnd,
      row.receiptNo,
      row.personName,
    ]);
    after = next;
  } while (after !== null);
}
