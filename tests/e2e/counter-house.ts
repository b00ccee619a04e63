import { counterOptions, type Headless, openHeadless } from '../../electron/headless.ts';
import { readOptions } from '../../electron/launch/options.ts';
import { putFreshRegister } from '../fresh-register.ts';
import { keptRenderer } from '../kept-renderer.ts';
import { trialOfTests } from './trial.ts';

/** Asks the house for a counter with the options of a start, or to close that of a data folder. */
export type Ask =
  | { id: number; kind: 'open'; args: readonly string[] }
  | { id: number; kind: 'close'; dataFolder: string };

export type Answer = { id: number; url: string } | { id: number; error: string };

// A process that opens one counter after the other, each on a register of its own: most of a start is reading the
// program, and the house reads it once.
const open = new Map<string, Headless>();

async function answer(ask: Ask): Promise<string> {
  if (ask.kind === 'close') {
    await open.get(ask.dataFolder)?.close();
    open.delete(ask.dataFolder);
    return '';
  }
  const options = readOptions(ask.args);
  if (options.dataFolder !== undefined && options.sample === undefined)
    putFreshRegister(options.dataFolder, counterOptions(options.dataFolder).resourcesFolder);
  const counter = await openHeadless(options, { ...trialOfTests, renderer: keptRenderer() });
  open.set(counter.dataFolder, counter);
  return counter.url;
}

process.on('message', (ask: Ask) => {
  const send = (reply: Answer) => process.send?.(reply);
  answer(ask).then(
    (url) => send({ id: ask.id, url }),
    (error: unknown) => send({ id: ask.id, error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
