import { chromium } from '@playwright/test';
import type { SlipDataOf } from '../../electron/printing/slip-data.ts';
import { openSlipRenderer } from '../../electron/printing/slip-renderer.ts';
import { formatSlipCode } from '../../shared/domain/codes.ts';
import { type FormName, formNames } from '../../shared/domain/forms.ts';
import { findChromium } from '../chromium.ts';
import { oneCopyOf, sampleOf } from '../printing/sample-forms.ts';
import { acknowledgementSample, copyLabels, fontsFolder, workerFile } from '../printing/sample-slip.ts';
import { slipAsHtml } from './slip-html.ts';

export interface SlipTimes {
  /** A one-page acknowledgement, each of another case, from data to bytes. */
  warmMedianMs: number;
  /** The first slip of a counter that has just been opened and warmed. */
  firstMs: number;
  /** The same page as HTML through a Chromium that is already open; null where there is none. */
  chromiumMedianMs: number | null;
}

const rounds = 40;
const warmingRounds = 10;

/** Times one slip at a time, as at a counter, by turns with Chromium: what else the machine does hits both alike. */
export async function benchSlip(): Promise<SlipTimes> {
  const renderer = openSlipRenderer({ worker: workerFile, fontsFolder });
  const executablePath = findChromium();
  const browser =
    executablePath === undefined
      ? undefined
      : await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser?.newPage();
    await renderer.warm();
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < warmingRounds + rounds; round++) {
      const slip = slipNumber(round);
      ours.push(await timed(() => renderer.render(slip)));
      if (page === undefined) continue;
      theirs.push(
        await timed(async () => {
          await page.setContent(slipAsHtml(slip));
          await page.pdf({ width: '148mm', height: '210mm', printBackground: true });
        }),
      );
    }
    return {
      firstMs: ours[0] ?? Number.NaN,
      warmMedianMs: median(ours.slice(warmingRounds)),
      chromiumMedianMs: page === undefined ? null : median(theirs.slice(warmingRounds)),
    };
  } finally {
    await browser?.close();
    await renderer.close();
  }
}

/** The form that takes longest of all, on the paper that is usual for it, one copy of an invented case. */
export async function benchForms(): Promise<{ form: FormName; warmMedianMs: number }> {
  const renderer = openSlipRenderer({ worker: workerFile, fontsFolder });
  try {
    await renderer.warm();
    let slowest = { form: formNames[0] as FormName, warmMedianMs: 0 };
    for (const form of formNames) {
      const data = oneCopyOf(sampleOf(form));
      const times: number[] = [];
      for (let round = 0; round < warmingRounds + rounds; round++) {
        times.push(await timed(() => renderer.render(data)));
      }
      const warmMedianMs = median(times.slice(warmingRounds));
      if (warmMedianMs > slowest.warmMedianMs) slowest = { form, warmMedianMs };
    }
    return slowest;
  } finally {
    await renderer.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function slipNumber(serial: number): SlipDataOf<'acknowledgement'> {
  return {
    ...acknowledgementSample,
    codes: {
      volume: '01',
      version: 1,
      caseCode: `H52.09.01-250424-${String(serial + 1).padStart(4, '0')}`,
      slipCode: formatSlipCode('2025-04-24', serial + 1),
      serial: String(1147 + serial),
      signed: null,
    },
    copies: [{ number: 2, of: 2, label: copyLabels.submitter }],
  };
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

if (process.argv[1] === import.meta.filename) console.log(await benchSlip(), await benchForms());
