import { setImmediate as breathe } from 'node:timers/promises';
import type { BookLine } from '../../../shared/domain/register-book.ts';
import { formatSerial } from '../../../shared/domain/register-book.ts';
import { formatDay, formatHour } from '../../../shared/format.ts';
import type { ListCell } from '../../../shared/list-sheet.ts';
import { bookCell, bookListColumn, bookText } from '../../../shared/register-book-words.ts';
import type { BookFile } from '../../../shared/views-book.ts';
import { type BookPrint, type Closing, insertPrints, printsOf } from '../../register/cases/books.ts';
import type { Reader } from '../../register/connection.ts';
import { storeFile } from '../../register/files.ts';
import { draftPrinted } from '../../register/register-book/register-book-drafts.ts';
import { linePortions, type Stretch } from '../../register/register-book/register-book-lines.ts';
import { type LongScope, requireSettings } from '../door.ts';
import { type ListFile, storeList } from '../lists/list-file.ts';
import { officeOnPaper } from '../office-on-paper.ts';
import { columnsOf, stretchOf } from './register-book-view.ts';

/** A book as PDF and as workbook. */

/** More lines than this are printed in parts: a thicker file takes too long to make and to open. */
const mostLines = 5000;

/** The volume as PDF files; a closed one is made once and then kept. Throws notFound. */
export async function printVolume(scope: LongScope, year: number, volume: number): Promise<BookFile[]> {
  const { stretch, closing } = stretchOf(scope.db, year, volume);
  const known = closing ? printsOf(scope.db, year).filter((print) => print.volume === volume) : [];
  if (known.length > 0) return known.map((print) => bookFile(year, print));
  const lines = await scope.snapshot(({ db }) => readWhole(db, stretch));
  const parts = Math.max(1, Math.ceil(lines.length / mostLines));
  const prints: BookPrint[] = [];
  for (let number = 1; number <= parts; number += 1) {
    const part = lines.slice((number - 1) * mostLines, number * mostLines);
    const pdf = await scope.context.bookPress.print(
      paperOf(scope, { year, volume, closing, lines: part, part: parts > 1 ? { number, of: parts } : null }),
    );
    prints.push({
      part: volume * 1000 + number,
      volume,
      fromSerial: part[0]?.serial ?? 0,
      toSerial: part.at(-1)?.serial ?? 0,
      file: storeFile(scope.context.register.folder, pdf),
    });
  }
  await scope.write(({ tx, record }) => {
    if (closing) insertPrints(tx, year, prints);
    const files = prints.map(({ file }) => file);
    record(closing ? 'book.printed' : draftPrinted, `book:${year}`, { year, volume, files });
  });
  return prints.map((print) => bookFile(year, print));
}

async function readWhole(db: Reader, stretch: Stretch): Promise<BookLine[]> {
  const lines: BookLine[] = [];
  for (const portion of linePortions(db, stretch)) {
    lines.push(...portion);
    await breathe();
  }
  return lines;
}

function bookFile(year: number, { file, volume, fromSerial, toSerial }: BookPrint): BookFile {
  const serials = `${formatSerial(fromSerial)}-${formatSerial(toSerial)}`;
  return {
    path: `/files/${file}`,
    fileName: `Sổ theo dõi hồ sơ ${year} quyển ${volume} số ${serials}.pdf`,
    fromSerial,
    toSerial,
  };
}

interface Part {
  year: number;
  volume: number;
  closing: Closing | undefined;
  lines: readonly BookLine[];
  part: { number: number; of: number } | null;
}

function paperOf(scope: LongScope, { closing, lines, ...which }: Part) {
  const { office } = requireSettings(scope.db, scope.now);
  const columns = columnsOf(scope, closing).filter(({ shown }) => shown);
  return {
    ...which,
    office: officeOnPaper(scope),
    columns,
    rows: lines.map((line) => columns.map(({ name }) => bookText(line, name, office))),
    printedAt: closing?.closedAt ?? scope.now.officeTime,
    closing: closing
      ? { closedAt: closing.closedAt, closedBy: closing.closedByName, hash: closing.hash }
      : null,
  };
}

/** The volume as a workbook with the columns that the screen shows. Throws notFound. */
export function exportVolume(asked: LongScope, year: number, volume: number): Promise<ListFile> {
  return asked.snapshot((scope) => storeVolume(scope, year, volume));
}

async function storeVolume(scope: LongScope, year: number, volume: number): Promise<ListFile> {
  const { stretch, closing } = stretchOf(scope.db, year, volume);
  const { office } = requireSettings(scope.db, scope.now);
  const columns = columnsOf(scope, closing).filter(({ shown }) => shown);
  const rows = function* (): Generator<ListCell[][]> {
    for (const portion of linePortions(scope.db, stretch)) {
      yield portion.map((line) => columns.map(({ name }) => bookCell(line, name, office)));
    }
  };
  return storeList(
    scope,
    {
      list: 'book',
      name: `Sổ theo dõi ${year} quyển ${volume}`,
      title: 'Sổ theo dõi hồ sơ',
      subtitles: [
        `Năm ${year}, quyển số ${volume}`,
        closing
          ? `Khóa sổ lúc ${formatHour(closing.closedAt)} ngày ${formatDay(closing.closedAt)}`
          : 'Sổ chưa khóa',
      ],
      columns: columns.map(bookListColumn),
      unit: 'hồ sơ',
      isNumbered: false,
    },
    rows(),
    { year, volume },
  );
}
