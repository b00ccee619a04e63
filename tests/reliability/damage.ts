import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../../electron/register/connection.ts';

/** Numbers from 0 to 1 that a seed decides. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const page = 4096;
type Random = () => number;
const below = (random: Random, end: number) => Math.floor(random() * end);

function change(file: string, work: (bytes: Buffer) => void): void {
  if (!existsSync(file)) return;
  const bytes = readFileSync(file);
  if (bytes.length < 2 * page) return;
  work(bytes);
  writeFileSync(file, bytes);
}

/** Writes past the door, as somebody with a tool for databases would. */
function edit(folder: string, trigger: string, sql: string): void {
  const db = connect(join(folder, 'register.db'), 'write');
  db.pragma('foreign_keys = OFF');
  db.exec(`DROP TRIGGER IF EXISTS ${trigger}; ${sql}`);
  db.close();
}

const pageOf = (random: Random, bytes: Buffer) => below(random, Math.floor(bytes.length / page)) * page;

/** What disks, programs and people do to a register. `other` is the folder of another register. */
export const damages: Record<string, (folder: string, random: Random, other: string) => void> = {
  flip: (folder, random) =>
    change(join(folder, 'register.db'), (bytes) => {
      for (let count = 1 + below(random, 20); count > 0; count -= 1) {
        const at = below(random, bytes.length);
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << below(random, 8)), at);
      }
    }),
  header: (folder, random) =>
    change(join(folder, 'register.db'), (bytes) => bytes.writeUInt8(below(random, 256), below(random, 100))),
  zero: (folder, random) =>
    change(join(folder, 'register.db'), (bytes) => {
      const from = pageOf(random, bytes);
      bytes.fill(0, from, Math.min(bytes.length, from + page * (1 + below(random, 8))));
    }),
  noise: (folder, random) =>
    change(join(folder, 'register.db'), (bytes) => {
      const from = pageOf(random, bytes);
      for (let at = from; at < Math.min(bytes.length, from + page); at += 1) bytes[at] = below(random, 256);
    }),
  swap: (folder, random) =>
    change(join(folder, 'register.db'), (bytes) => {
      const [one, two] = [pageOf(random, bytes), pageOf(random, bytes)];
      const kept = Buffer.from(bytes.subarray(one, one + page));
      bytes.copy(bytes, one, two, two + page);
      kept.copy(bytes, two);
    }),
  truncate: (folder, random) => {
    const file = join(folder, 'register.db');
    truncateSync(file, below(random, readFileSync(file).length));
  },
  // A letter of the schema's; only a writing connection compiles what a CHECK says.
  checkFlip: (folder) =>
    change(join(folder, 'register.db'), (bytes) => {
      const at = bytes.indexOf('formHash', bytes.indexOf('CHECK (length(formHash)'));
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    }),
  logGone: (folder) => rmSync(join(folder, 'register.db-wal'), { force: true }),
  logForeign: (folder, _, other) =>
    copyFileSync(join(other, 'register.db-wal'), join(folder, 'register.db-wal')),
  logFlip: (folder, random) =>
    change(join(folder, 'register.db-wal'), (bytes) => {
      const at = below(random, bytes.length);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0x55, at);
    }),
  gone: (folder) => rmSync(join(folder, 'register.db')),
  empty: (folder) => writeFileSync(join(folder, 'register.db'), ''),
  foreign: (folder, random) =>
    writeFileSync(join(folder, 'register.db'), Buffer.alloc(100_000, below(random, 256))),
  editedRow: (folder, random) =>
    edit(folder, 'none', `UPDATE cases SET applicantName = 'Người Khác' WHERE id = ${1 + below(random, 40)}`),
  editedEntry: (folder, random) =>
    edit(
      folder,
      'journalIsAppendOnlyUpdate',
      `UPDATE journal SET data = json_set(data, '$.edited', 1) WHERE seq = ${5 + below(random, 40)}`,
    ),
  lostEntry: (folder, random) =>
    edit(folder, 'journalIsAppendOnlyDelete', `DELETE FROM journal WHERE seq = ${5 + below(random, 40)}`),
};

/** What must be said of a damage that leaves no doubt; of the others, whatever is true. */
export const certain: Record<string, string> = {
  gone: 'missing',
  empty: 'empty',
  foreign: 'foreign',
  checkFlip: 'damaged',
  editedRow: 'rowDiffers',
  editedEntry: 'chainBroken',
  lostEntry: 'chainBroken',
};
