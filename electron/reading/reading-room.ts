import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import type {
  AnswerOf,
  HeadOf,
  LongName,
  LongQuestionOf,
  PortionOf,
  QuestionOf,
  ReadingName,
} from './readings.ts';

/**
 * Heavy reading in a thread of its own, so that no clerk waits for it: started by the first question, ends after a quiet minute.
 * Every question sees the register as it was when the reading of it began, with all that was acknowledged before it was asked.
 */
export interface ReadingRoom {
  ask<Name extends ReadingName>(name: Name, question: QuestionOf<Name>): Promise<AnswerOf<Name>>;
  /** Lends a long reading to `use`; of one moment however long that takes, each portion read when it is asked for. */
  follow<Name extends LongName, T>(
    name: Name,
    question: LongQuestionOf<Name>,
    use: (head: HeadOf<Name>, portions: AsyncIterable<PortionOf<Name>>) => Promise<T>,
  ): Promise<T>;
  /** Ends what is still read; it fails. */
  close(): Promise<void>;
}

/** So many are read by turns: a leader's figures do not wait until a long list is out. */
const readAtOnce = 8;

export function openReadingRoom(worker: URL, file: string): ReadingRoom {
  let pool: Tinypool | undefined;
  const run = (
    task: string,
    more: object,
    transferList: MessageChannel['port1'][] = [],
  ): Promise<unknown> => {
    pool ??= new Tinypool({
      filename: worker.href,
      runtime: 'worker_threads',
      minThreads: 0,
      maxThreads: 1,
      concurrentTasksPerWorker: readAtOnce,
      idleTimeout: 60_000,
      isolateWorkers: false,
    });
    return pool.run({ file, ...more }, { name: task, transferList });
  };
  return {
    ask: <Name extends ReadingName>(name: Name, question: QuestionOf<Name>) =>
      run('answer', { name, question }) as Promise<AnswerOf<Name>>,
    follow: async <Name extends LongName, T>(
      name: Name,
      question: LongQuestionOf<Name>,
      use: (head: HeadOf<Name>, portions: AsyncIterable<PortionOf<Name>>) => Promise<T>,
    ) => {
      const { port1, port2 } = new MessageChannel();
      const failed = Promise.withResolvers<never>();
      failed.promise.catch(() => undefined);
      run('follow', { name, question, port: port2 }, [port2]).catch(failed.reject);
      const next = async (): Promise<unknown> =>
        ((await Promise.race([once(port1, 'message'), failed.promise])) as [unknown])[0];
      const portions = async function* () {
        for (;;) {
          port1.postMessage('more');
          const portion = (await next()) as PortionOf<Name> | null;
          if (portion === null) return;
          yield portion;
        }
      };
      try {
        return await use((await next()) as HeadOf<Name>, portions());
      } finally {
        port1.close();
      }
    },
    close: async () => {
      await pool?.destroy();
      pool = undefined;
    },
  };
}
