import type { SlipForm } from '../../shared/domain/intake.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { PrintState } from '../../shared/views.ts';
import type { Platform } from '../platform.ts';
import { getCase } from '../register/cases.ts';
import { storeFile } from '../register/files.ts';
import { appendEntry } from '../register/journal.ts';
import { getPrintJob, listQueuedPrintJobs, updatePrintJob } from '../register/print-jobs.ts';
import type { Register } from '../register/register.ts';
import { shapeOfPdf } from './page-sizes.ts';
import { type FormTexts, slipOfCase } from './slip-of-case.ts';
import type { SlipRenderer } from './slip-renderer.ts';

export interface PrintDesk {
  /** Takes jobs that are on disk already; never throws, a job's fate is its state. */
  enqueue(jobIds: readonly number[]): void;
  /** Printer names as last listed by the platform. */
  printers(): string[];
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
}

export interface PrintDeskOptions {
  register: Register;
  renderer: SlipRenderer;
  platform: Platform;
  formTexts: FormTexts;
  /** Settings in force now. */
  settings: () => Settings;
  /** Instant (ISO) and office time now. */
  now: () => { instant: string; officeTime: string };
  announce: () => void;
  log: (line: string) => void;
}

/**
 * Works through the print list in order, one slip at a time, and takes up what a stopped counter left queued.
 * A case is safe whatever happens here: it was stored before its job was handed over.
 */
export function openPrintDesk(options: PrintDeskOptions): PrintDesk {
  const { register, platform, log } = options;
  let printerNames: string[] = [];
  let line: Promise<void> = platform
    .printers()
    .then((found) => {
      printerNames = found.map(({ name }) => name);
    })
    .catch((error: unknown) => log(`printers: ${String(error)}`));
  const enqueue = (jobIds: readonly number[]) => {
    for (const id of jobIds) {
      line = line
        .then(() => workOff(options, id))
        .catch((error: unknown) => log(`print job ${id}: ${String(error)}`));
    }
  };
  enqueue(listQueuedPrintJobs(register.read));
  return { enqueue, printers: () => printerNames, idle: () => line };
}

async function workOff(options: PrintDeskOptions, id: number): Promise<void> {
  const { register, renderer, platform, log } = options;
  const job = getPrintJob(register.read, id);
  if (job.state !== 'queued') return;
  const move = (state: PrintState, fault: string | null, fileName?: string) =>
    setState(options, id, state, fault, fileName);
  let fileName: string;
  let pdf: Uint8Array;
  try {
    const data = slipOfCase(
      job.form satisfies SlipForm,
      getCase(register.read, job.caseId),
      options.settings(),
      options.formTexts,
      job.reprint,
    );
    pdf = await renderer.render(job.form, data);
    fileName = storeFile(register.folder, pdf);
  } catch (error) {
    log(`slip of job ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return move('failed', 'rendering');
  }
  if (platform.kind === 'browser') return move('ready', null, fileName);
  try {
    const { widthMicrons, heightMicrons } = shapeOfPdf(pdf);
    // Both copies are pages of the one file, so the printer is asked for it once.
    await platform.print({
      path: `/files/${fileName}`,
      printer: job.printer ?? undefined,
      copies: 1,
      paper: { widthMicrons, heightMicrons },
    });
    move('sent', null, fileName);
  } catch (error) {
    log(`printing job ${id}: ${String(error)}`);
    move('failed', 'printerSilent', fileName);
  }
}

/** The counter's own act, in nobody's name: the transaction holds the state and its journal entry. */
function setState(
  { register, now, announce }: PrintDeskOptions,
  id: number,
  state: PrintState,
  fault: string | null,
  fileName?: string,
): void {
  const { instant, officeTime } = now();
  register.transact((tx) => {
    updatePrintJob(tx, id, { state, at: officeTime, fault, ...(fileName !== undefined && { fileName }) });
    const { caseId, form, reprint } = getPrintJob(tx, id);
    const data = { id, form, reprint, fault, fileName: fileName ?? null };
    appendEntry(tx, {
      at: instant,
      personId: null,
      device: 'counter',
      kind: `slip.${state}`,
      subject: `case:${caseId}`,
      data,
    });
  });
  announce();
}
