import { spawn } from 'node:child_process';
import { root } from './build-when-stale.ts';

/** Electron that dies sooner than this, and not by its own decision, cannot run on this machine. */
const soonestEndMs = 15_000;

export type ElectronEnd = { kind: 'ended'; code: number } | { kind: 'cannot run'; reason: string };

/**
 * Runs the built main in Electron until the person closes it or `told` resolves. Code 1 is a refusal that the main
 * has explained itself; "cannot run" is Electron's own failure (a missing system library, no usable sandbox).
 */
export function runElectron(program: string, dataFolder: string, told: Promise<void>): Promise<ElectronEnd> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  // Chromium refuses to start as root with its sandbox.
  const rootArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...rootArguments, root, `--data=${dataFolder}`], { env, stdio: 'inherit' });
  const started = Date.now();
  let asked = false;
  void told.then(() => {
    asked = true;
    child.kill();
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ kind: 'cannot run', reason: error.message }));
    child.once('exit', (code, signal) => {
      if (asked) resolve({ kind: 'ended', code: 0 });
      else if (code === 0 || code === 1) resolve({ kind: 'ended', code });
      else if (Date.now() - started > soonestEndMs) resolve({ kind: 'ended', code: 1 });
      else resolve({ kind: 'cannot run', reason: signal ?? `mã ${code}` });
    });
  });
}
