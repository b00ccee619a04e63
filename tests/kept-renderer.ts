import { fileURLToPath } from 'node:url';
import { openSlipRenderer, type SlipRenderer } from '../electron/printing/slip-renderer.ts';

let kept: SlipRenderer | undefined;

/** Of all counters of this process: starting the thread and reading its fonts costs more than most tests. */
export function keptRenderer(): SlipRenderer {
  kept ??= open();
  return kept;
}

function open(): SlipRenderer {
  const { render, warm } = openSlipRenderer({
    worker: new URL('../electron/printing/render-worker.ts', import.meta.url),
    fontsFolder: fileURLToPath(new URL('../resources/fonts', import.meta.url)),
  });
  let warmed: Promise<void> | undefined;
  return {
    render,
    warm: () => {
      warmed ??= warm();
      return warmed;
    },
    // The thread ends with the process.
    close: async () => {},
  };
}
