import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openCounter } from '../../electron/counter.ts';
import { optionsFor, reception } from '../desk.ts';

// A counter whose printer is a program of its own, as a spooler is: killing the counter does not stop it. Receives as
// many cases as it is asked to, each with three slips, says which jobs it acknowledged, and prints until it is killed.
// A fourth word: `again` first asks again for every slip in question; with `silent` the printer puts out a sheet and
// never says so, as if the counter was always killed too early to hear it.
const [folder = '', spool = '', cases = '0', how] = process.argv.slice(2);
const run = promisify(execFile);

const counter = await openCounter({
  ...optionsFor(folder, {
    kind: 'electron',
    printers: async () => [{ name: 'LBP2900', isDefault: true }],
    print: async ({ path }) => {
      const sheet = `${path.replace(/^.*\/|\.pdf$/g, '')}.${randomUUID()}`;
      await run('/bin/sh', ['-c', 'sleep 0.02; cp "$1" "$2"', 'lp', join(folder, path), join(spool, sheet)]);
      if (how !== 'silent') return;
      process.send?.({ isOut: true });
      await new Promise(() => {});
    },
  }),
  log: () => {},
});
counter.startPrinting();
const clerk = counter.caller({ kind: 'loopback', device: 'window' });
if (how === 'again') {
  const { attention } = await clerk.slips.outbox();
  await clerk.slips.markMany({ ids: attention.rows.map(({ id }) => id), state: 'retry' });
}
for (let made = 0; made < Number(cases); made += 1) {
  const { jobIds } = await clerk.cases.receive(
    reception({ slips: ['acknowledgement', 'controlSlip', 'trackingSlip'] }),
  );
  process.send?.({ jobIds });
}
await counter.printed();
process.send?.({ isDone: true });
