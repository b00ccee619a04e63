import { PassThrough } from 'node:stream';
import exceljs, { type HeaderFooter, type Style, type Worksheet } from 'exceljs';
import { formatInteger } from '../../shared/domain/ratio.ts';
import type { ListCell, ListHead, ListKind, ListSheet } from '../../shared/list-sheet.ts';
import { cellStyle, listStyles } from './list-styles.ts';

type Rows = Iterable<readonly ListCell[]> | AsyncIterable<readonly ListCell[]>;

/** The workbook of a whole list. */
export function listWorkbook({ rows, ...head }: ListSheet): Promise<Uint8Array> {
  return streamWorkbook(head, rows);
}

/**
 * The workbook of a list whose rows come one after the other; a row is written out before the next is asked for, so
 * a hundred thousand of them need no more memory than the file itself.
 */
export async function streamWorkbook(head: ListHead, rows: Rows): Promise<Uint8Array> {
  const out = new PassThrough();
  const bytes = gather(out);
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  });
  const counted = head.isNumbered === false ? [] : [{ head: 'TT', width: 6, kind: 'number' } as const];
  const columns = [...counted, ...head.columns];
  const headRow = 7 + head.subtitles.length;
  const sheet = addSheet(workbook, head.name, columns, {
    heads: { from: headRow, to: headRow },
    left: 0.8,
    headerFooter: { oddFooter: '&C&"Times New Roman,Regular"&11Trang &P/&N' },
  });
  writeHead(sheet, head, columns.length);
  writeCells(
    sheet,
    headRow,
    columns.map(({ head: words }) => ({ value: words, style: listStyles.head })),
  );
  const kinds = columns.map(({ kind }) => kind);
  let count = 0;
  for await (const row of rows) {
    count += 1;
    const values = counted.length > 0 ? [count, ...row] : row;
    writeCells(
      sheet,
      headRow + count,
      kinds.map((kind, index) => ({ value: cellValue(kind, values[index] ?? null), style: cellStyle(kind) })),
    );
  }
  writeFoot(sheet, head, headRow + count + 1, count, columns.length);
  sheet.commit();
  await workbook.commit();
  return bytes;
}

interface SheetPaper {
  /** The rows of the heads: on screen they stay in sight, printed they come on every page. */
  heads: { from: number; to: number };
  /** The left margin in inches. */
  left: number;
  headerFooter: Partial<HeaderFooter>;
}

