import type { StartFinding } from '../../shared/start-finding.ts';
import type { Counter, CounterOptions } from '../counter.ts';
import { openDamageRoom } from '../damage/damage-room.ts';
import { rememberBySystem, unlockBySystem } from '../locking/unlock.ts';
import { DamageError, StartError } from '../start-error.ts';
import { type Front, openFront } from './front.ts';

/** One counter after the other on the same folder: opened, stopped by what is found, opened again. */
export interface CounterLife {
  front: Front;
  /** Opens the counter; damage is shown instead. Throws StartError for what is not the register's fault. */
  begin(): Promise<void>;
  /** Shows what keeps the counter from being opened. */
  hold(finding: StartFinding): Promise<void>;
  /** Prints with this counter and every later one. */
  startPrinting(): void;
  close(): Promise<void>;
}

export interface LifeOptions extends CounterOptions {
  /** The entry file of the worker that reads whole registers, sound or not. */
  damageWorker: URL;
  clock: () => number;
  log: (line: string) => void;
  /** After so long, in milliseconds, the rows are looked at, which takes a while. */
  lookAfterMs?: number;
}

export function openCounterLife(
  options: LifeOptions,
  open: (options: CounterOptions) => Promise<Counter>,
): CounterLife {
  const { dataFolder, rendererFolder, platform, clock, log, lookAfterMs = 10_000 } = options;
  const room = openDamageRoom(options.damageWorker);
  let counter: Counter | null = null;
  let isPrinting = false;
  let isClosed = false;
  /** What is being opened; its failure is told to whoever began it. */
  let beginning: Promise<void> = Promise.resolve();
  const timers: NodeJS.Timeout[] = [];
  const front = openFront({
    folder: dataFolder,
    rendererFolder,
    room,
    clock,
    log,
    open: () => begin().then(() => front.finding() === null),
  });

  const begin = () => {
    beginning = openOne();
    return beginning;
  };

  const openOne = async () => {
    try {
      await unlockBySystem(dataFolder, platform.secrets);
      const opened = await open({ ...options, reopen });
      // Nobody waits for it any more, and nobody else would close it.
      if (isClosed) return await opened.close();
      counter = opened;
      await rememberBySystem(dataFolder, platform.secrets);
      front.serve(opened);
      if (isPrinting) opened.startPrinting();
      await opened.startLan();
      lookAside(opened);
    } catch (error) {
      if (!(error instanceof DamageError)) throw error;
      log(error.message);
      front.show(error.finding);
    }
  };

  /** What takes a while to find is looked for while the counter works. */
  const lookAside = (opened: Counter) => {
    const failed = (error: unknown) => isClosed || log(`check: ${String(error)}`);
    const sound = opened.sound.then((finding) => stopFor(opened, finding));
    sound.catch(failed);
    const look = async () => {
      await sound;
      if (counter === opened) await stopFor(opened, await room.ask('findUnfolded', opened.registerFile));
    };
    const timer = setTimeout(() => void look().catch(failed), lookAfterMs);
    timers.push(timer.unref());
  };

  /** Something was found while a counter works: it stops writing, and shows it. What another one opened since is not what was looked at. */
  const stopFor = async (looked: Counter, finding: StartFinding | null) => {
    if (finding === null || isClosed || counter !== looked) return;
    log(`register: ${finding.kind}`);
    counter = null;
    front.show(finding);
    await looked.close();
  };

  /** A restored register is put in its place by an opening: the windows ask again and find it. */
  const reopen = () => {
    const closing = counter;
    if (closing === null || isClosed) return;
    counter = null;
    front.pause();
    closing
      .close()
      .catch(notClosed)
      .then(() => (isClosed ? undefined : begin()))
      .catch(notReopened);
  };

  const notReopened = async (error: unknown) => {
    log(`reopen: ${String(error)}`);
    if (isClosed) return;
    const half = counter;
    counter = null;
    front.show({ kind: 'notReopened', why: error instanceof StartError ? error.message : null });
    await half?.close().catch(notClosed);
  };

  const notClosed = (error: unknown) => log(`close: ${String(error)}`);

  return {
    front,
    begin,
    hold: async (finding) => {
      // A locked register can be checked and copied before it is opened.
      await unlockBySystem(dataFolder, platform.secrets);
      front.show(finding);
    },
    startPrinting: () => {
      isPrinting = true;
      counter?.startPrinting();
    },
    close: async () => {
      isClosed = true;
      for (const timer of timers) clearTimeout(timer);
      await room.close();
      await beginning.catch(() => {});
      await counter?.close();
    },
  };
}
