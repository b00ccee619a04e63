import type {
  ContentText,
  CustomTableLayout,
  Margins,
  StyleDictionary,
  TDocumentDefinitions,
} from 'pdfmake/interfaces.js';
import { tidy } from '../../shared/domain/text.ts';
import { paperSizes, points, rollPrintableMm } from './page-sizes.ts';
import type { Paper, SlipHead } from './slip-data.ts';
import { dots } from './wording.ts';

/** Name of the one font family; its files are put there by the render worker. */
export const fontFamily = 'Tinos';

/**
 * A sheet of paper and its scale of type. A5 is the measure; A4 is the same sheet enlarged, body 13 pt as
 * NĐ 30/2020/NĐ-CP asks, and with the margins of that decree.
 */
export interface Sheet {
  paper: Paper;
  /** Points of what measures `size` points on A5. */
  type(size: number): number;
  /** Points of what measures `mm` on A5. */
  mm(mm: number): number;
  pageWidth: number;
  contentWidth: number;
  marginLeft: number;
  marginRight: number;
  /** Distance of the first line of the letterhead from the edge. */
  marginTop: number;
  marginBottom: number;
}

const margins: Record<Paper, { top: number; right: number; bottom: number; left: number; scale: number }> = {
  A5: { left: 14, right: 11, top: 12, bottom: 6, scale: 1 },
  A4: { left: 30, right: 20, top: 20, bottom: 12, scale: 1.3 },
  A4Landscape: { left: 20, right: 15, top: 20, bottom: 12, scale: 1.3 },
  roll80: {
    left: (80 - rollPrintableMm) / 2,
    right: (80 - rollPrintableMm) / 2,
    top: 4,
    bottom: 6,
    scale: 1,
  },
};

/**
 * `tight` sets everything 8 % smaller, for a slip that would otherwise spill onto another page; `short` likewise, and
 * leaves out what only explains; `apart` is for more than one page: what can stand by itself stands last.
 */
export type Fit = 'usual' | 'tight' | 'short' | 'apart';

export function sheetOf(paper: Paper, fit: Fit = 'usual'): Sheet {
  const { left, right, top, bottom, scale: usual } = margins[paper];
  const scale = fit === 'usual' ? usual : usual * 0.92;
  const { widthMm } = paperSizes[paper];
  return {
    paper,
    type: (size) => Math.round(size * scale * 4) / 4,
    mm: (mm) => points(mm) * scale,
    pageWidth: points(widthMm),
    contentWidth: points(widthMm - left - right),
    marginLeft: points(left),
    marginRight: points(right),
    marginTop: points(top),
    marginBottom: points(bottom),
  };
}

/** Lines 1.27 times the size apart, as on the drawing; Tinos by itself gives 1.15. */
export const lineHeight = 1.1;

/** What every slip's document has in common: paper, type, dates fixed by the data and no personal data in its properties. */
export function documentOf(
  data: SlipHead,
  sheet: Sheet,
): Pick<TDocumentDefinitions, 'pageSize' | 'defaultStyle' | 'styles' | 'info' | 'language'> {
  const { heightMm } = paperSizes[data.paper];
  const madeAt = new Date(`${data.issuedAt}:00+07:00`);
  const styles: StyleDictionary = {};
  return {
    pageSize: { width: sheet.pageWidth, height: heightMm === null ? 'auto' : points(heightMm) },
    defaultStyle: { font: fontFamily, fontSize: sheet.type(10), lineHeight, color: '#000' },
    styles,
    language: 'vi',
    info: {
      title: `${tidy(data.formText.title)} ${data.codes?.slipCode ?? ''}`.trim(),
      subject: `Phiên bản ${data.codes?.version ?? 1}, in lại ${data.reprint}, ${data.paper}`,
      creator: 'Một Cửa',
      producer: 'Một Cửa',
      creationDate: madeAt,
      modDate: madeAt,
    },
  };
}

/** Black hairlines as on the drawing, cells padded sideways. */
export function ruledTable(sheet: Sheet): CustomTableLayout {
  const line = sheet.mm(0.2);
  return {
    hLineWidth: () => line,
    vLineWidth: () => line,
    paddingLeft: () => sheet.mm(1.4),
    paddingRight: () => sheet.mm(1.4),
    paddingTop: () => sheet.mm(0.55),
    paddingBottom: () => sheet.mm(0.35),
  };
}

/** User's text as the page may show it: NFC, one line, nothing invisible. */
export function plain(text: string | null | undefined): string {
  return text === null || text === undefined ? '' : tidy(text);
}

/**
 * Width of a text in em, within a few per cent of Tinos: enough to choose between one line and two, or to end a dotted
 * line near the margin. The layout itself always measures with the font.
 */
export function roughWidth(text: string, bold = false): number {
  let width = 0;
  for (const letter of text.normalize('NFD').replace(/\p{M}/gu, '')) {
    if (/[ .,:;'’!|/()ijltfrI[\]-]/u.test(letter)) width += 0.29;
    else if (/[mwMW…—]/u.test(letter)) width += letter === '…' ? 1 : 0.82;
    else if (/\p{Lu}/u.test(letter)) width += 0.68;
    else width += 0.48;
  }
  return bold ? width * 1.06 : width;
}

/** Two lines of about the same length rather than one full and one of a single word; `room` in em. */
export function balanced(text: string, room: number, bold = false): string {
  const total = roughWidth(text, bold);
  if (total <= room * 0.98 || total > room * 1.9) return text;
  const words = text.split(' ');
  let best = text;
  let bestWeight = Number.POSITIVE_INFINITY;
  for (let cut = 1; cut < words.length; cut++) {
    const lines = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
    const widths = lines.map((line) => roughWidth(line, bold));
    const difference = Math.abs((widths[0] ?? 0) - (widths[1] ?? 0));
    // A comma is a better place to end a line than the middle of a phrase.
    const weight = difference - (/[,;:]$/.test(lines[0] ?? '') ? room / 2 : 0);
    if (Math.max(...widths) <= room * 0.98 && weight < bestWeight) {
      best = lines.join('\n');
      bestWeight = weight;
    }
  }
  return best;
}

/** "Label: value", or dots up to the margin where the datum is missing, for a pen. */
export function labelled(
  sheet: Sheet,
  label: string,
  value: string | null | undefined,
  options: { bold?: boolean; width?: number; fontSize?: number } = {},
): ContentText {
  const text = plain(value);
  const size = options.fontSize ?? sheet.type(10);
  const room = (options.width ?? sheet.contentWidth) / size - roughWidth(label) - 1.2;
  return {
    text: [`${label}: `, text === '' ? dots(room) : { text, bold: options.bold ?? false }],
  };
}

/** [left, top, right, bottom] with only the top and bottom given. */
export function around(top: number, bottom = 0): Margins {
  return [0, top, 0, bottom];
}
