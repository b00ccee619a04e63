import { PassThrough } from 'node:stream';
import exceljs, { type CellValue, type Worksheet } from 'exceljs';
import { formatInteger } from '../../shared/domain/ratio.ts';
import type { ListCell } from '../../shared/list-sheet.ts';
import type { ReportColumn, ReportHead, ReportLine } from '../../shared/report-sheet.ts';
import { cellStyle, listStyles } from './list-styles.ts';
import { addSheet, agencyAndNation, cellValue, gather, put, signatures } from './list-workbook.ts';

type Lines = Iterable<ReportLine> | AsyncIterable<ReportLine>;

/**
 * The workbook of a report: real numbers and days, sums as formulas with their values beside, a line written out before the next
 * is asked for. Printed it is A4 across, its heads on every page.
 */
export async function streamReport(head: ReportHead, lines: Lines): Promise<Uint8Array> {
  const out = new PassThrough();
  const bytes = gather(out);
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  });
  await writeSheet(workbook, head, lines);
  for (const { lines: all, ...other } of head.others ?? []) await writeSheet(workbook, other, all);
  await workbook.commit();
  return bytes;
}

async function writeSheet(
  workbook: exceljs.stream.xlsx.WorkbookWriter,
  head: ReportHead,
  lines: Lines,
): Promise<void> {
  const { columns, title, subtitles, form, aside } = head;
  const depth = Math.max(...columns.map(({ path }) => path.length));
  const titleAt = 5 + Math.max(form.length, aside.length);
  const headAt = titleAt + title.length + subtitles.length + 1;
  const firstLine = headAt + depth + (head.isNumbered ? 1 : 0);
  const sheet = addSheet(workbook, head.name, columns, {
    heads: { from: headAt, to: firstLine - 1 },
    left: 1.2,
    headerFooter: { oddHeader: '&C&"Times New Roman,Regular"&13&P', differentFirst: true },
  });
  const width = columns.length;
  agencyAndNation(sheet, head, width);
  const middle = Math.floor(width / 2);
  for (const [index, line] of form.entries()) put(sheet, 4 + index, 1, middle, line, listStyles.receiver);
  for (const [index, line] of aside.entries())
    put(sheet, 4 + index, middle + 1, width, line, listStyles.receiver);
  for (const [index, line] of title.entries()) {
    put(sheet, titleAt + index, 1, width, line.toUpperCase(), listStyles.title);
  }
  for (const [index, line] of subtitles.entries()) {
    put(sheet, titleAt + title.length + index, 1, width, line, listStyles.subtitle);
  }
  writeHeads(sheet, columns, headAt, depth);
  if (head.isNumbered) writeNumbers(sheet, width, firstLine - 1);
  await writeLines(sheet, head, lines, firstLine);
  sheet.commit();
}

/** Heads in as many rows as the deepest has; one that stands alone goes down over all of them. */
function writeHeads(sheet: Worksheet, columns: readonly ReportColumn[], at: number, depth: number): void {
  for (let level = 0; level < depth; level += 1) {
    for (let from = 0; from < columns.length; ) {
      const words = columns[from]?.path[level];
      const over = columns[from]?.path.slice(0, level + 1).join('|');
      let to = from;
      while (to + 1 < columns.length && columns[to + 1]?.path.slice(0, level + 1).join('|') === over) to += 1;
      for (let column = from; column <= to; column += 1) {
        sheet.getCell(at + level, column + 1).style = listStyles.head;
      }
      if (words !== undefined) {
        const isLeaf = columns[from]?.path.length === level + 1;
        sheet.getCell(at + level, from + 1).value = words;
        const below = isLeaf ? at + depth - 1 : at + level;
        for (let row = at + level; row <= below; row += 1)
          sheet.getCell(row, from + 1).style = listStyles.head;
        if (to > from || below > at + level) sheet.mergeCells(at + level, from + 1, below, to + 1);
      }
      from = to + 1;
    }
  }
}

function writeNumbers(sheet: Worksheet, width: number, at: number): void {
  for (let column = 1; column <= width; column += 1) {
    const cell = sheet.getCell(at, column);
    cell.value = `(${column})`;
    cell.style = { ...listStyles.head, font: { ...listStyles.head.font, bold: false, italic: true } };
  }
}

/** The lines, their total, and what stands below. */
async function writeLines(sheet: Worksheet, head: ReportHead, lines: Lines, first: number): Promise<void> {
  let at = first;
  const write = ({ isGroup, cells }: ReportLine, below: number): void => {
    const row = at;
    const formula = (column: number): string | undefined => {
      const { kind, sumOf } = head.columns[column] ?? {};
      if (isGroup)
        return column > 0 && kind === 'number' && below > 0
          ? subtotal(column, row + 1, row + below)
          : undefined;
      return sumOf?.map((part) => `${letter(part)}${row}`).join('+');
    };
    writeRow(sheet, head, at, cells, isGroup, formula);
    at += 1;
  };
  // A group says how many lines it sums up: it and they are held until it is over.
  const held: ReportLine[] = [];
  const endGroup = (): void => {
    const whole = held.splice(0);
    for (const [index, line] of whole.entries()) write(line, index === 0 ? whole.length - 1 : 0);
  };
  for await (const line of lines) {
    if (line.isGroup) endGroup();
    if (line.isGroup || held.length > 0) held.push(line);
    else write(line, 0);
  }
  endGroup();
  const width = head.columns.length;
  if (head.total === null && head.countsLines !== false) {
    put(sheet, at, 1, width, `Tổng cộng: ${formatInteger(at - first)} hồ sơ`, listStyles.total);
  } else if (head.total !== null) {
    const sum = (column: number): string | undefined =>
      column > 0 && head.columns[column]?.kind === 'number' && at > first
        ? subtotal(column, first, at - 1)
        : undefined;
    writeRow(sheet, head, at, head.total, true, sum);
  }
  at += 2;
  for (const note of head.notes) {
    put(sheet, at, 1, width, note, listStyles.note);
    at += 1;
  }
  signatures(sheet, { ...head, width }, at + 1);
}

/** Sums that leave out other sums of their kind, so groups are not counted twice. */
const subtotal = (column: number, from: number, to: number): string =>
  `SUBTOTAL(9,${letter(column)}${from}:${letter(column)}${to})`;

const letter = (column: number): string => String.fromCharCode(65 + column);

function writeRow(
  sheet: Worksheet,
  { columns }: ReportHead,
  at: number,
  cells: readonly ListCell[],
  isBold: boolean,
  formula: (column: number) => string | undefined,
): void {
  const row = sheet.getRow(at);
  for (const [index, { kind }] of columns.entries()) {
    const value = cellValue(kind, cells[index] ?? null);
    const sum = typeof value === 'number' ? formula(index) : undefined;
    const cell = row.getCell(index + 1);
    cell.value = (sum === undefined ? value : { formula: sum, result: value }) as CellValue;
    const style = cellStyle(kind);
    cell.style = isBold ? { ...style, font: { ...style.font, bold: true } } : style;
  }
  row.commit();
}
