import { openCounter } from '../../electron/counter.ts';
import { optionsFor, reception } from '../desk.ts';
import { takeGivenKey } from '../locked.ts';

// Receives without end on the folder it is given, and says each code only after the counter has answered.
const [folder = ''] = process.argv.slice(2);
takeGivenKey(folder);
const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
const clerk = counter.caller({ kind: 'loopback', device: 'window' });
for (;;) {
  const { caseCode } = await clerk.cases.receive(reception());
  process.send?.(caseCode);
  await new Promise((resolve) => setImmediate(resolve));
}
