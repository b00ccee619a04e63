import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openSealed } from '../../../electron/backup/sealed-file.ts';
import { openCounter } from '../../../electron/counter.ts';
import { browserPlatform } from '../../../electron/platform.ts';
import { hashOfFile } from '../../../electron/register/backup/backup.ts';
import { listBackups } from '../../../electron/register/backup/backup-list.ts';
import { connect } from '../../../electron/register/connection.ts';
import { findSettings } from '../../../electron/register/settings.ts';
import { optionsFor, reception } from '../../desk.ts';
import { passwordOfTests } from '../../sign-in.ts';

/** A try of an act while something is wrong with a disk, and what was found after it. */
export interface Tried {
  act: string;
  trouble: string;
  /** Null when it was done all the same. */
  refusal: string | null;
  /** Of the same act once everything was in its place again. */
  refusalAfter: string | null;
  /** What must not be: a copy that is not what it says, a sealed one that does not open. */
  wrong: string[];
}

// Writes copies, lists and slips on the folder it is given while its disk is full from each write on, while the folder of the copies
// or the stick is pulled at each, and while either takes nothing; each time once more, with everything in its place.
const [home = ''] = process.argv.slice(2);
const isFull = process.env.MOT_CUA_FULL !== undefined;
/** None of these acts has as many steps. */
const mostTries = isFull ? 2000 : 1;
const [folder, stick] = [join(home, 'data'), join(home, 'stick')];
const backups = join(folder, 'backups');
const printer = { ...browserPlatform, kind: 'electron' as const, print: async () => {} };
const counter = await openCounter({ ...optionsFor(folder, printer), log: () => {} });
counter.startPrinting();
const clerk = counter.caller({ kind: 'loopback', device: 'window' });
await clerk.session.signIn({ personId: 1, password: passwordOfTests });
const placeKey = keyOfPlace();

const acts: Record<string, () => Promise<unknown>> = {
  copy: async () => {
    await clerk.backups.write();
    const { fault } = (await clerk.session.current()).backup;
    if (fault !== null) throw new Error(fault);
  },
  list: async () => {
    await clerk.exports.cases({ view: 'open', columns: ['caseCode'], conditions: [] });
  },
  slip: async () => {
    const { jobIds } = await clerk.cases.receive(reception({ slips: ['acknowledgement'] }));
    await Promise.race([counter.printed(), wait(250)]);
    calm();
    await counter.printed();
    const [job] = await clerk.slips.jobs({ ids: jobIds });
    if (job?.state === 'sent') return;
    await clerk.slips.markMany({ ids: jobIds, state: 'retry' });
    await counter.printed();
    const [again] = await clerk.slips.jobs({ ids: jobIds });
    throw new Error(again?.state === 'sent' ? (job?.fault ?? 'no fault') : `stays ${again?.state}`);
  },
};

let round = 0;
/** From the next step on these hold. */
function set(trouble: Record<string, string | number>): void {
  round += 1;
  for (const [name, value] of Object.entries(trouble)) process.env[name] = String(value);
  process.env.POWER_ROUND = String(round);
}

function calm(): void {
  set({ POWER_FULL_AT: 0, POWER_FULL_FOR: 0, POWER_PULL: '', POWER_PULL_AT: 0, POWER_READ_ONLY: '' });
  for (const pulled of [backups, stick]) {
    if (!existsSync(`${pulled}.gone`)) continue;
    rmSync(pulled, { recursive: true, force: true });
    renameSync(`${pulled}.gone`, pulled);
  }
}

const never = 1_000_000_000;
type Trouble = (at: number) => Record<string, string | number>;
const full: Trouble = (at) => ({ POWER_FULL_AT: at, POWER_FULL_FOR: never });
const pulled =
  (place: string): Trouble =>
  (at) => ({ POWER_PULL: place, POWER_PULL_AT: at });
const readOnly =
  (place: string): Trouble =>
  () => ({ POWER_READ_ONLY: place });

/** Of a copy's many hundred steps most write one page after the other: there not each is tried. */
const plan: { act: string; trouble: string; settings: Trouble; stride: number }[] = [
  { act: 'copy', trouble: 'full', settings: full, stride: 11 },
  { act: 'copy', trouble: 'backups pulled', settings: pulled(backups), stride: 17 },
  { act: 'copy', trouble: 'stick pulled', settings: pulled(stick), stride: 23 },
  { act: 'copy', trouble: 'backups read-only', settings: readOnly(backups), stride: never },
  { act: 'copy', trouble: 'stick read-only', settings: readOnly(stick), stride: never },
  { act: 'list', trouble: 'full', settings: full, stride: 1 },
  { act: 'slip', trouble: 'full', settings: full, stride: 1 },
];
for (const { act, trouble, settings, stride } of plan) {
  // Ends when nothing was refused for a while: the act has no more steps.
  let calmTries = 0;
  for (let tries = 1; tries <= (stride === never ? 1 : mostTries) && calmTries < 5; tries += 1) {
    const at = isFull ? 1 + (tries - 1) * stride : 9;
    // Something new for the copy and for the list.
    await clerk.cases.receive(reception());
    set(settings(at));
    const refusal = await refusalOf(act);
    calm();
    const wrong = wrongWith(act);
    const refusalAfter = refusal === null ? null : await refusalOf(act);
    process.send?.({ act, trouble, refusal, refusalAfter, wrong } satisfies Tried);
    calmTries = refusal === null ? calmTries + 1 : 0;
  }
}
await counter.close();
process.disconnect();

async function refusalOf(act: string): Promise<string | null> {
  try {
    await acts[act]?.();
    return null;
  } catch (error) {
    const { cause } = error as { cause?: { data?: { fault?: string } } };
    return cause?.data?.fault ?? (error as Error).message;
  }
}

function wrongWith(act: string): string[] {
  const wrong: string[] = [];
  const files = join(folder, 'files');
  for (const name of existsSync(files) ? readdirSync(files) : [])
    if (/^[0-9a-f]{64}\.\w+$/.test(name) && hashOfFile(join(files, name)).sha256 !== name.slice(0, 64))
      wrong.push(`${name} is not what it says`);
  if (act !== 'copy') return wrong;
  const copies = listBackups(folder);
  if (copies.length === 0) wrong.push('every copy is gone');
  for (const { name, sha256 } of copies)
    if (hashOfFile(join(backups, name)).sha256 !== sha256) wrong.push(`${name} is not what it says`);
  for (const name of readdirSync(stick, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.sealed')) continue;
    try {
      for (const _ of openSealed(join(stick, name), placeKey));
    } catch {
      wrong.push(`${name} does not open`);
    }
  }
  return wrong;
}

function keyOfPlace(): Buffer {
  const db = connect(join(folder, 'register.db'), 'read');
  const settings = findSettings(db, '2100-01-01');
  db.close();
  return Buffer.from(settings?.backup.key?.key ?? '', 'base64');
}
