import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paperSizes, shapeOfPdf } from '../../electron/printing/page-sizes.ts';
import { papersOfForm, type SlipData } from '../../electron/printing/slip-data.ts';
import { openSlipRenderer, type SlipRenderer } from '../../electron/printing/slip-renderer.ts';
import { type FormName, formNames } from '../../shared/domain/forms.ts';
import { expectedWords, feeNoteOnRoll } from './expected-words.ts';
import { textOfPages, wordsNearEdge } from './poppler.ts';
import { oneCopyOf, sampleOf } from './sample-forms.ts';
import { fontsFolder, workerFile } from './sample-slip.ts';

let renderer: SlipRenderer;
beforeAll(() => {
  renderer = openSlipRenderer({ worker: workerFile, fontsFolder });
});
afterAll(() => renderer.close());

const formsOnPapers = formNames.flatMap((form) => papersOfForm[form].map((paper) => ({ form, paper })));

describe.each(formsOnPapers)('$form on $paper', ({ form, paper }) => {
  it('is one sheet that says what it has to, NFC, marked MẪU', async () => {
    const pdf = await renderer.render({ ...oneCopyOf(sampleOf(form)), paper } as SlipData);
    const shape = shapeOfPdf(pdf);
    expect(shape.pages).toBe(1);
    expect(shape.widthMicrons).toBe(paperSizes[paper].widthMm * 1000);
    const text = textOfPages(pdf).join(' ');
    expect(text).toBe(text.normalize('NFC'));
    const told = form === 'feeNote' && paper === 'roll80' ? feeNoteOnRoll : expectedWords[form];
    for (const words of ['MẪU', ...told]) expect(text).toContain(words);
  });

  it('says when it is printed again, and keeps every copy alike', async () => {
    const sample = sampleOf(form);
    const data = paper === 'roll80' ? oneCopyOf(sample) : sample;
    const pages = textOfPages(await renderer.render({ ...data, paper, reprint: 2 } as SlipData));
    expect(pages).toHaveLength(data.copies.length);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('IN LẠI lần 2');
      if (data.codes !== null) expect(page).toContain('Phiên bản 1');
      expect(page.replace(/\((?:Liên|Bản) \d: [^)]*\)/, '')).toBe(
        pages[0]?.replace(/\((?:Liên|Bản) \d: [^)]*\)/, ''),
      );
      if (paper !== 'roll80') expect(page).toContain(data.copies[index]?.label ?? '');
    }
  });

  it('breaks long words over lines and pages, and loses none', async () => {
    const { data, marks } = stretched(form);
    const pdf = await renderer.render({ ...data, paper } as SlipData);
    const text = textOfPages(pdf).join(' ').replaceAll(' ', '');
    expect(shapeOfPdf(pdf).pages).toBeLessThan(30);
    expect(wordsNearEdge(pdf, 8)).toEqual([]);
    for (const mark of marks) expect(text).toContain(mark);
    expect(text.split('PhươngThảo').length - 1).toBeGreaterThanOrEqual(marks.length * (repeats - 1));
  });
});

const repeats = 9;

/**
 * Every text that a person may have typed made very long, control characters within, each with a mark at its end; and
 * of every list a hundred rows.
 */
function stretched(form: FormName): { data: SlipData; marks: string[] } {
  const marks: string[] = [];
  const longer = (): string => {
    const mark = `Ỷ${marks.length}Ặ`;
    marks.push(mark);
    return `${'Phương\u0000 Thảo\u200b Nguyên\u0007 '.repeat(repeats)}Đỗ Ưu ${mark}`;
  };
  const walk = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) {
      if (name !== 'rows') return typed.has(name) ? value.map(longer) : value;
      return Array.from({ length: 100 }, (_, index) => (index < 3 ? walk(value[0], name) : value[0]));
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, key)]));
    }
    return typeof value === 'string' && typed.has(name) ? longer() : value;
  };
  const { formText, office, ...part } = oneCopyOf(sampleOf(form));
  return { data: { ...(walk(part, '') as SlipData), formText, office }, marks };
}

/** Data that a person typed at length. */
const typed = new Set([
  'name',
  'address',
  'request',
  'reason',
  'applicantName',
  'submitterName',
  'addressee',
  'abstract',
  'result',
  'paragraphs',
  'recipients',
  'stage',
  'feeText',
  'cooperatingUnit',
  'limitText',
]);
