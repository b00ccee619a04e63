import { mkdtempSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import exceljs from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openExcelRoom } from '../../electron/excel/excel-room.ts';
import { faultyWorkbook } from '../../electron/excel/faulty-workbook.ts';
import { listWorkbook } from '../../electron/excel/list-workbook.ts';
import { readRows } from '../../electron/excel/read-rows.ts';
import { isWholeZip } from '../../electron/excel/whole-zip.ts';
import { type Desk, officeOfTests, openDesk } from '../desk.ts';

/** ASVS 5.0 of files that come in and go out. The table is in SECURITY.md. */
let desk: Desk;
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-asvs-'));
beforeAll(async () => {
  desk = await openDesk('2025-04-24T08:00', undefined, false);
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

async function handIn(body: BodyInit, headers: Record<string, string> = {}, device = 'window') {
  const asked = new Request('http://counter/incoming', {
    method: 'PUT',
    body,
    headers,
    duplex: 'half',
  } as RequestInit);
  const reply = await desk.counter.fetch(asked, { kind: 'loopback', device });
  const { error, file } = (await reply.json()) as { error?: { code: string; why?: string }; file?: string };
  return [reply.status, error?.why ?? error?.code ?? file?.replace(/^\w+/, '')];
}

const letters = new Uint8Array(8_000_000).fill(65);

/** Never ends. */
const endless = () => new ReadableStream({ pull: (stream) => stream.enqueue(letters) });

test('what is too long is refused by its announced length, and at the limit without one (ASVS 5.2.1)', async () => {
  expect(await handIn('a', { 'content-length': String(64 * 1_048_576 + 1) })).toEqual([413, 'tooLarge']);
  expect(await handIn(endless())).toEqual([413, 'tooLarge']);
  const init = {
    method: 'POST',
    body: endless(),
    headers: { 'content-type': 'application/json' },
    duplex: 'half',
  };
  const asked = new Request('http://counter/api/cases.receive', init as RequestInit);
  expect((await desk.counter.fetch(asked, { kind: 'loopback', device: 'window' })).status).toBe(413);
});

test('who may not hand in a file is told so before any of it is read (ASVS 5.2.1)', async () => {
  let pieces = 0;
  const body = new ReadableStream({
    pull: (stream) => {
      pieces += 1;
      stream.enqueue(letters);
    },
  });
  expect(await handIn(body, {}, 'nobody')).toEqual([400, 'notSeated']);
  expect(pieces).toBeLessThanOrEqual(2);
});

test('what a file is, its first bytes tell, never its name or what is said of it (ASVS 5.2.2)', async () => {
  const bytes = (...signs: number[]) => new Uint8Array([...signs, 0, 0, 0]);
  expect(await handIn(bytes(0x7f, 0x45, 0x4c, 0x46), { 'content-type': 'text/csv' })).toEqual([
    400,
    'damaged',
  ]);
  expect(await handIn(bytes(0x89, 0x50, 0x4e, 0x47))).toEqual([400, 'damaged']);
  expect(await handIn(bytes(0x25, 0x50, 0x44, 0x46))).toEqual([400, 'damaged']);
  expect(await handIn(bytes(0xd0, 0xcf, 0x11, 0xe0))).toEqual([400, 'oldWorkbook']);
  expect(await handIn('')).toEqual([400, 'empty']);
  expect(await handIn('Mã hồ sơ;Chủ hồ sơ', { 'content-type': 'application/zip' })).toEqual([200, '.csv']);
  expect(await handIn('Mã hồ sơ', {}, 'officer-desk')).toEqual([400, 'notAllowed']);
  expect(await handIn('Mã hồ sơ', {}, 'nobody')).toEqual([400, 'notSeated']);
});

/** Name, content and what its head says of it. */
interface Part {
  name: string;
  content: Buffer;
  isUnlisted?: boolean;
  saidPacked?: number;
}

/** A zip file; a part may be left out of its directory. */
function zipOf(parts: readonly Part[]): Buffer {
  const [bodies, entries]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, content, isUnlisted, saidPacked } of parts) {
    const packed = deflateRawSync(content, { level: 1 });
    const fields = (said: number) => {
      const head = Buffer.alloc(26);
      head.writeUInt16LE(20, 0);
      head.writeUInt16LE(8, 4);
      head.writeUInt32LE(crc32(content), 10);
      head.writeUInt32LE(said, 14);
      head.writeUInt32LE(content.length, 18);
      head.writeUInt16LE(name.length, 22);
      return head;
    };
    const body = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      fields(saidPacked ?? packed.length),
      Buffer.from(name),
      packed,
    ]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    const mark = Buffer.from('PK\x01\x02\x14\x00', 'latin1');
    if (!isUnlisted) entries.push(Buffer.concat([mark, fields(packed.length), rest, Buffer.from(name)]));
    bodies.push(body);
    at += body.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(entries).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...entries, end]);
}

