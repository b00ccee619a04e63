import { createHash } from 'node:crypto';
import type { SlipData } from './slip-data.ts';
import type { SlipRenderer } from './slip-renderer.ts';

/** Papers that are only looked at: made when asked for, kept in memory for a while, never in the register. */
export interface Previews {
  /** Path of the PDF, for a frame of the window. */
  make(data: SlipData): Promise<string>;
  /** Path of a PDF that somebody else made. */
  keep(pdf: Uint8Array): string;
  /** The bytes behind a path's name; undefined when it was never made or is gone. */
  find(name: string): Uint8Array<ArrayBuffer> | undefined;
}

/** As many as the windows of one office look at together. */
const kept = 12;

export function openPreviews(renderer: SlipRenderer): Previews {
  const papers = new Map<string, Uint8Array<ArrayBuffer>>();
  const keep = (made: Uint8Array): string => {
    const pdf = new Uint8Array(made);
    const name = `preview-${createHash('sha256').update(pdf).digest('hex').slice(0, 32)}.pdf`;
    papers.delete(name);
    papers.set(name, pdf);
    for (const oldest of papers.keys()) {
      if (papers.size <= kept) break;
      papers.delete(oldest);
    }
    return `/files/${name}`;
  };
  return {
    make: async (data) => keep(await renderer.render(data)),
    keep,
    find: (name) => papers.get(name),
  };
}
