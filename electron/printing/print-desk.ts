import type { FormTexts } from '../../shared/domain/forms.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { PrintJobRow, PrintState } from '../../shared/views.ts';
import type { Platform } from '../platform.ts';
import { getCase } from '../register/cases.ts';
import { storeFile } from '../register/files.ts';
import { appendEntry } from '../register/journal.ts';
import { getPrintJob, listPrintJobsIn, updatePrintJob } from '../register/print-jobs.ts';
import type { Register } from '../register/register.ts';
import { shapeOfPdf } from './page-sizes.ts';
import { slipOfCase } from './slip-of-case.ts';
import type { SlipRenderer } from './slip-renderer.ts';

export interface PrintDesk {
  /** Takes jobs that are on disk already; never throws, a job's fate is its state. */
  enqueue(jobIds: readonly number[]): void;
  /** Begins with what the counter before left; once the platform can print. */
  start(): void;
  /** Printer names as the platform last listed them: at the start, and again after a printer refused. */
  printers(): string[];
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
  /** Takes no further job and resolves when the one in hand is done; the others stay on the list. */
  close(): Promise<void>;
}

export interface PrintDeskOptions {
  register: Register;
  renderer: SlipRenderer;
  platform: Platform;
  formTexts: FormTexts;
  /** Settings in force on a day. */
  settingsOn: (day: string) => Settings;
  now: () => { instant: string; officeTime: string; today: string };
  announce: () => void;
  log: (line: string) => void;
}

/**
 * Works through the print list in order, one slip at a time, and takes up what a stopped counter left queued. What it
 * left between paper and word becomes `unknown`: a person looks, nothing is printed twice without its mark.
 * A case is safe whatever happens here: it was stored before its job was handed over.
 */
export function openPrintDesk(options: PrintDeskOptions): PrintDesk {
  const { register, platform, log } = options;
  let printerNames: string[] = [];
  let isClosing = false;
  let line: Promise<void> = Promise.resolve();
  const next = (work: () => Promise<void>, what: string) => {
    line = line
      .then(() => (isClosing ? undefined : work()))
      .catch((error: unknown) => log(`${what}: ${String(error)}`));
  };
  const listPrinters = () =>
    next(async () => {
      printerNames = (await platform.printers()).map(({ name }) => name);
    }, 'printers');
  const enqueue = (jobIds: readonly number[]) => {
    for (const id of jobIds) {
      next(async () => {
        if ((await workOff(options, id)) === 'refused') listPrinters();
      }, `print job ${id}`);
    }
  };
  return {
    enqueue,
    start: () => {
      listPrinters();
      for (const id of listPrintJobsIn(register.read, 'printing')) {
        setState(options, id, 'unknown', 'interrupted');
      }
      enqueue(listPrintJobsIn(register.read, 'queued'));
    },
    printers: () => printerNames,
    idle: () => line,
    close: () => {
      isClosing = true;
      return line;
    },
  };
}

/** `refused`: the printer did not take the sheet, so the list of printers may be old. */
async function workOff(options: PrintDeskOptions, id: number): Promise<'done' | 'refused'> {
  const { register, platform, log } = options;
  const job = getPrintJob(register.read, id);
  if (job.state !== 'queued') return 'done';
  const slip = await makeSlip(options, job);
  if (slip === undefined) {
    setState(options, id, 'failed', 'rendering');
    return 'done';
  }
  const { fileName, pdf } = slip;
  if (platform.kind === 'browser') {
    setState(options, id, 'ready', null, fileName);
    return 'done';
  }
  setState(options, id, 'printing', null, fileName);
  const { widthMicrons, heightMicrons } = shapeOfPdf(pdf);
  const refusal = await platform
    .print({
      path: `/files/${fileName}`,
      printer: job.printer ?? undefined,
      // Both copies are pages of the one file, so the printer is asked for it once.
      copies: 1,
      paper: { widthMicrons, heightMicrons },
    })
    .then(() => undefined)
    .catch((error: unknown) => String(error));
  if (refusal === undefined) {
    setState(options, id, 'sent', null);
    return 'done';
  }
  log(`printing job ${id}: ${refusal}`);
  setState(options, id, 'failed', 'printerSilent');
  return 'refused';
}

/** The slip's PDF, stored; undefined, with the reason in the log, when it cannot be made. */
async function makeSlip(
  { register, renderer, settingsOn, formTexts, now, log }: PrintDeskOptions,
  { id, caseId, form, reprint }: PrintJobRow,
): Promise<{ fileName: string; pdf: Uint8Array } | undefined> {
  try {
    const state = getCase(register.read, caseId);
    // A slip says what was in force when it was received; only the paper it lies on is today's.
    const settings = {
      ...settingsOn(state.receivedAt.slice(0, 10)),
      printing: settingsOn(now().today).printing,
    };
    const pdf = await renderer.render(form, slipOfCase(form, state, settings, formTexts, reprint));
    return { pdf, fileName: storeFile(register.folder, pdf) };
  } catch (error) {
    log(`slip of job ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return undefined;
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
    const subject = `case:${caseId}`;
    appendEntry(tx, { at: instant, personId: null, device: 'counter', kind: `slip.${state}`, subject, data });
  });
  announce();
}
