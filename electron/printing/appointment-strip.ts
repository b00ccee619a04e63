import type { CanvasElement, Content, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import type { TraceDay } from '../../shared/domain/appointment.ts';
import { formatDayMonth, shortWeekday } from '../../shared/format.ts';
import { around, roughWidth, type Sheet } from './sheet.ts';

/**
 * "Cách tính ngày hẹn": the days from reception to the due day in black and white, so that a citizen can count
 * them. Up to eight days stand one to a cell; more are joined to runs ("28/4–29/4: 3–4"), several rows if need be.
 */

const daysInOneRow = 8;
const runsInARow = 7;
const mostRuns = 3 * runsInARow;

interface StripCell {
  look: 'open' | 'counted' | 'rest' | 'due';
  /** 'T5 24/4' or '26/4–27/4' */
  day: string;
  /** 'nhận', '3', '3–7', 'nghỉ' */
  what: string;
}

/** null when there is nothing to show. */
export function appointmentStrip(sheet: Sheet, trace: readonly TraceDay[]): Content | null {
  if (trace.length === 0) return null;
  const cells = stripCells(trace);
  const perRow = Math.min(cells.length, cells.length <= daysInOneRow ? daysInOneRow : runsInARow);
  const labelWidth = sheet.mm(14.5);
  const line = sheet.mm(0.2);
  const room = sheet.contentWidth - labelWidth - line * (perRow + 1);
  const width = Math.min(room / perRow, sheet.mm(36));
  const height = sheet.mm(9);
  const rows: TableCell[][] = [];
  for (let start = 0; start < cells.length; start += perRow) {
    const row = cells.slice(start, start + perRow).map((cell) => drawCell(sheet, cell, width, height));
    while (row.length < perRow) row.push({ text: '', border: [start === 0, false, false, false] });
    rows.push(row);
  }
  const table: ContentTable = {
    table: { widths: Array(perRow).fill(width), heights: height, body: rows, dontBreakRows: true },
    layout: {
      hLineWidth: () => line,
      vLineWidth: () => line,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
    alignment: 'center',
  };
  return {
    columns: [
      {
        width: labelWidth,
        text: 'Cách tính\nngày hẹn',
        italics: true,
        fontSize: sheet.type(8.5),
        lineHeight: 1.08,
        margin: around((height - 2 * sheet.type(8.5) * 1.24) / 2 + 1),
      },
      { width: '*', ...table },
    ],
    columnGap: 0,
    margin: around(sheet.mm(1), sheet.mm(1.2)),
  };
}

/** What the strip says, before it is drawn. */
export function stripCells(trace: readonly TraceDay[]): StripCell[] {
  if (trace.length <= daysInOneRow) return trace.map((day) => runCell([day]));
  const runs: TraceDay[][] = [];
  for (const day of trace) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && belongTogether(before, day)) last.push(day);
    else runs.push([day]);
  }
  const cells = runs.map(runCell);
  if (cells.length <= mostRuns) return cells;
  // Months of weeks: the beginning and the end say how it was counted.
  const head = cells.slice(0, runsInARow * 2 - 1);
  const tail = cells.slice(-runsInARow);
  return [...head, { look: 'open', day: '…', what: '…' }, ...tail];
}

function belongTogether(before: TraceDay, day: TraceDay): boolean {
  if (before.isDue || day.isDue || before.mark !== day.mark || day.mark === 'start') return false;
  if (day.mark === 'counted') return !isMakeUp(before) && !isMakeUp(day) && day.minutes === undefined;
  return true;
}

function isMakeUp(day: TraceDay): boolean {
  return day.kind === 'workingSaturday';
}

function runCell(days: readonly TraceDay[]): StripCell {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return { look: 'open', day: '', what: '' };
  const look =
    last.isDue === true
      ? 'due'
      : first.mark === 'counted'
        ? 'counted'
        : first.mark === 'rest'
          ? 'rest'
          : 'open';
  const makeUp = isMakeUp(first) && days.length === 1 ? ', bù' : '';
  const day =
    days.length === 1
      ? `${shortWeekday(first.date)} ${formatDayMonth(first.date)}${makeUp}`
      : `${formatDayMonth(first.date)}–${formatDayMonth(last.date)}`;
  return { look, day, what: whatHappens(days, first, last) };
}

