import { openLanDesk } from '../lan.ts';

// A counter with its door for the local network open and so many devices to pair; says what they need, and then what memory it holds
// each time it is asked.
const devices = Number(process.argv[2] ?? 10);
const desk = await openLanDesk();
const codes: string[] = [];
for (let each = 1; each <= devices; each += 1)
  codes.push((await desk.clerk.lan.newPairingCode({ kind: 'counter', name: `Quầy ${each}` })).code);
process.on('message', async (asked) => {
  if (asked === 'end') {
    await desk[Symbol.asyncDispose]();
    process.exit(0);
  }
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const cases = (await desk.clerk.cases.list({})).total;
  process.send?.({
    cpuMs: (user + system) / 1000,
    rss,
    heap: heapUsed + external,
    // An immediate is work of this turn of the loop, such as what follows a reply: nothing is held by it.
    handles: process.getActiveResourcesInfo().filter((kind) => kind !== 'Immediate').length,
    cases,
  });
});
process.send?.({ url: desk.view.url, ca: desk.ca, codes, folder: desk.folder });
