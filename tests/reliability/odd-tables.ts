import { crc32, deflateRawSync } from 'node:zlib';

type Random = () => number;
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

const heads = [
  'STT',
  'Mã hồ sơ',
  'Tên thủ tục',
  'Họ tên chủ hồ sơ',
  'Điện thoại',
  'Nhận hồ sơ',
  'Hẹn trả',
  'Trạng thái',
];

/** What people, other programs and accidents put into a cell. */
const oddities = [
  '',
  ' ',
  '0',
  '-1',
  '14196002187',
  '912345678',
  '45293',
  '45293.73958',
  '1e308',
  '31/02/2024',
  '29/02/2023',
  '2024-02-30',
  '02/01/0024',
  '=1+1',
  '=HYPERLINK("http://x","y")',
  '+cmd|calc',
  '@SUM(A1)',
  '\u0000',
  'Lò\u0000Văn',
  'Lò Thị Hoà'.normalize('NFD'),
  'Đặng Thị Ư'.normalize('NFD'),
  '\u202eđảo ngược',
  '😀',
  '\ud800',
  '"',
  '""";;',
  "'; DROP TABLE cases; --",
  '<script>alert(1)</script>',
  'x'.repeat(40_000),
  '{"a":[1,2,{"b":null}]}',
  '\t\t',
  'Nguyễn\r\nVăn An',
  'NaN',
  'true',
  '#REF!',
];

/** A line that is good, but for cells that are not. */
function lineOf(random: Random, index: number, odd: number): string[] {
  const day = `${String(1 + Math.floor(random() * 28)).padStart(2, '0')}/0${1 + Math.floor(random() * 9)}/2024`;
  const good = [
    String(index + Math.floor(random() * 1e6)),
    `H52-${Math.floor(random() * 1e9)}`,
    'Chứng thực lạ',
    'Nguyễn Văn An',
    '',
    day,
    '',
    'Đang xử lý',
  ];
  return good.map((cell) => (random() < odd ? pick(random, oddities) : cell));
}

/** A table that somebody might hand in, made by a seed. */
export function oddTable(random: Random): { name: string; bytes: Uint8Array<ArrayBuffer> } {
  const odd = pick(random, [0, 0.02, 0.3]);
  const lines = [
    heads,
    ...Array.from({ length: Math.floor(random() * 12) }, (_, index) => lineOf(random, index + 1, odd)),
  ];
  const name = pick(random, Object.keys(shapes));
  const bytes = shapes[name]?.(lines, random) ?? Buffer.alloc(0);
  return { name, bytes: new Uint8Array(bytes) };
}

const csv = (lines: readonly string[][], separator = ';') =>
  lines
    .map((line) =>
      line.map((cell) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator),
    )
    .join('\r\n');

const shapes: Record<string, (lines: string[][], random: Random) => Buffer> = {
  csv: (lines) => Buffer.from(csv(lines)),
  bom: (lines) => Buffer.from(`\ufeff${csv(lines)}`),
  comma: (lines) => Buffer.from(csv(lines, ',')),
  unquoted: (lines) => Buffer.from(lines.map((line) => line.join(';')).join('\n')),
  utf16: (lines) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv(lines), 'utf16le')]),
  latin: (lines) => Buffer.from(csv(lines), 'latin1'),
  decomposed: (lines) => Buffer.from(csv(lines).normalize('NFD')),
  json: (lines) =>
    Buffer.from(
      JSON.stringify(
        lines.slice(1).map((line) => Object.fromEntries(line.map((cell, at) => [heads[at], cell]))),
      ),
    ),
  cut: (lines, random) => {
    const whole = Buffer.from(csv(lines));
    return whole.subarray(0, Math.floor(random() * whole.length));
  },
  noise: (_, random) => Buffer.from(Array.from({ length: 2000 }, () => Math.floor(random() * 256))),
  nothing: () => Buffer.alloc(0),
  workbook: (lines) => workbook(sheetOf(lines), false),
  workbook1904: (lines) => workbook(sheetOf(lines), true),
  workbookTorn: (lines, random) => {
    const bytes = workbook(sheetOf(lines), false);
    for (let count = 0; count < 8; count += 1)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    return bytes;
  },
  workbookCut: (lines, random) => {
    const bytes = workbook(sheetOf(lines), false);
    return bytes.subarray(0, Math.floor(random() * bytes.length));
  },
  notXml: (lines, random) => workbook(sheetOf(lines).slice(0, Math.floor(random() * 900)), false),
};

/** A small file that unpacks to very much. */
export function zipBomb(megabytes: number): Uint8Array<ArrayBuffer> {
  const filler = `<row r="1"><c r="A1" t="inlineStr"><is><t>${'0'.repeat(1_000_000)}</t></is></c></row>`;
  const sheet = `<worksheet xmlns="${main}"><sheetData>${filler.repeat(megabytes)}</sheetData></worksheet>`;
  return new Uint8Array(workbook(sheet, false));
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const inXml = (text: string) =>
  // XML bears no control character at all.
  [...text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)].filter((sign) => sign >= ' ').join('');

/** Cells that are numbers alone stay numbers: so days arrive as Excel keeps them. */
function sheetOf(lines: readonly string[][]): string {
  const cellOf = (cell: string, r: string) =>
    /^\d+(\.\d+)?$/.test(cell)
      ? `<c r="${r}"><v>${cell}</v></c>`
      : cell.startsWith('=')
        ? `<c r="${r}"><f>${inXml(cell.slice(1))}</f><v>2</v></c>`
        : `<c r="${r}" t="inlineStr"><is><t>${inXml(cell)}</t></is></c>`;
  const rows = lines.map(
    (line, at) =>
      `<row r="${at + 1}">${line.map((cell, column) => cellOf(cell, `${String.fromCharCode(65 + column)}${at + 1}`)).join('')}</row>`,
  );
  return `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function workbook(sheet: string, is1904: boolean): Buffer {
  return zip({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets><sheet name="So" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
  });
}

/** The plainest zip there is. */
function zip(files: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const index: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    index.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), facts, place, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(index.length, 8);
  end.writeUInt16LE(index.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}
