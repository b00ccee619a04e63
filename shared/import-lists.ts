import { limitText } from './appointment-words.ts';
import { withUsualAmount } from './domain/fee-usual.ts';
import { headKey } from './domain/import-fields.ts';
import { type TableRow, textOf } from './domain/import-heads.ts';
import { readCount, saysNothing } from './domain/import-values.ts';
import { type Role, roles, staffSchema } from './domain/person.ts';
import { type Procedure, procedureSchema } from './domain/procedure.ts';
import { bareRule, type LimitRule } from './domain/time-limit.ts';
import { onlineLevelLabels, roleLabels } from './labels.ts';

/** Lists of our own that come back from Excel: what of them is new, changed, the same, or cannot be taken. */

export interface BadRow {
  row: number;
  why: string;
}

export interface Comparison<Item> {
  added: Item[];
  changed: { item: Item; what: string[] }[];
  unchanged: number;
  bad: BadRow[];
}

type Cells = (head: string) => string;

/** The rows under the first line that holds these heads; the lines of total and signature end them. */
export function* rowsUnder(
  rows: readonly TableRow[],
  needed: readonly string[],
): Generator<{ row: number; cell: Cells }> {
  const keys = needed.map(headKey);
  const at = rows.findIndex(({ cells }) =>
    keys.every((key) => cells.some((cell) => headKey(textOf(cell)) === key)),
  );
  if (at < 0) return;
  const heads = (rows[at]?.cells ?? []).map((cell) => headKey(textOf(cell)));
  for (const { row, cells } of rows.slice(at + 1)) {
    if (textOf(cells[0] ?? null).startsWith('Tổng cộng')) return;
    const cell: Cells = (head) => {
      const column = heads.indexOf(headKey(head));
      return column < 0 ? '' : textOf(cells[column] ?? null);
    };
    if (needed.some((head) => cell(head) !== '')) yield { row, cell };
  }
}

/** "3 ngày làm việc" → the rule; undefined when the words say none. */
export function readLimit(text: string): LimitRule | undefined {
  const key = headKey(text);
  const count = Number(/\d+/.exec(key)?.[0] ?? 0);
  if (/^chua co thoi han/.test(key)) return { kind: 'none', value: 0 };
  if (/^(?:giai quyet|tra) ngay/.test(key)) return { kind: 'onTheSpot', value: 0 };
  const cutoff = /(\d{1,2})(?: gio)?(?: (\d{2}))?$/.exec(key);
  if (/^trong ngay/.test(key)) {
    if (!cutoff) return { kind: 'sameDay', value: 0 };
    return { kind: 'sameDay', value: 0, cutoff: `${cutoff[1]?.padStart(2, '0')}:${cutoff[2] ?? '00'}` };
  }
  if (count < 1 || count > 1000) return undefined;
  if (/ngay lam viec$/.test(key)) return { kind: 'workingDays', value: count };
  if (/ngay$/.test(key)) return { kind: 'days', value: count };
  if (/gio lam viec$/.test(key)) return { kind: 'hours', value: count };
  return undefined;
}

