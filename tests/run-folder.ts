import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Opens a folder for what the processes of one run make once for all of them, named to them in `MOT_CUA_RUN`; it goes
 * with this process. Playwright, vitest and tests/run.ts each begin with it; a run inside another one takes that one's.
 */
export default function openRunFolder(): void {
  if (process.env.MOT_CUA_RUN !== undefined) return;
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-run-'));
  process.env.MOT_CUA_RUN = folder;
  // Hundreds of counters are started: all but the first find their sources compiled, in half the time.
  process.env.NODE_COMPILE_CACHE ??= join(folder, 'compiled');
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
