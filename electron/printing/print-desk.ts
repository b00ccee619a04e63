import { setTimeout as wait } from 'node:timers/promises';
import type { FormTexts } from '../../shared/domain/forms.ts';
import type { QuestionSet } from '../../shared/domain/rating-settings.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { PrintState } from '../../shared/print-states.ts';
import type { PrintJobRow } from '../../shared/views.ts';
import { isDiskFull } from '../disk-full.ts';
import type { Platform } from '../platform.ts';
import { appendEntry } from '../register/journal.ts';
import {
  getPrintJob,
  journalSubjectOf,
  listPrintJobsIn,
  movePrintJob,
  type PrintJobChange,
} from '../register/print-jobs.ts';
import type { Register } from '../register/register.ts';
import { handToPrinter, inTime, patienceOf } from './hand-to-printer.ts';
import { makeSheets } from './make-sheets.ts';
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
  /** Takes no further job and resolves when those in hand are done; the others stay on the list. */
  close(): Promise<void>;
}

export interface PrintDeskOptions {
  register: Register;
  renderer: SlipRenderer;
  platform: Platform;
  formTexts: FormTexts;
  questionSets: readonly QuestionSet[];
  /** Settings in force on a day. */
  settingsOn: (day: string) => Settings;
  now: () => { instant: string; officeTime: string; today: string };
  announce: () => void;
  log: (line: string) => void;
}

interface Desk extends PrintDeskOptions {
  isClosing(): boolean;
}

/** Between two looks whether a full disk has room again. */
const roomLookMs = 500;

/**
 * Works through the print list, one line a printer so that a dead one holds up nobody else's slips, and takes up what
 * a stopped counter left queued. What it left between paper and word becomes `unknown`: a person looks, nothing is
 * printed twice without its mark. A case is safe whatever happens here: it was stored before its job was handed over.
 */
export function openPrintDesk(given: PrintDeskOptions): PrintDesk {
  const { register, platform, log } = given;
  let printerNames: string[] = [];
  let isClosing = false;
  const options = { ...given, isClosing: () => isClosing };
  const lines = new Map<string | null, Promise<void>>();
  const listing = Symbol('listing').toString();
  const join = (line: string | null, work: () => Promise<void>, what: string) => {
    const before = lines.get(line) ?? Promise.resolve();
    const turn = before
      .then(() => (isClosing ? undefined : work()))
      .catch((error: unknown) => log(`${what}: ${String(error)}`));
    lines.set(line, turn);
  };
  const listPrinters = () =>
    join(
      listing,
      async () => {
        printerNames = (await inTime(platform.printers(), patienceOf(platform))).map(({ name }) => name);
      },
      'printers',
    );
  const enqueue = (jobIds: readonly number[]) => {
    for (const id of jobIds) {
      const work = async () => {
        if ((await workOff(options, id)) === 'refused') listPrinters();
      };
      join(getPrintJob(register.read, id).printer, work, `print job ${id}`);
    }
  };
  return {
    enqueue,
    start: () => {
      listPrinters();
      for (const id of listPrintJobsIn(register.read, 'printing')) {
        move(options, id, 'printing', { state: 'unknown', fault: 'interrupted' });
      }
      enqueue(listPrintJobsIn(register.read, 'queued'));
    },
    printers: () => printerNames,
    idle: () => settled(lines),
    close: () => {
      isClosing = true;
      return settled(lines);
    },
  };
}

/** Resolves when the lines are empty, also of what joined them meanwhile. */
async function settled(lines: ReadonlyMap<string | null, Promise<void>>): Promise<void> {
  let seen: Promise<void>[] = [];
  for (;;) {
    const turns = [...lines.values()];
    if (turns.length === seen.length && turns.every((turn, index) => turn === seen[index])) return;
    await Promise.all(turns);
    seen = turns;
  }
}

/** `refused`: the printer did not take the sheet, so the list of printers may be old. */
async function workOff(options: Desk, id: number): Promise<'done' | 'refused'> {
  const { register, platform, log } = options;
  const job = getPrintJob(register.read, id);
  if (job.state !== 'queued') return 'done';
  const sheets = await makeSheets(options, job);
  // While a long piece of work has the register to itself, what the counter knows of its paper waits.
  await register.free();
  if ('fault' in sheets) {
    await keep(options, id, 'queued', { state: 'failed', ...sheets });
    return 'done';
  }
  const { fileName, pdf } = sheets;
  if (platform.kind === 'browser') {
    await keep(options, id, 'queued', { state: 'ready', fault: null, fileName });
    return 'done';
  }
  // From here a sheet may come out, whatever becomes of this counter.
  const printing = { state: 'printing', fault: null, fileName, mayBeOut: true } as const;
  const claimed = await keep(options, id, 'queued', printing);
  if (claimed === undefined) return 'done';
  const fault = await handToPrinter(platform, fileName, pdf, claimed.printer);
  await register.free();
  if (fault === undefined) {
    await keep(options, id, 'printing', { state: 'sent', fault: null });
    return 'done';
  }
  log(`printing job ${id}: ${fault.message}`);
  const code = { gone: 'printerGone', refused: 'printerRefused', silent: 'printerSilent' }[fault.reason];
  await keep(options, id, 'printing', {
    state: 'failed',
    fault: code,
    mayBeOut: fault.reason === 'silent',
  });
  return 'refused';
}

/** Moves it as soon as the disk has room: what came of a sheet is known now, and nobody could find it out later. */
async function keep(...given: Parameters<typeof move>): Promise<PrintJobRow | undefined> {
  const [{ isClosing, log }, id] = given;
  for (;;) {
    try {
      return move(...given);
    } catch (error) {
      if (!isDiskFull(error) || isClosing()) throw error;
      log(`print job ${id}: ${String(error)}`);
      await wait(roomLookMs);
    }
  }
}

/**
 * The counter's own act, in nobody's name: the transaction holds the state and its journal entry. Undefined when a
 * person decided otherwise in the meantime, so that no slip is printed that was just skipped.
 */
function move(
  { register, now, announce }: Desk,
  id: number,
  from: PrintState,
  change: Omit<PrintJobChange, 'at'>,
): PrintJobRow | undefined {
  const { instant, officeTime } = now();
  const moved = register.transact((tx) => {
    if (!movePrintJob(tx, id, [from], { ...change, at: officeTime })) return undefined;
    const job = getPrintJob(tx, id);
    const { form, reprint } = job;
    appendEntry(tx, {
      at: instant,
      personId: null,
      device: 'counter',
      kind: `slip.${change.state}`,
      subject: journalSubjectOf(job),
      data: { id, form, reprint, fault: change.fault, fileName: change.fileName ?? null },
    });
    return job;
  });
  if (moved) announce();
  return moved;
}
