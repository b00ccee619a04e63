import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Runs start.mjs again under the Node 24 that the dependency `node` brings: on Node 20 the SQLite addon
 * crashes without a word. Ends with the child's exit code; the child ends when this process does (IPC channel).
 */
export function startUnderNewerNode() {
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const node = fileURLToPath(new URL(`../../node_modules/node/bin/${program}`, import.meta.url));
  if (!existsSync(node)) {
    process.stderr.write(
      `Quầy Một Cửa chạy bằng Node 24, máy này đang chạy Node ${process.versions.node} và thư viện chưa đủ: hãy chạy lại npm ci (không dùng --ignore-scripts) rồi npm start.\n`,
    );
    process.exitCode = 1;
    return;
  }
  const start = fileURLToPath(new URL('../start.mjs', import.meta.url));
  const child = spawn(node, [start, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event !== undefined) {
    const parent = process.ppid;
    // npm ends its shell only (see untilTold in program.ts).
    setInterval(() => process.ppid !== parent && child.kill(), 500).unref();
  }
  child.on('error', (error) => {
    process.stderr.write(
      `Không chạy được Node 24 trong node_modules (${error.message}): hãy chạy lại npm ci.\n`,
    );
    process.exit(1);
  });
  child.on('exit', (code) => process.exit(code === null ? 1 : code));
}
