import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { blankSlip } from './blank-slip.ts';
import { type LanPaper, lanSheet } from './lan-sheet.ts';
import { layOut } from './layouts.ts';
import { shapeOfPdf } from './page-sizes.ts';
import { type BookPaper, registerBook } from './register-book.ts';
import { type ReportFit, type ReportPaper, reportPaper } from './report-paper.ts';
import { type RequestPaper, requestSheet } from './request-sheet.ts';
import { fontFamily } from './sheet.ts';
import type { SlipData } from './slip-data.ts';

/**
 * Runs in a thread of its own. Fonts are read once, then neither a file nor an address can be opened: what a citizen
 * or a clerk typed is only ever text, and the engine refuses everything else (CVE-2026-26801, CVE-2025-11362).
 */

/** The part of pdfmake 0.3 that we use; its published types know only the browser's build. */
interface PdfMake {
  virtualfs: { writeFileSync(name: string, content: Buffer): void };
  setFonts(fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>): void;
  setUrlAccessPolicy(policy: (url: string) => boolean): void;
  setLocalAccessPolicy(policy: (path: string) => boolean): void;
  createPdf(definition: TDocumentDefinitions): { getBuffer(): Promise<Buffer> };
}

interface Run {
  glyphs: readonly unknown[];
  positions: readonly Record<string, number>[];
}

interface KeptFont {
  layout(text: string, features?: unknown): Run;
  characterSet: number[];
  glyphForCodePoint(codePoint: number): unknown;
}

interface Fontkit {
  create(file: Uint8Array): KeptFont;
  registerFormat(format: unknown): void;
}

const fontFiles = {
  normal: 'Tinos_400Regular.ttf',
  italics: 'Tinos_400Regular_Italic.ttf',
  bold: 'Tinos_700Bold.ttf',
  bolditalics: 'Tinos_700Bold_Italic.ttf',
} as const;

export interface RenderTask {
  fontsFolder: string;
  /** null: only get ready. */
  slip: SlipData | null;
}

let engine: Promise<PdfMake> | undefined;

/**
 * The slip as a PDF, set a little tighter, or without the notice on data, where that saves a page; the same data give the
 * same bytes. Throws when the form is not laid out for the paper.
 */
export async function render({ fontsFolder, slip }: RenderTask): Promise<Uint8Array | null> {
  engine ??= openEngine(fontsFolder);
  const pdfMake = await engine;
  if (slip === null) {
    for (let turn = 0; turn < 3; turn++) await make(pdfMake, layOut(blankSlip, 'usual'));
    return null;
  }
  const whole = await fitted(pdfMake, slip);
  const { pages } = shapeOfPdf(whole);
  if (slip.formText.dataNotice === undefined || pages === slip.copies.length) return whole;
  const without = await fitted(pdfMake, { ...slip, formText: { ...slip.formText, dataNotice: undefined } });
  return shapeOfPdf(without).pages < pages ? without : whole;
}

async function fitted(pdfMake: PdfMake, slip: SlipData): Promise<Buffer> {
  const usual = await make(pdfMake, layOut(slip, 'usual'));
  const pages = shapeOfPdf(usual).pages;
  if (pages === slip.copies.length) return usual;
  const tight = await make(pdfMake, layOut(slip, 'tight'));
  const spills = shapeOfPdf(tight).pages > slip.copies.length;
  if (spills && 'transfer' in slip && slip.transfer !== null) {
    const short = await make(pdfMake, layOut(slip, 'short'));
    // Where one page is not enough, the code goes to the next one rather than the appointment.
    if (shapeOfPdf(short).pages > slip.copies.length) return make(pdfMake, layOut(slip, 'apart'));
    return short;
  }
  return shapeOfPdf(tight).pages < pages ? tight : usual;
}

/** A register book, in one run: it is as long as it is. */
export async function book({
  fontsFolder,
  data,
}: {
  fontsFolder: string;
  data: BookPaper;
}): Promise<Uint8Array> {
  engine ??= openEngine(fontsFolder);
  return make(await engine, registerBook(data));
}

