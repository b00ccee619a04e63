import { openDesk, reception } from '../desk.ts';

// A counter that is killed while its printer, which never answers, holds the first of two slips.
const printing = Promise.withResolvers<void>();
const desk = await openDesk('2025-04-24T09:15', {
  kind: 'electron',
  printers: async () => [],
  print: () => {
    printing.resolve();
    return new Promise(() => {});
  },
});
const { jobIds } = await desk.clerk.cases.receive(reception({ slips: ['acknowledgement', 'controlSlip'] }));
await printing.promise;
process.send?.({ folder: desk.folder, jobIds });
