import { openCounter } from '../../electron/counter.ts';
import { optionsFor, reception } from '../desk.ts';
import { passwordOfTests } from '../sign-in.ts';

// Receives and writes backups without end on the folder it is given, and says each copy that it was told is written.
const [folder = ''] = process.argv.slice(2);
const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
const clerk = counter.caller({ kind: 'loopback', device: 'window' });
await clerk.session.signIn({ personId: 1, password: passwordOfTests });
process.send?.('open');
for (;;) {
  await clerk.cases.receive(reception());
  try {
    process.send?.({ written: (await clerk.backups.write()).name });
  } catch (error) {
    process.send?.({ refused: error instanceof Error ? error.message : String(error) });
  }
}
