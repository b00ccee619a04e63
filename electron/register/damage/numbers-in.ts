import { z } from 'zod';
import { caseCodeCounter } from '../../../shared/domain/codes.ts';
import type { JournalRow } from '../journal.ts';
import { carveJournal } from './carve.ts';
import { openTorn } from './copy-tables.ts';
import { countersOnPages } from './counters-carved.ts';
import { readTorn } from './torn-table.ts';

/** Which numbers a register has given, as far as anything of its file can be read. */

export interface NumbersIn {
  /** The highest by counter. */
  known: ReadonlyMap<string, number>;
  /** Counters that it tells itself; of the others the journal tells at most a part. */
  counted: ReadonlySet<string>;
  /** Every counter was read. */
  isWhole: boolean;
}

/** How the codes of cases are made. */
export interface CodeRule {
  codePattern: string;
  agencyCode: string;
}

/** Of a file that tells its counters no more, what its pages and its journal still tell. */
export function numbersIn(file: string, rule: CodeRule | null): NumbersIn {
  const known = new Map<string, number>();
  const learn = (name: string, value: number) => known.set(name, Math.max(known.get(name) ?? 0, value));
  const torn = openTorn(file);
  const read = torn === null ? null : readTorn(torn, 'counters', false);
  torn?.close();
  for (const { name, value } of read?.rows ?? []) learn(String(name), Number(value));
  const isWhole = read !== null && !read.isTorn;
  if (!isWhole) each(countersOnPages, file, ([name, value]) => learn(name, value));
  const counted = new Set(known.keys());
  if (!isWhole) each(toldIn(rule), file, ([name, value]) => learn(name, value));
  return { known, counted, isWhole };
}

/** Takes what can be had before the file tells nothing more. */
function each<T>(read: (file: string) => Iterable<T>, file: string, take: (one: T) => void): void {
  try {
    for (const one of read(file)) take(one);
  } catch {
    // Gone, or not ours: it tells nothing.
  }
}

const toldSchema = z
  .object({
    caseCode: z.string(),
    slipCode: z.string(),
    year: z.number(),
    serial: z.number(),
    number: z.number(),
    at: z.string(),
    code: z.string(),
    noteNo: z.string(),
  })
  .partial();
type Told = z.infer<typeof toldSchema>;

const toldIn = (rule: CodeRule | null) =>
  function* (file: string): Generator<[string, number]> {
    for (const row of [...carveJournal(file).values()].flat()) yield* numbersOf(row, rule);
  };

function* numbersOf({ kind, data }: JournalRow, rule: CodeRule | null): Generator<[string, number]> {
  const told = toldSchema.safeParse(JSON.parse(data)).data ?? {};
  if (kind.startsWith('case.')) yield* ofCase(told, rule);
  if (kind.startsWith('batch.') && told.number !== undefined && told.at !== undefined)
    yield [`batch:${batchKindOf(kind)}:${told.at.slice(0, 4)}`, told.number];
  const [, note, noteNumber] = /^(\d{4}-[^-]+)-(\d+)$/.exec(told.noteNo ?? '') ?? [];
  if (note !== undefined) yield [`note:${note}`, Number(noteNumber)];
  const [, book, year, number] = /^(PA|DL)-(\d{4})-(\d+)$/.exec(told.code ?? '') ?? [];
  if (book !== undefined) yield [`${book === 'PA' ? 'feedback' : 'subjectRequest'}:${year}`, Number(number)];
}

const batchKindOf = (kind: string): string =>
  kind === 'batch.received' ? 'bulkReception' : kind.slice('batch.'.length);

function* ofCase(
  { year, serial, slipCode = '', caseCode = '' }: Told,
  rule: CodeRule | null,
): Generator<[string, number]> {
  if (year !== undefined && serial !== undefined) yield [`book:${year}`, serial];
  const [, yy, month, date, slip] = /^(\d\d)(\d\d)(\d\d)-(\d+)-\d\d$/.exec(slipCode) ?? [];
  if (slip === undefined) return;
  const day = `20${yy}-${month}-${date}`;
  yield [`slip:${day}`, Number(slip)];
  if (rule === null) return;
  const name = caseCodeCounter(rule.codePattern, rule.agencyCode, day);
  const [before = '', after = ''] = name.slice('case:'.length).split('#');
  const middle = caseCode.slice(before.length, caseCode.length - after.length);
  if (caseCode.startsWith(before) && caseCode.endsWith(after) && /^\d+$/.test(middle))
    yield [name, Number(middle)];
}