function whatHappens(days: readonly TraceDay[], first: TraceDay, last: TraceDay): string {
  const dueWords = last.time === undefined ? 'hẹn trả' : `trả ${last.time}`;
  if (first.mark === 'rest') {
    if (last.isDue) return dueWords;
    if (days.length === 1 && first.kind === 'compensatory') return 'nghỉ bù';
    return days.some((day) => day.name !== undefined || day.kind === 'holiday') ? 'nghỉ lễ' : 'nghỉ';
  }
  switch (first.mark) {
    case 'start':
      if (!last.isDue) return startWords(first);
      return isReception(first) ? 'nhận, trả' : dueWords;
    case 'paused':
      return 'tạm dừng';
    case 'cancelled':
      return 'tính lại';
    case 'notCounted':
      return last.isDue ? dueWords : 'không tính';
    case 'counted':
      if (first.number === undefined) return last.isDue ? dueWords : minutesText(first.minutes);
      return first.number === last.number ? String(first.number) : `${first.number}–${last.number ?? ''}`;
  }
}

/** The clock may start on a later day than the papers came in: received out of hours, or begun anew. */
function startWords(day: TraceDay): string {
  if (isReception(day)) return 'nhận';
  return day.events?.includes('restarted') ? 'tính lại' : 'bắt đầu';
}

function isReception({ events }: TraceDay): boolean {
  return events === undefined || events.includes('received');
}

function minutesText(minutes: number | undefined): string {
  if (minutes === undefined) return 'tính';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} phút`;
  return rest === 0 ? `${hours} giờ` : `${hours}g${String(rest).padStart(2, '0')}`;
}

function drawCell(sheet: Sheet, cell: StripCell, width: number, height: number): TableCell {
  const number = /^[\d–]+$/.test(cell.what);
  const whatSize = sheet.type(number ? 10.5 : 9);
  const daySize = fitting(sheet, cell.day, 8.5, width);
  const text = (content: string, fontSize: number, bold: boolean): Content => ({
    text: cell.look === 'rest' ? `\u00a0${content}\u00a0` : content,
    fontSize,
    bold,
    lineHeight: 1,
    ...(cell.look === 'rest' && { background: '#fff' }),
    ...(cell.look === 'due' && { color: '#fff' }),
  });
  const textHeight = (daySize + whatSize) * 1.15;
  const stack: Content[] = [
    { stack: [text(cell.day, daySize, false)], margin: around((height - textHeight) / 2 - 0.5) },
    text(cell.what, fitting(sheet, cell.what, number ? 10.5 : 9, width), cell.look !== 'rest'),
  ];
  if (cell.look === 'rest') {
    stack.unshift({
      canvas: hatch(sheet, width, height),
      relativePosition: { x: 0, y: 0 },
      alignment: 'left',
    });
  }
  return {
    stack,
    ...(cell.look === 'counted' && { fillColor: '#dcdcdc' }),
    ...(cell.look === 'due' && { fillColor: '#000' }),
  };
}

/** The size on A5 scale that lets the text stand on one line of the cell. */
function fitting(sheet: Sheet, text: string, size: number, width: number): number {
  const room = width - sheet.mm(1);
  const needed = roughWidth(text) * sheet.type(size);
  return needed <= room ? sheet.type(size) : Math.max(sheet.type(6), (sheet.type(size) * room) / needed);
}

/** Slanted lines cut at the cell's edges; plain vectors, because some drivers paint tiling patterns grey. */
function hatch(sheet: Sheet, width: number, height: number): CanvasElement[] {
  const step = sheet.mm(1.9);
  const lines: CanvasElement[] = [];
  for (let offset = step; offset < width + height; offset += step) {
    lines.push({
      type: 'line',
      x1: Math.min(offset, width),
      y1: Math.max(0, offset - width),
      x2: Math.max(0, offset - height),
      y2: Math.min(offset, height),
      lineWidth: sheet.mm(0.15),
      lineColor: '#777',
    });
  }
  return lines;
}
