import { openCounter } from '../../electron/counter.ts';
import { optionsFor } from '../desk.ts';
import { lanOfTests } from '../lan.ts';
import { passwordOfTests } from '../sign-in.ts';

// A counter on the folder it is given whose door for the local network is open; says its address, and answers until it is killed.
// Whoever asks for a code of pairing gets one. The names of its cookies hold its port.
const [folder = '', port = '0'] = process.argv.slice(2);
const counter = await openCounter({
  ...optionsFor(folder),
  lan: { ...lanOfTests, port: Number(port) },
  log: () => {},
});
await counter.startLan();
const clerk = counter.caller({ kind: 'loopback', device: 'window' });
await clerk.session.signIn({ personId: 1, password: passwordOfTests });
process.on('message', async () => {
  const { code } = await clerk.lan.newPairingCode({ kind: 'counter', name: 'Quầy 2' });
  process.send?.({ code });
});
process.send?.({ url: (await clerk.lan.state()).url });
