import { constants, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lockFolder } from '../electron/register/lock.ts';
import { StartError } from '../electron/start-error.ts';
import { optionsFor } from './desk.ts';
import openRunFolder from './run-folder.ts';

/**
 * Puts the register of a scene into a folder that has none, as opening it with `--sample` does. The scene is played
 * once a run, by whichever process wants it first; the others wait for it.
 */
export async function copySample(scene: string, folder: string): Promise<void> {
  cpSync(await playedOnce(scene), folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
}

async function playedOnce(scene: string): Promise<string> {
  openRunFolder();
  const place = join(process.env.MOT_CUA_RUN ?? '', placeOf(scene));
  const turns = `${place}.turns`;
  mkdirSync(turns, { recursive: true });
  while (!existsSync(place)) {
    const turn = takeTurn(turns);
    if (turn === undefined) {
      await wait(200);
      continue;
    }
    try {
      if (!existsSync(place)) await play(scene, place);
    } finally {
      turn.release();
    }
  }
  return place;
}

/** The ordinary day is another one with each moment it is seen at; work is due at half hours at the soonest. */
function placeOf(scene: string): string {
  return scene === 'mot-ngay' ? `${scene}-${Math.floor(Date.now() / 1_800_000)}` : scene;
}

/** Undefined while another process plays; one that was killed has given its turn back. */
function takeTurn(turns: string): { release(): void } | undefined {
  try {
    return lockFolder(turns);
  } catch (error) {
    if (error instanceof StartError) return undefined;
    throw error;
  }
}

/** Made aside and renamed: what stands in its place is whole. */
async function play(scene: string, place: string): Promise<void> {
  const aside = `${place}.aside`;
  rmSync(aside, { recursive: true, force: true });
  // Loaded when a scene is wanted: most tests play none.
  const { openSample } = await import('../electron/launch/open-sample.ts');
  const counter = await openSample(scene, optionsFor(aside), () => {});
  await counter.close();
  renameSync(aside, place);
}
