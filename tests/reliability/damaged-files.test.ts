import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { connect, prepared } from '../../electron/register/connection.ts';
import { salvage } from '../../electron/register/damage/salvage.ts';
import { findUnfolded } from '../../electron/register/damage/soundness.ts';
import { findBrokenLink } from '../../electron/register/journal.ts';
import { openRegister } from '../../electron/register/register.ts';
import { DamageError } from '../../electron/start-error.ts';
import { openDesk, reception } from '../desk.ts';
import { certain, damages, seeded } from './damage.ts';

/** Quality T4: 10.000 files at full scale, `MOT_CUA_FULL=1`. */
const files = process.env.MOT_CUA_FULL ? 10_000 : 40;
const cases = 40;
const longestMs = 10_000;

/** As a kill leaves a register: half of it folded, half of it in the log. */
async function fillRegister(folder: string): Promise<void> {
  await using desk = await openDesk();
  for (let count = 0; count < cases; count += 1) {
    await desk.clerk.cases.receive(reception());
    if (count === cases / 2) {
      const db = connect(join(desk.folder, 'register.db'), 'write');
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    }
  }
  cpSync(desk.folder, folder, { recursive: true });
}

/** What file and log hold; a log of 0 bytes is none: whoever reads makes one. */
function bytesOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of ['register.db', 'register.db-wal']) {
    const file = join(folder, name);
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** What the start finds, as the counter does: what stops the opening, then the rows. */
function finding(folder: string): string | null {
  try {
    openRegister(folder).close();
  } catch (error) {
    if (error instanceof DamageError) return error.finding.kind;
    throw error;
  }
  return findUnfolded(join(folder, 'register.db'))?.kind ?? null;
}

function count(folder: string): number {
  const db = connect(join(folder, 'register.db'), 'read');
  try {
    expect([findBrokenLink(db), db.pragma('quick_check(1)', { simple: true })]).toEqual([null, 'ok']);
    return prepared<{ n: number }>(db, 'SELECT count(*) AS n FROM cases').get()?.n ?? 0;
  } finally {
    db.close();
  }
}

test(
  'a damaged register is named or whole: never a crash, never silently empty, the set kept, the rest salvaged',
  async () => {
    const base = mkdtempSync(join(tmpdir(), 'mot-cua-damaged-'));
    const [whole, other] = [join(base, 'whole'), join(base, 'other')];
    await fillRegister(whole);
    await fillRegister(other);
    const names = Object.keys(damages);
    const told: Record<string, number> = {};
    let [salvaged, slowest, kept] = [0, 0, 0];
    for (let round = 0; round < files; round += 1) {
      const folder = join(base, `round-${round}`);
      cpSync(whole, folder, { recursive: true });
      rmSync(join(folder, 'register.db-shm'), { force: true });
      const name = names[round % names.length] ?? '';
      const what = `seed ${round}, ${name}`;
      damages[name]?.(folder, seeded(round), other);
      const before = bytesOf(folder);
      const started = performance.now();
      const kind = finding(folder);
      const took = performance.now() - started;
      slowest = Math.max(slowest, took);
      expect(took, what).toBeLessThan(longestMs);
      if (name in certain) expect(kind, what).toBe(certain[name]);
      expect(['readOnly', 'diskFull', 'wrongKey'], what).not.toContain(kind);
      told[kind ?? 'whole'] = (told[kind ?? 'whole'] ?? 0) + 1;
      if (kind === null) {
        // Without its log it is as it was folded last: that is all it can know.
        expect(count(folder), what).toBeGreaterThanOrEqual(cases / 2);
      } else if (kind !== 'rowDiffers') {
        expect(bytesOf(folder), what).toEqual(before);
      }
      if (kind !== null && name !== 'gone' && name !== 'empty' && name !== 'foreign' && kind !== 'newer') {
        const now = bytesOf(folder);
        const { report, aside } = salvageOrNothing(folder);
        if (aside !== null) {
          expect(basename(aside), what).toMatch(/^2025-04-24-1000/);
          expect(bytesOf(aside), what).toEqual(now);
          expect(count(folder), what).toBe(report);
          salvaged += 1;
          kept += report;
        }
      }
      rmSync(folder, { recursive: true });
      // What nobody holds any more is given back between two turns only.
      await turn();
    }
    rmSync(base, { recursive: true });
    expect(salvaged).toBeGreaterThan(files / 10);
    const kinds = Object.entries(told).map(([kind, times]) => `${kind} ${times}`);
    console.log(
      `${files} damaged files: 0 crashes, 0 silently empty, slowest ${Math.round(slowest)} ms; ${kinds.join(', ')}; ${salvaged} salvaged, ${Math.round((100 * kept) / (salvaged * cases))} % of their cases`,
    );
  },
  process.env.MOT_CUA_FULL ? 7_200_000 : 120_000,
);

/** A file cut to nothing gives nothing. */
function salvageOrNothing(folder: string): { report: number; aside: string | null } {
  try {
    const { report, aside } = salvage(folder, '2025-04-24T03:00:00Z', '2025-04-24T10:00');
    return { report: report.cases, aside };
  } catch (error) {
    if (error instanceof Error && /^(No entry|There is nothing)/.test(error.message))
      return { report: 0, aside: null };
    throw error;
  }
}