/** A sheet on A4 across, squeezed to its width; what Excel takes in no name is left out of it. */
export function addSheet(
  workbook: exceljs.stream.xlsx.WorkbookWriter,
  name: string,
  columns: readonly { width: number }[],
  { heads, left, headerFooter }: SheetPaper,
): Worksheet {
  const sheet = workbook.addWorksheet(name.replaceAll(/[\\/:*?[\]]/g, ' ').slice(0, 31), {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${heads.from}:${heads.to}`,
      margins: { left, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.3 },
    },
    views: [{ state: 'frozen', ySplit: heads.to, xSplit: 0 }],
    headerFooter,
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  return sheet;
}

interface Cell {
  value: string | number | Date | null;
  style: Partial<Style>;
}

/** Days as real dates, numbers as numbers; whatever does not read as its kind stays the text it is. */
export function cellValue(kind: ListKind, cell: ListCell): Cell['value'] {
  if (cell === null || typeof cell === 'number') return cell;
  if ((kind === 'date' || kind === 'time') && /^\d{4}-\d\d-\d\d/.test(cell)) {
    return new Date(`${cell.slice(0, 10)}T${kind === 'time' ? cell.slice(11, 16) || '00:00' : '00:00'}:00Z`);
  }
  return cell;
}

function writeCells(sheet: Worksheet, at: number, cells: readonly Cell[]): void {
  const row = sheet.getRow(at);
  for (const [index, { value, style }] of cells.entries()) {
    const cell = row.getCell(index + 1);
    cell.value = value;
    cell.style = style;
  }
  row.commit();
}

/** Title and subtitles below agency and national name. */
function writeHead(sheet: Worksheet, head: ListHead, width: number): void {
  agencyAndNation(sheet, head, width);
  put(sheet, 5, 1, width, head.title.toUpperCase(), listStyles.title);
  for (const [index, line] of head.subtitles.entries()) {
    put(sheet, 6 + index, 1, width, line, listStyles.subtitle);
  }
}

/** Agency and national name side by side, place and day, in the first three rows. */
export function agencyAndNation(
  sheet: Worksheet,
  head: Pick<ListHead, 'office' | 'madeOn'>,
  width: number,
): void {
  const middle = Math.max(2, Math.floor(width / 2));
  const { parentAgency, name, place } = head.office;
  const [year = '', month = '', day = ''] = head.madeOn.split('-');
  const beside = (at: number, left: [string, Partial<Style>], right: [string, Partial<Style>]) => {
    put(sheet, at, 1, middle, ...left);
    put(sheet, at, middle + 1, Math.max(width, middle + 1), ...right);
  };
  beside(
    1,
    [parentAgency.toUpperCase(), listStyles.parentAgency],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', listStyles.nation],
  );
  beside(2, [name.toUpperCase(), listStyles.agency], ['Độc lập - Tự do - Hạnh phúc', listStyles.motto]);
  beside(
    3,
    ['――――――', listStyles.parentAgency],
    [`${place}, ngày ${day} tháng ${paddedMonth(month)} năm ${year}`, listStyles.placeAndDay],
  );
}

/** NĐ 30/2020 Phụ lục I: months 1 and 2 with a leading zero, the others without. */
function paddedMonth(month: string): string {
  return Number(month) <= 2 ? month : String(Number(month));
}

function writeFoot(sheet: Worksheet, head: ListHead, at: number, count: number, width: number): void {
  put(sheet, at, 1, width, `Tổng cộng: ${formatInteger(count)} ${head.unit}`, listStyles.total);
  signatures(sheet, { ...head, width }, at + 2);
}

/** "Nơi nhận" and the two signatures. */
export function signatures(
  sheet: Worksheet,
  head: Pick<ListHead, 'signers' | 'receivers'> & { width: number; maker?: string; chief?: string },
  at: number,
): void {
  const { width } = head;
  const middle = Math.max(2, Math.floor(width / 2));
  const [maker, chief] = head.signers ?? ['NGƯỜI LẬP BIỂU', 'THỦ TRƯỞNG ĐƠN VỊ'];
  const third = Math.max(2, Math.floor(width / 3));
  put(sheet, at, 1, third, 'Nơi nhận:', listStyles.receivers);
  put(sheet, at, third + 1, Math.max(middle + 1, third + 1), maker, listStyles.signer);
  put(sheet, at, middle + 2, Math.max(width, middle + 2), chief, listStyles.signer);
  const receivers = head.receivers ?? ['- Như trên;', '- Lưu: VT.'];
  for (const [index, line] of receivers.entries()) {
    put(sheet, at + 1 + index, 1, third, line, listStyles.receiver);
    if (index > 0) continue;
    put(sheet, at + 1, third + 1, Math.max(middle + 1, third + 1), '(Ký, ghi rõ họ tên)', listStyles.hint);
    put(
      sheet,
      at + 1,
      middle + 2,
      Math.max(width, middle + 2),
      '(Ký, đóng dấu, ghi rõ họ tên)',
      listStyles.hint,
    );
  }
  if (head.maker) {
    put(sheet, at + 6, third + 1, Math.max(middle + 1, third + 1), head.maker, listStyles.name);
  }
  if (head.chief) put(sheet, at + 6, middle + 2, Math.max(width, middle + 2), head.chief, listStyles.name);
}

/** One text over some columns of a row. */
export function put(
  sheet: Worksheet,
  row: number,
  from: number,
  to: number,
  value: string,
  style: Partial<Style>,
): void {
  const cell = sheet.getCell(row, from);
  cell.value = value;
  cell.style = style;
  if (to > from) sheet.mergeCells(row, from, row, to);
}

export async function gather(out: PassThrough): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of out) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}
