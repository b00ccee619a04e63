import { startCounter } from '../../../electron/launch/start-counter.ts';
import { optionsFor } from '../../desk.ts';

// Starts a counter on the folder it is given, says what was found, and works until it is killed.
const [folder = ''] = process.argv.slice(2);
const damageWorker = new URL('../../../electron/register/damage/damage-worker.ts', import.meta.url);
const counter = await startCounter({ ...optionsFor(folder), damageWorker, log: () => {} });
process.send?.({ finding: counter.finding() });
process.once('message', () => void counter.close().then(() => process.disconnect()));
