import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';

/** Reads our PDFs back with a program that is not ours: poppler's pdftotext and pdftoppm. */

/** Text of each page in reading order, white space collapsed. */
export function textOfPages(pdf: Uint8Array): string[] {
  return withFile(pdf, (_, file) => {
    const text = run('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-']).toString('utf8');
    return text
      .split('\f')
      .slice(0, -1)
      .map((page) => page.replace(/\s+/g, ' ').trim());
  });
}

/** Words that stand nearer to an edge of their page than `margin` points, or beyond it. */
export function wordsNearEdge(pdf: Uint8Array, margin: number): string[] {
  return withFile(pdf, (_, file) => {
    const boxes = run('pdftotext', ['-bbox', '-enc', 'UTF-8', file, '-']).toString('utf8');
    const near: string[] = [];
    for (const page of boxes.split('<page ').slice(1)) {
      const [width = 0, height = 0] = [...page.matchAll(/(?:width|height)="([\d.]+)"/g)].map(([, side]) =>
        Number(side),
      );
      for (const [, places = '', word = ''] of page.matchAll(/<word ([^>]*)>([^<]*)</g)) {
        const [left = 0, top = 0, right = 0, bottom = 0] = [...places.matchAll(/"([-\d.]+)"/g)].map(
          ([, at]) => Number(at),
        );
        const nearest = Math.min(left, top, width - right, height - bottom);
        if (nearest < margin) near.push(word);
      }
    }
    return near;
  });
}

/** Every page as the printer would draw it, grey. */
export function picturesOfPages(pdf: Uint8Array, dotsPerInch: number): PNG[] {
  return withFile(pdf, (folder, file) => {
    run('pdftoppm', ['-r', String(dotsPerInch), '-gray', '-png', file, join(folder, 'page')]);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .sort()
      .map((name) => PNG.sync.read(readFileSync(join(folder, name))));
  });
}

function withFile<T>(pdf: Uint8Array, read: (folder: string, file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'slip-'));
  try {
    const file = join(folder, 'slip.pdf');
    writeFileSync(file, pdf);
    return read(folder, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, parameters: string[]): Buffer {
  try {
    return execFileSync(program, parameters, { stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(
        `${program} is missing: slips are checked with poppler. Install it (Debian: apt-get install poppler-utils).`,
      );
    }
    throw error;
  }
}
