import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Counter, type CounterOptions, openCounter } from '../counter.ts';
import { keepIncoming } from '../excel/incoming.ts';
import { nowAt } from '../now.ts';
import { connect } from '../register/connection.ts';
import { lockFolder } from '../register/lock.ts';
import { ratingCodeOf } from '../register/voice/ratings.ts';
import { scenes } from '../samples/index.ts';
import { type CallAs, play, type Scene } from '../samples/play.ts';

export const sceneNames: readonly string[] = Object.keys(scenes);

/**
 * Opens the register of a scene in a folder, making it when the folder has no register yet. It is made aside and
 * moved into place whole, so a half-played scene is never opened.
 * @param report cases received so far, of how many.
 */
export async function openSample(
  scene: string,
  options: CounterOptions,
  report: (done: number, total: number) => void,
): Promise<Counter> {
  const make = scenes[scene];
  if (make === undefined) throw new RangeError(`Unknown scene ${scene}`);
  const { dataFolder } = options;
  if (!existsSync(join(dataFolder, 'register.db'))) {
    mkdirSync(dataFolder, { recursive: true });
    const lock = lockFolder(dataFolder);
    try {
      const making = join(dataFolder, 'making-sample');
      if (!existsSync(join(making, whole))) await makeAside(make, making, options, report);
      moveIntoPlace(making, dataFolder);
    } finally {
      lock.release();
    }
  }
  return openCounter(options);
}

/** Names a scene that was played to its end; a move that was cut short is taken up again. */
const whole = 'whole';

async function makeAside(
  make: (now: string) => Scene,
  making: string,
  options: CounterOptions,
  report: (done: number, total: number) => void,
): Promise<void> {
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making);
  const counter = await openCounter({ ...options, dataFolder: making, isDurable: false });
  const now = nowAt((options.clock ?? Date.now)()).officeTime;
  const slips = connect(join(making, 'register.db'), 'read');
  const as: CallAs = (device, clock) => counter.caller({ kind: 'loopback', device }, clock);
  await play(make(now), as, report, {
    ratingCodeOf: (caseId) => ratingCodeOf(slips, caseId, 'return'),
    handIn: (table) => keepIncoming(making, Buffer.from(table)),
  });
  slips.close();
  await counter.printed();
  await counter.close();
  writeFileSync(join(making, whole), '');
}

/** The register last: as long as it is not there, the folder holds no register and the move can go on. */
function moveIntoPlace(making: string, dataFolder: string): void {
  for (const name of ['files', 'register.db']) {
    if (existsSync(join(making, name))) renameSync(join(making, name), join(dataFolder, name));
  }
  rmSync(making, { recursive: true });
}
