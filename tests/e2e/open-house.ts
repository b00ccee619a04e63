import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { RunningCounter } from './counter.ts';
import type { Answer, Ask } from './counter-house.ts';

/** Opens counters in a process that it keeps; a killed one is followed by another. */
export interface House {
  open(dataFolder: string, args: readonly string[]): Promise<RunningCounter>;
  close(): Promise<void>;
}

type Told<Kind extends Ask> = Kind extends Ask ? Omit<Kind, 'id'> : never;

const program = fileURLToPath(new URL('counter-house.ts', import.meta.url));

export function openHouse(): House {
  let child: ChildProcess | undefined;
  return {
    open: async (dataFolder, args) => {
      if (child === undefined || hasEnded(child)) {
        child = fork(program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
        child.setMaxListeners(0);
      }
      const house = child;
      const url = await tell(house, { kind: 'open', args: ['--port', '0', '--data', dataFolder, ...args] });
      const close = async () => {
        if (!hasEnded(house)) await tell(house, { kind: 'close', dataFolder });
      };
      return { url, dataFolder, process: house, close };
    },
    close: async () => {
      if (child === undefined || hasEnded(child)) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

let asked = 0;

function tell(house: ChildProcess, ask: Told<Ask>): Promise<string> {
  asked += 1;
  const id = asked;
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the house of counters ended with ${code}`));
    const listen = (answer: Answer) => {
      if (answer.id !== id) return;
      house.off('message', listen);
      house.off('exit', ended);
      if ('error' in answer) reject(new Error(answer.error));
      else resolve(answer.url);
    };
    house.on('message', listen);
    house.once('exit', ended);
    house.send({ ...ask, id });
  });
}

export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