const sheet: Part = {
  name: 'xl/worksheets/sheet1.xml',
  content: Buffer.from(
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>H1</t></is></c></row></sheetData></worksheet>',
  ),
};
const parts: Part[] = [
  {
    name: 'xl/workbook.xml',
    content: Buffer.from('<workbook><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'),
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: Buffer.from(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
  },
  { name: 'xl/sharedStrings.xml', content: Buffer.from('<sst/>') },
];

async function rowsOf(zip: Buffer): Promise<unknown> {
  const path = join(folder, 'table.xlsx');
  writeFileSync(path, zip);
  const rows = [];
  try {
    for await (const { cells } of readRows(path, 'xlsx')) rows.push(cells);
  } catch {
    return 'refused';
  }
  return rows;
}

test('a workbook unpacks to no more than its directory tells, in no more parts, whichever way it is read (ASVS 5.2.3)', async () => {
  expect(await rowsOf(zipOf([...parts, sheet]))).toEqual([['H1']]);
  // The reader goes from part to part: it would read what the directory hides.
  expect(await rowsOf(zipOf([...parts, { ...sheet, isUnlisted: true }]))).toBe('refused');
  const [first = sheet, ...others] = parts;
  expect(await rowsOf(zipOf([{ ...first, saidPacked: 5 }, ...others, sheet]))).toBe('refused');
  const many = Array.from({ length: 1001 }, (_, n) => ({ name: `a${n}`, content: Buffer.from('a') }));
  expect(await rowsOf(zipOf([...parts, sheet, ...many]))).toBe('refused');
  const path = join(folder, 'vast.xlsx');
  writeFileSync(path, zipOf([...parts, { name: 'a', content: Buffer.alloc(2_000_000) }]));
  expect([isWholeZip(path, 1_000_000), isWholeZip(path, 3_000_000)]).toEqual([false, true]);
});

test('nothing of a workbook lies among the temporary files of the machine, nor stays beside it (ASVS 5.2.3)', async () => {
  const own = mkdtempSync(join(folder, 'in-'));
  const path = join(own, 'table.xlsx');
  const torn = { ...sheet, content: Buffer.from('<worksheet><sheetData><row r="1"><c r="A1"') };
  const room = openExcelRoom(new URL('../../electron/excel/excel-worker.ts', import.meta.url));
  // Where the reader has put something aside meanwhile.
  const seen: string[] = [];
  const isAside = (name: unknown) => `${name}`.startsWith(`tmp-${process.pid}-`);
  const watched = [tmpdir(), own].map((place) =>
    watch(place).on('change', (_, name) => isAside(name) && seen.push(place)),
  );
  for (const last of [sheet, torn]) {
    const [strings = sheet, ...others] = parts.toReversed();
    writeFileSync(path, zipOf([...others, last, strings]));
    await room.rows(path, 'xlsx');
  }
  await room.close();
  for (const watcher of watched) watcher.close();
  expect([...new Set(seen)]).toEqual([own]);
  expect(readdirSync(own)).toEqual(['table.xlsx']);
});

const formulas = ['=HYPERLINK("http://x")', '+84900', '-1+1', '@SUM(A1)', '\t=1', "=cmd|'/c calc'!A0"];

test('what a spreadsheet would run is text in every workbook that leaves, and stays so when it is edited (ASVS 1.2.10)', async () => {
  const head = {
    name: 'A',
    title: 'A',
    subtitles: [],
    office: officeOfTests,
    madeOn: '2025-04-24',
    unit: 'dòng',
  };
  const columns = [{ head: 'A', width: 20, kind: 'text' as const }];
  const list = await listWorkbook({ ...head, columns, rows: formulas.map((text) => [text]) });
  const rowsFile = join(folder, 'faulty.rows');
  writeFileSync(rowsFile, formulas.map((text, row) => JSON.stringify({ row, cells: [text] })).join('\n'));
  const rows = formulas.map((_, row) => ({ row, faults: [] }));
  const faulty = await faultyWorkbook({ rowsFile, heads: ['A'], columns: [null], rows });
  for (const bytes of [list, faulty]) {
    const book = new exceljs.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const cells = book.worksheets.flatMap((page) => {
      const all: exceljs.Cell[] = [];
      page.eachRow((row) => row.eachCell((cell) => all.push(cell)));
      return all;
    });
    const found = formulas.map((text) => cells.find(({ value }) => value === text));
    expect(found.map((cell) => [cell?.type, cell?.numFmt])).toEqual(
      formulas.map(() => [exceljs.ValueType.String, '@']),
    );
    expect(cells.filter(({ type }) => type === exceljs.ValueType.Formula)).toEqual([]);
  }
});
