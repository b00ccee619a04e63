import type { RenderTask } from '../../electron/printing/render-worker.ts';

/** A render worker that does as the case's version says: 1 a page, 2 no page, 3 dies, 4 hangs, 5 fails. */
export function render({ slip }: RenderTask): Uint8Array | null {
  if (slip === null) return null;
  switch (slip.codes?.version) {
    case 2:
      return Buffer.from('%PDF-1.3\n%%EOF');
    case 3:
      process.exit(1);
      break;
    case 4:
      for (;;);
    case 5:
      throw new Error('No such letter');
    default:
      return Buffer.from('%PDF-1.3\n<< /Type /Page /MediaBox [0 0 419.53 595.28] >>\n%%EOF');
  }
}
