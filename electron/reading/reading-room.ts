import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { openReadingThread, type ReadingTask } from './reading-thread.ts';
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
 * Heavy reading in two threads of its own, so that no clerk waits for it, nor who looks at a page for who takes out a report.
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
  /** Ends what is still read; it fails, as does whatever is asked afterwards. */
  close(): Promise<void>;
}

/** What a page waits for is quick: sums, and what is open now. What walks through years of cases is slow. */
const paces: Record<ReadingName, 'quick' | 'slow'> = {
  leaderPage: 'quick',
  leaderTable: 'quick',
  openCases: 'quick',
  promises: 'quick',
  warnings: 'quick',
  pastWarnings: 'slow',
  leaderSheets: 'slow',
  report: 'slow',
  paperCode: 'slow',
  check: 'slow',
  personalData: 'slow',
};

export function openReadingRoom(worker: URL, file: string): ReadingRoom {
  const threads = {
    // Once started it stays: who looks twice an hour finds its statements compiled.
    quick: openReadingThread(worker, file, null),
    slow: openReadingThread(worker, file, 60_000),
  };
  return {
    ask: <Name extends ReadingName>(name: Name, question: QuestionOf<Name>) =>
      threads[paces[name]].run({ kind: 'answer', name, question } as ReadingTask) as Promise<AnswerOf<Name>>,
    follow: async <Name extends LongName, T>(
      name: Name,
      question: LongQuestionOf<Name>,
      use: (head: HeadOf<Name>, portions: AsyncIterable<PortionOf<Name>>) => Promise<T>,
    ) => {
      const { port1, port2 } = new MessageChannel();
      const failed = Promise.withResolvers<never>();
      failed.promise.catch(() => undefined);
      threads.slow.run({ kind: 'follow', name, question, port: port2 } as ReadingTask).catch(failed.reject);
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
      await Promise.all([threads.quick.close(), threads.slow.close()]);
    },
  };
}
