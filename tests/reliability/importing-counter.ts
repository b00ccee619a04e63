import { readFileSync } from 'node:fs';
import { openCounter } from '../../electron/counter.ts';
import { optionsFor } from '../desk.ts';

// Takes a file into the folder it is given, and says once it is a good way in.
const [folder = '', file = ''] = process.argv.slice(2);
const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
const door = { kind: 'loopback', device: 'window' } as const;
const clerk = counter.caller(door);
const reply = await counter.fetch(
  new Request('http://counter/incoming', { method: 'PUT', body: readFileSync(file) }),
  door,
);
const { file: handed } = (await reply.json()) as { file: string };
const { shape } = await clerk.imports.open({ file: handed, name: 'so.csv' });
const { firstRow, heads, columns } = shape;
const table = { file: handed, name: 'so.csv', firstRow, heads, columns, decisions: { 'chung thuc la': '' } };
const { digest } = await clerk.imports.check(table);
const running = clerk.imports.run({ ...table, digest });
const watch = setInterval(async () => {
  const progress = await clerk.imports.progress();
  if (progress !== null && progress.done > progress.total / 4) {
    clearInterval(watch);
    process.send?.(progress.done);
  }
}, 10);
await running;
process.send?.('finished');
