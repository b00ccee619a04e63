import { openCounter } from '../../../electron/counter.ts';
import { optionsFor, reception } from '../../desk.ts';

// Receives thirty times on the folder it is given, whatever comes of it, and says each code or the refusal.
const [folder = ''] = process.argv.slice(2);
const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
const clerk = counter.caller({ kind: 'loopback', device: 'window' });
for (let round = 0; round < 30; round += 1) {
  try {
    process.send?.({ caseCode: (await clerk.cases.receive(reception())).caseCode });
  } catch (error) {
    process.send?.({ refusal: error instanceof Error ? error.message : String(error) });
  }
}
await counter.close();
process.disconnect();
