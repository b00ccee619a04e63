import { execFileSync } from 'node:child_process';
import { chromium } from '@playwright/test';
import type { SlipData } from '../../electron/printing/slip-data.ts';
import { openSlipRenderer } from '../../electron/printing/slip-renderer.ts';
import { formatSlipCode } from '../../shared/domain/codes.ts';
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

/** Times one slip at a time, as at a counter. Chromium: CHROMIUM_PATH, or the system's. */
export async function benchSlip(): Promise<SlipTimes> {
  const renderer = openSlipRenderer({ worker: workerFile, fontsFolder });
  try {
    await renderer.warm();
    const ours = await timesOf((round) => renderer.render('acknowledgement', slipNumber(round)));
    return {
      firstMs: ours[0] ?? Number.NaN,
      warmMedianMs: median(ours.slice(warmingRounds)),
      chromiumMedianMs: await benchChromium(),
    };
  } finally {
    await renderer.close();
  }
}

async function benchChromium(): Promise<number | null> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) return null;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const times = await timesOf(async (round) => {
      await page.setContent(slipAsHtml(slipNumber(round)));
      await page.pdf({ width: '148mm', height: '210mm', printBackground: true });
    });
    return median(times.slice(warmingRounds));
  } finally {
    await browser.close();
  }
}

function slipNumber(serial: number): SlipData {
  return {
    ...acknowledgementSample,
    case: {
      ...acknowledgementSample.case,
      caseCode: `H52.09.01-250424-${String(serial + 1).padStart(4, '0')}`,
      slipCode: formatSlipCode('2025-04-24', serial + 1),
      serial: String(1147 + serial),
    },
    copies: [{ number: 2, of: 2, label: copyLabels.submitter }],
  };
}

async function timesOf(work: (round: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < warmingRounds + rounds; round++) {
    const start = performance.now();
    await work(round);
    times.push(performance.now() - start);
  }
  return times;
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function chromiumPath(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') return given;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      // The next name.
    }
  }
  return undefined;
}

if (process.argv[1] === import.meta.filename) console.log(await benchSlip());