/** A report; its signatures never stand alone on a page. */
export async function report({
  fontsFolder,
  data,
}: {
  fontsFolder: string;
  data: ReportPaper;
}): Promise<Uint8Array> {
  engine ??= openEngine(fontsFolder);
  const pdfMake = await engine;
  const laid = (fit: ReportFit) => make(pdfMake, reportPaper(data, fit));
  const usual = await laid('usual');
  const { pages } = shapeOfPdf(usual);
  const isSignedApart = pages > 1 && shapeOfPdf(await laid('unsigned')).pages < pages;
  if (!isSignedApart) return usual;
  const tight = await laid('tight');
  return shapeOfPdf(tight).pages < pages ? tight : laid('together');
}

/** The paper of a request about one's own data. */
export async function request({
  fontsFolder,
  data,
}: {
  fontsFolder: string;
  data: RequestPaper;
}): Promise<Uint8Array> {
  engine ??= openEngine(fontsFolder);
  return make(await engine, requestSheet(data));
}

/** How another machine of the office comes in. */
export async function lan({
  fontsFolder,
  data,
}: {
  fontsFolder: string;
  data: LanPaper;
}): Promise<Uint8Array> {
  engine ??= openEngine(fontsFolder);
  return make(await engine, lanSheet(data));
}

function make(pdfMake: PdfMake, definition: TDocumentDefinitions): Promise<Buffer> {
  // A fresh table each time: the engine puts file contents in the place of names.
  pdfMake.setFonts({
    [fontFamily]: { normal: 'normal', bold: 'bold', italics: 'italics', bolditalics: 'bolditalics' },
  });
  return pdfMake.createPdf(definition).getBuffer();
}

async function openEngine(fontsFolder: string): Promise<PdfMake> {
  const require = createRequire(import.meta.url);
  const pdfMake: PdfMake = require('pdfmake');
  const fromPdfMake = createRequire(require.resolve('pdfmake'));
  const fontkit: Fontkit = createRequire(fromPdfMake.resolve('pdfkit'))('fontkit');
  const files = await Promise.all(
    Object.entries(fontFiles).map(async ([style, file]) => ({
      style,
      file: await readFile(join(fontsFolder, file)),
    })),
  );
  keepFonts(pdfMake, fontkit, files);
  pdfMake.setUrlAccessPolicy(() => false);
  pdfMake.setLocalAccessPolicy(() => false);
  return pdfMake;
}

/**
 * Parsing a font's tables costs more than the slip itself and is done anew for each document. So the engine is given,
 * in place of each file, a few bytes that name it, and fontkit (whose formats are open to extension) a format that
 * answers those bytes with the font parsed once.
 */
function keepFonts(
  pdfMake: PdfMake,
  fontkit: Fontkit,
  files: readonly { style: string; file: Buffer }[],
): void {
  const signature = 'kept font: ';
  const kept = new Map<string, KeptFont>();
  const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
  // Called with `new`, a plain function may answer with any object.
  function keptFont(stream: { buffer: Uint8Array }): KeptFont | undefined {
    return kept.get(textOf(stream.buffer));
  }
  keptFont.probe = (bytes: Uint8Array): boolean => bytes.length < 64 && textOf(bytes).startsWith(signature);
  fontkit.registerFormat(keptFont);
  for (const { style, file } of files) {
    const font = fontkit.create(file);
    nameGlyphs(font);
    keepWords(font);
    kept.set(signature + style, font);
    pdfMake.virtualfs.writeFileSync(style, Buffer.from(signature + style, 'latin1'));
  }
}

/**
 * Gives every glyph its letter before any slip is made. A kept font remembers a glyph as it was first asked for, and
 * the parts of a composed letter (U in Ư) are asked for without one: text copied or searched would lack it.
 */
function nameGlyphs(font: KeptFont): void {
  for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint);
}

const mostWords = 5000;

/** Shaping a word costs more than drawing it, and slips say mostly the same words. */
function keepWords(font: KeptFont): void {
  const shape = font.layout.bind(font);
  const words = new Map<string, Run>();
  font.layout = (text, features) => {
    if (features !== undefined) return shape(text, features);
    const known = words.get(text) ?? shape(text);
    if (words.size >= mostWords) words.clear();
    words.set(text, known);
    // The engine scales the positions in place, and the run's width follows from them: a fresh run each time.
    const run: Run = Object.create(Object.getPrototypeOf(known));
    return Object.assign(run, known, { positions: known.positions.map((position) => ({ ...position })) });
  };
}
