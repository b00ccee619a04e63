import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { buildWhenStale, mainBuild, rendererBuild, root } from '../electron/launch/build-when-stale.ts';
import { installedElectron } from '../electron/launch/electron-binary.ts';

// `npm run package`: the unpacked app in dist/package. What follows `--` goes to electron-builder, such as
// `-c.electronDist=<folder>` where Electron's binary cannot be downloaded.
const say = (line: string): void => void process.stdout.write(`${line}\n`);
await buildWhenStale(rendererBuild, say);
await buildWhenStale(mainBuild, say);

const electron = installedElectron();
const given = process.argv.slice(2);
const dist =
  electron && !given.some((arg) => arg.includes('electronDist'))
    ? [`-c.electronDist=${dirname(electron)}`]
    : [];
const builder = join(root, 'node_modules/electron-builder/cli.js');
const { status } = spawnSync(process.execPath, [builder, '--dir', '--publish=never', ...dist, ...given], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
