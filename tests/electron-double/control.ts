import { runInThisContext } from 'node:vm';
import * as electron from './electron.ts';

// The specs ask the main process as Playwright's `electronApp.evaluate` does: a function's text, one argument.
interface Question {
  id: number;
  source: string;
  argument: unknown;
}

process.on('message', (question: Question) => {
  void answer(question);
});
process.channel?.unref();

async function answer({ id, source, argument }: Question): Promise<void> {
  try {
    const work: (module: typeof electron, argument: unknown) => unknown = runInThisContext(`(${source})`);
    process.send?.({ kind: 'answer', id, value: await work(electron, argument) });
  } catch (error) {
    process.send?.({ kind: 'answer', id, error: String(error) });
  }
}
