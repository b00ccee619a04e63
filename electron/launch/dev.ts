import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { openHeadless } from '../headless.ts';
import { root } from './build-when-stale.ts';
import { dataFolderOf, readOptions } from './options.ts';
import { runProgram, untilTold } from './program.ts';

// `npm run dev`: the screens from Vite with hot reload, the counter behind them on a register that is thrown away
// at the end. `--data` or `--sample` keep theirs.
await runProgram(async () => {
  const told = untilTold();
  const options = readOptions(process.argv.slice(2));
  const keeps = options.dataFolder !== undefined || options.sample !== undefined;
  const dataFolder = keeps ? dataFolderOf(options) : mkdtempSync(join(tmpdir(), 'mot-cua-dev-'));
  // Vite ends the process by itself on SIGTERM, so what is thrown away goes with the process.
  if (!keeps) process.once('exit', () => rmSync(dataFolder, { recursive: true, force: true }));
  const counter = await openHeadless({ ...options, dataFolder, port: options.port ?? 0 });
  const target = { target: counter.url, changeOrigin: true };
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    server: {
      host: '127.0.0.1',
      proxy: { '/api': target, '/files': target, '/healthz': target, '/man-hinh/api': target },
    },
  });
  await vite.listen();
  process.stdout.write(`Quầy Một Cửa: ${counter.url}\nDữ liệu: ${dataFolder}\n`);
  vite.printUrls();
  await told;
  await vite.close();
  await counter.close();
  return 0;
});
