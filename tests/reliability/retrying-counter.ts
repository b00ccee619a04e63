import { openCounter } from '../../electron/counter.ts';
import { optionsFor, reception } from '../desk.ts';

// Receives without end; the first form is the one that nobody knows the end of, sent again with its own key.
const [folder = '', pending = ''] = process.argv.slice(2);
const counter = await openCounter({ ...optionsFor(folder), log: () => {} });
const clerk = counter.caller({ kind: 'loopback', device: 'window' });
let form = pending === '' ? reception() : (JSON.parse(pending) as ReturnType<typeof reception>);
for (;;) {
  process.send?.({ trying: form });
  const { caseCode } = await clerk.cases.receive(form);
  process.send?.({ received: form.formKey, caseCode });
  form = reception();
  await new Promise((resolve) => setImmediate(resolve));
}
