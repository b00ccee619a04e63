import type { StartFinding } from '../../shared/start-finding.ts';
import { type Counter, type CounterOptions, openCounter } from '../counter.ts';
import { openDamageHandler } from '../damage/damage-handler.ts';
import { openDamageRoom } from '../damage/damage-room.ts';
import { readStarts } from '../damage/deaths.ts';
import type { Door } from '../door.ts';
import { rememberBySystem, unlockBySystem } from '../locking/unlock.ts';
import { DamageError, StartError } from '../start-error.ts';

export interface StartOptions extends CounterOptions {
  /** The entry file of the worker that reads whole registers, sound or not. */
  damageWorker: URL;
}

/** The counter, or its page of ways out while something is wrong with the register. */
export interface StartedCounter {
  fetch(request: Request, door: Door): Promise<Response>;
  /** What keeps the register shut; null while the counter works. */
  finding(): StartFinding | null;
  startPrinting(): void;
  close(): Promise<void>;
}

/** After this long a start has gone well, and the rows are looked at, which takes a while. */
const settledMs = 60_000;
const quietMs = 10_000;

/**
 * Opens the counter; a damaged register never ends the program, it is shown instead, with the ways out. Throws StartError for
 * what is not the register's fault, such as a folder in use.
 */
export async function startCounter(
  options: StartOptions,
  open: (options: CounterOptions) => Promise<Counter> = openCounter,
): Promise<StartedCounter> {
  const clock = options.clock ?? Date.now;
  const log = options.log ?? ((line: string) => process.stderr.write(`${line}\n`));
  const room = openDamageRoom(options.damageWorker);
  const starts = readStarts(options.dataFolder, Date.now());
  let counter: Counter | null = null;
  let found: StartFinding | null = null;
  let answer: (request: Request, door: Door) => Response | Promise<Response>;
  let isPrinting = false;
  let isClosed = false;
  const timers: NodeJS.Timeout[] = [];

  const show = (finding: StartFinding) => {
    found = finding;
    const handler = openDamageHandler(finding, {
      folder: options.dataFolder,
      rendererFolder: options.rendererFolder,
      room,
      clock,
      log,
      open: () => begin().then(() => found === null),
    });
    answer = (request, door) => handler.fetch(request, door);
  };

  /** Something was found while the counter works: it stops writing, and shows it. */
  const stopFor = async (finding: StartFinding | null) => {
    if (finding === null || isClosed || counter === null) return;
    log(`register: ${finding.kind}`);
    const closing = counter;
    counter = null;
    show(finding);
    await closing.close();
  };

  /** A restored register is put in its place by an opening: the windows ask again and find it. */
  const reopen = () => {
    const closing = counter;
    if (closing === null || isClosed) return;
    counter = null;
    answer = () => new Response('Quầy đang mở lại.', { status: 503, headers: { 'retry-after': '1' } });
    closing
      .close()
      .catch((error: unknown) => log(`close: ${String(error)}`))
      .then(() => (isClosed ? undefined : begin()))
      .catch(async (error: unknown) => {
        log(`reopen: ${String(error)}`);
        if (isClosed) return;
        const half = counter;
        counter = null;
        show({ kind: 'notReopened', why: error instanceof StartError ? error.message : null });
        await half?.close().catch((fault: unknown) => log(`close: ${String(fault)}`));
      });
  };

  const begin = async () => {
    try {
      await unlockBySystem(options.dataFolder, options.platform.secrets);
      counter = await open({ ...options, reopen });
      const opened = counter;
      await rememberBySystem(options.dataFolder, options.platform.secrets);
      found = null;
      answer = (request, door) => opened.fetch(request, door);
      if (isPrinting) opened.startPrinting();
      await opened.startLan();
      lookAside(opened);
    } catch (error) {
      if (!(error instanceof DamageError)) throw error;
      log(error.message);
      show(error.finding);
    }
  };

  const lookAside = (opened: Counter) => {
    const failed = (error: unknown) => isClosed || log(`check: ${String(error)}`);
    const sound = opened.sound.then(stopFor);
    sound.catch(failed);
    const look = async () => {
      await sound;
      if (counter === opened) await stopFor(await room.ask('findUnfolded', opened.registerFile));
    };
    const timer = setTimeout(() => void look().catch(failed), quietMs);
    timers.push(timer.unref());
  };

  if (starts.isTooOften) {
    // A locked register can be checked and copied before it is opened.
    await unlockBySystem(options.dataFolder, options.platform.secrets);
    show({ kind: 'deaths' });
  } else {
    starts.begin();
    try {
      await begin();
    } catch (error) {
      starts.forget();
      throw error;
    }
  }
  timers.push(setTimeout(starts.forget, settledMs).unref());
  return {
    fetch: async (request, door) => answer(request, door),
    finding: () => found,
    startPrinting: () => {
      isPrinting = true;
      counter?.startPrinting();
    },
    close: async () => {
      isClosed = true;
      for (const timer of timers) clearTimeout(timer);
      await room.close();
      await counter?.close();
      starts.forget();
    },
  };
}