/** The catalogue as a workbook holds it, against the procedures in force. */
export function compareCatalogue(
  rows: readonly TableRow[],
  current: readonly Procedure[],
): Comparison<Procedure> {
  const known = new Map(current.map((procedure) => [procedure.code, procedure]));
  const result: Comparison<Procedure> = { added: [], changed: [], unchanged: 0, bad: [] };
  const seen = new Map<string, number>();
  for (const { row, cell } of rowsUnder(rows, ['Mã thủ tục', 'Tên thủ tục'])) {
    const refuse = (why: string) => result.bad.push({ row, why });
    const code = cell('Mã thủ tục');
    const name = cell('Tên thủ tục');
    const other = seen.get(code);
    if (code === '' || name === '') {
      refuse('Thiếu mã thủ tục hoặc tên thủ tục');
      continue;
    }
    if (other !== undefined) {
      refuse(`Mã thủ tục ${code} đã có ở dòng ${other}`);
      continue;
    }
    seen.set(code, row);
    const before = known.get(code);
    const limitWords = cell('Thời hạn');
    const isSameLimit = before !== undefined && limitWords === limitText(bareRule(before.timeLimit));
    const rule = isSameLimit ? bareRule(before.timeLimit) : readLimit(limitWords);
    if (rule === undefined) {
      refuse(`Thời hạn “${limitWords}” không đọc được; viết như “3 ngày làm việc”, “Trong ngày”`);
      continue;
    }
    const feeText = cell('Lệ phí (đồng)');
    const fee = saysNothing(feeText) ? null : readCount(feeText);
    if (fee === undefined || (fee ?? 0) > 1_000_000_000) {
      refuse(`Lệ phí “${feeText}” không phải số`);
      continue;
    }
    const keptFee = withUsualAmount(before?.fee ?? { amountVnd: fee, note: '' }, fee);
    if (keptFee === undefined) {
      refuse(`Lệ phí của ${code} có nhiều mức; sửa mức thu ở màn hình Danh mục`);
      continue;
    }
    const after = procedureSchema.safeParse({
      ...(before ?? blankProcedure(code)),
      name,
      shortName: cell('Tên ngắn') || before?.shortName || name.slice(0, 30),
      field: cell('Lĩnh vực') || before?.field || 'Khác',
      // A limit that was not touched keeps its sub-cases and modifiers; a new one is the bare rule.
      timeLimit: isSameLimit ? before.timeLimit : rule,
      fee: keptFee,
      ...onlineLevelOf(cell('Dịch vụ công')),
    });
    if (!after.success) {
      refuse('Tên, tên ngắn (đến 30 chữ) hoặc lĩnh vực quá dài');
      continue;
    }
    if (before === undefined) {
      result.added.push(after.data);
      continue;
    }
    const what = [
      ...(before.name === after.data.name ? [] : ['tên']),
      ...(before.shortName === after.data.shortName ? [] : ['tên ngắn']),
      ...(before.field === after.data.field ? [] : ['lĩnh vực']),
      ...(isSameLimit ? [] : [`thời hạn: ${limitText(rule)}`]),
      ...(before.onlineLevel === after.data.onlineLevel ? [] : ['dịch vụ công']),
      ...(before.fee.amountVnd === fee ? [] : [`lệ phí: ${feeText || 'để trống'}`]),
    ];
    if (what.length === 0) result.unchanged += 1;
    else result.changed.push({ item: after.data, what });
  }
  return result;
}

/** A column that is not there, or says nothing that is known, changes nothing. */
function onlineLevelOf(text: string): Partial<Pick<Procedure, 'onlineLevel'>> {
  const known = Object.entries(onlineLevelLabels).find(([, label]) => headKey(label) === headKey(text));
  return known === undefined ? {} : { onlineLevel: known[0] as keyof typeof onlineLevelLabels };
}

function blankProcedure(code: string): Omit<Procedure, 'name' | 'shortName' | 'field' | 'timeLimit' | 'fee'> {
  return {
    code,
    initials: [],
    level: 'Cấp xã',
    decisionNo: null,
    components: [],
    result: '',
    legalBasis: [],
    submissionMethods: ['direct'],
    onlineLevel: null,
    confidence: 'unverified',
    unconfirmedFields: [],
    note: null,
    source: 'Nạp từ Excel',
  };
}

export interface StaffRow {
  /** Null for somebody new. */
  id: number | null;
  name: string;
  title: string;
  roles: Role[];
}

/** The people of an office as a workbook holds them; who is not in it stays. */
export function comparePeople(
  rows: readonly TableRow[],
  current: readonly (Omit<StaffRow, 'id'> & { id: number })[],
): Comparison<StaffRow> {
  const result: Comparison<StaffRow> = { added: [], changed: [], unchanged: 0, bad: [] };
  const byLabel = new Map(roles.map((role) => [headKey(roleLabels[role]), role]));
  for (const { row, cell } of rowsUnder(rows, ['Họ và tên', 'Vai trò'])) {
    const found = cell('Vai trò')
      .split(/[,;]/)
      .map((word) => byLabel.get(headKey(word)));
    const parsed = staffSchema.safeParse({ name: cell('Họ và tên'), title: cell('Chức danh'), roles: found });
    if (!parsed.success) {
      const known = roles.map((role) => roleLabels[role]).join(', ');
      result.bad.push({ row, why: `Tên hoặc vai trò chưa đúng; vai trò là: ${known}` });
      continue;
    }
    const before = current.find(({ name }) => name === parsed.data.name);
    const item = { id: before?.id ?? null, ...parsed.data };
    if (before === undefined && item.roles.some((role) => role === 'administrator' || role === 'leader'))
      result.bad.push({ row, why: 'Lãnh đạo, quản trị mới thì thêm ở mục Người, có người thứ hai xác nhận' });
    else if (before === undefined) result.added.push(item);
    else if ([...before.roles].sort().join() !== [...item.roles].sort().join())
      result.bad.push({
        row,
        why: 'Vai trò của người đang làm chỉ đổi ở mục Người, có người thứ hai xác nhận',
      });
    else if (before.title === item.title) result.unchanged += 1;
    else result.changed.push({ item, what: ['chức danh'] });
  }
  return result;
}
