import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findUnfoldedCases } from '../../electron/register/cases/cases.ts';
import { connect } from '../../electron/register/connection.ts';
import { findBrokenLink } from '../../electron/register/journal.ts';
import { type Desk, openDesk } from '../desk.ts';
import { handIn, table } from '../import-table.ts';
import { seeded } from './damage.ts';
import { oddTable, zipBomb } from './odd-tables.ts';

/** Quality T7: at full scale, `MOT_CUA_FULL=1`, 10.000 files, or as many as `MOT_CUA_FUZZ` says. */
const files = process.env.MOT_CUA_FULL ? Number(process.env.MOT_CUA_FUZZ ?? 10_000) : 60;

type Ending = 'refused' | 'unread' | 'nothing good' | 'taken';

/** Hands a file in as a clerk would; what is refused leaves the register as it was. */
async function bring(desk: Desk, bytes: Uint8Array<ArrayBuffer>, what: string): Promise<[Ending, number]> {
  const file = await handIn(desk, bytes);
  if (file === undefined) return ['refused', 0];
  try {
    const asked = await table(desk, bytes);
    const checked = await desk.clerk.imports.check(asked);
    for (const { row, faults } of checked.faultyRows) {
      expect(row, what).toBeGreaterThan(0);
      expect(faults.length, what).toBeGreaterThan(0);
    }
    if (checked.fresh === 0) return ['nothing good', 0];
    const { added } = await desk.clerk.imports.run({ ...asked, digest: checked.digest });
    expect(added, what).toBe(checked.fresh);
    return ['taken', added];
  } catch (error) {
    if (!isExpected(error)) throw new Error(what, { cause: error });
    return ['unread', 0];
  }
}

/** Refusals that have a sentence, such as for a table without the columns it needs; `internal` is none of them. */
function isExpected(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.message === 'unreadableFile' || ('code' in error && error.code === 'BAD_REQUEST');
}

test(
  'a file of whatever bytes comes in whole or not at all, its bad rows named; never an unexpected failure',
  async () => {
    await using desk = await openDesk();
    const ended: Record<string, number> = {};
    let total = 0;
    for (let round = 0; round < files; round += 1) {
      const { name, bytes } = oddTable(seeded(round));
      const what = `seed ${round}, ${name}`;
      const [ending, added] = await bring(desk, bytes, what);
      ended[ending] = (ended[ending] ?? 0) + 1;
      total += added;
      if (round % 10 === 9 || added > 0)
        expect((await desk.clerk.cases.list({ view: 'all' })).total, what).toBe(total);
    }
    const db = connect(join(desk.folder, 'register.db'), 'read');
    expect([findUnfoldedCases(db), findBrokenLink(db)]).toEqual([[], null]);
    db.close();
    const endings = Object.entries(ended).map(([ending, times]) => `${ending} ${times}`);
    console.log(
      `${files} odd files: 0 unexpected failures, ${endings.join(', ')}, ${total} cases taken, 0 half files, chain whole`,
    );
  },
  process.env.MOT_CUA_FULL ? 7_200_000 : 120_000,
);

test('a file that unpacks to very much is refused, and the counter goes on', async () => {
  await using desk = await openDesk();
  const bomb = zipBomb(process.env.MOT_CUA_FULL ? 400 : 60);
  const before = process.memoryUsage().rss;
  const [ending] = await bring(desk, bomb, 'bomb');
  expect(ending).not.toBe('taken');
  const grown = (process.memoryUsage().rss - before) / 1_048_576;
  expect(grown).toBeLessThan(512);
  console.log(
    `zip bomb of ${Math.round(bomb.length / 1000)} KB: ${ending}, memory grew by ${Math.round(grown)} MB`,
  );
});
