import { spawn } from 'node:child_process';
import { root } from './build-when-stale.ts';

/** Electron that dies sooner than this, and not by its own decision, cannot run on this machine. */
const soonestEndMs = 15_000;

/**
 * Runs the built main in Electron until the person closes it or `told` resolves. Gives undefined after a good end,
 * the exit code after a refusal that Electron's main has already explained, and a reason when Electron itself failed
 * to run (a missing system library, no usable sandbox).
 */
export function runElectron(
  program: string,
  dataFolder: string,
  told: Promise<void>,
): Promise<number | string | undefined> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  // Chromium refuses to start as root with its sandbox.
  const rootArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...rootArguments, root, `--data=${dataFolder}`], { env, stdio: 'inherit' });
  const started = Date.now();
  let asked = false;
  told.then(() => {
    asked = true;
    child.kill();
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      if (asked || code === 0) resolve(undefined);
      else if (code === 1 || Date.now() - started > soonestEndMs) resolve(code ?? 1);
      else resolve(signal ?? `mã ${code}`);
    });
  });
}
