import type { StartFinding } from '../shared/start-finding.ts';
import { createDisplayCaller } from './api/display/display.ts';
import { createCaller } from './api/index.ts';
import { openContexts } from './contexts.ts';
import type { Door } from './door.ts';
import { handlerOf } from './http/handler.ts';
import { openWindowFiles } from './http/window-files.ts';
import { type LanTrial, openLanDoor } from './lan/lan-door.ts';
import { openRooms, type RoomOptions } from './rooms.ts';
import { dropReadable, sweepDaily } from './sweep.ts';

export interface CounterOptions extends Omit<RoomOptions, 'clock' | 'log'> {
  /** Built renderer: index.html and hashed assets. */
  rendererFolder: string;
  /** Where the door for the local network opens, when it is switched on; its own port by default. */
  lan?: LanTrial;
  /** The only clock of the counter; tests pass their own. Epoch milliseconds. */
  clock?: () => number;
  /** Where incidents go; standard error by default. Never personal data. */
  log?: (line: string) => void;
}

export interface Counter {
  fetch(request: Request, door: Door): Promise<Response>;
  /** The same procedures without HTTP, as the person seated at a device; `clock` may tell another time (samples). */
  caller(door: Door, clock?: () => number): ReturnType<typeof createCaller>;
  /** What a screen for citizens of a desk is answered, without HTTP. */
  displayCaller(desk: string): ReturnType<typeof createDisplayCaller>;
  /** Begins to print what is on the list, once the platform can, and readies the worker for the first slip. */
  startPrinting(): void;
  /** Opens the door for the local network where it is switched on, and keeps it as it should be; what fails is told on its screen. */
  startLan(): Promise<void>;
  /** What a check of a large register finds; null when it is sound. */
  sound: Promise<StartFinding | null>;
  registerFile: string;
  /** Resolves when every slip handed over so far has its state. */
  printed(): Promise<void>;
  close(): Promise<void>;
}

/** Opens register, api and files. Throws `StartError` (start-error.ts) with one sentence for the person at the PC. */
export async function openCounter(options: CounterOptions): Promise<Counter> {
  const clock = options.clock ?? Date.now;
  const log = options.log ?? ((line: string) => process.stderr.write(`${line}\n`));
  /** Closed the other way round, and each whatever becomes of the others. */
  const opened = new AsyncDisposableStack();
  try {
    const { parts, renderer, soundness } = openRooms({ ...options, clock, log }, opened);
    const { register, printDesk, changes } = parts;
    const files = openWindowFiles(options.rendererFolder);
    const app = handlerOf(options.dataFolder, files, (door) => context(door));
    const answer = async (request: Request, door: Door) => app.fetch(request, door);
    const announce = () => changes.announce(['session']);
    const lan = openLanDoor({ ...options.lan, register, files, answer, announce, clock, log });
    opened.adopt(lan, (each) => each.close());
    const context = openContexts({ ...parts, lan }, clock);
    dropReadable(register, log);
    opened.defer(sweepDaily(register, clock, log));
    return {
      fetch: answer,
      caller: (door, at) => createCaller(context(door, at)),
      displayCaller: (desk) => createDisplayCaller(context({ kind: 'display', device: 'display', desk })),
      startPrinting: () => {
        printDesk.start();
        renderer.warm().catch((error: unknown) => log(`render worker: ${String(error)}`));
      },
      startLan: lan.start,
      sound: soundness.verdict,
      registerFile: register.file,
      printed: () => printDesk.idle(),
      close: () => opened.disposeAsync(),
    };
  } catch (error) {
    await opened.disposeAsync().catch((fault: unknown) => log(`close: ${String(fault)}`));
    throw error;
  }
}
