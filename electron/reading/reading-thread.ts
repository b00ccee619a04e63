import { type MessagePort, Worker } from 'node:worker_threads';
import { withKeys } from '../register/locking/keyring.ts';
import type { LongName, LongQuestionOf, QuestionOf, ReadingName } from './readings.ts';

/** What a thread is asked: to answer, or to follow with portions through a port. */
export type ReadingTask =
  | { [Name in ReadingName]: { kind: 'answer'; name: Name; question: QuestionOf<Name> } }[ReadingName]
  | {
      [Name in LongName]: { kind: 'follow'; name: Name; question: LongQuestionOf<Name>; port: MessagePort };
    }[LongName];

export interface ReadingRequest {
  id: number;
  task: ReadingTask;
}

export type ReadingReply = { id: number; answer: unknown } | { id: number; fault: unknown };

/**
 * One thread, started by the first question. A question that fails fails alone; where the thread itself ends, so does all that it was
 * asked, and the next question starts another.
 */
export interface ReadingThread {
  run(task: ReadingTask): Promise<unknown>;
  close(): Promise<void>;
}

interface Running {
  worker: Worker;
  waiting: Map<number, PromiseWithResolvers<unknown>>;
}

/** @param quietMs ends after so long without a question; null stays. */
export function openReadingThread(entry: URL, file: string, quietMs: number | null): ReadingThread {
  let running: Running | undefined;
  let lastId = 0;
  let quiet: NodeJS.Timeout | undefined;
  let isClosed = false;

  const rest = ({ worker }: Running): void => {
    worker.unref();
    if (quietMs === null) return;
    quiet = setTimeout(() => {
      running = undefined;
      void worker.terminate();
    }, quietMs).unref();
  };
  const start = (): Running => {
    const worker = new Worker(entry, { workerData: { file, ...withKeys } });
    const started: Running = { worker, waiting: new Map() };
    const end = (fault: unknown): void => {
      if (running === started) running = undefined;
      for (const { reject } of started.waiting.values()) reject(fault);
      started.waiting.clear();
    };
    worker.on('message', (reply: ReadingReply) => {
      const asker = started.waiting.get(reply.id);
      started.waiting.delete(reply.id);
      if (started.waiting.size === 0) rest(started);
      if ('fault' in reply) asker?.reject(reply.fault);
      else asker?.resolve(reply.answer);
    });
    worker.on('error', end);
    worker.on('exit', () => end(new Error('The reading thread ended before it answered')));
    return started;
  };
  return {
    run: async (task) => {
      if (isClosed) throw new Error('The reading room is closed');
      clearTimeout(quiet);
      running ??= start();
      running.worker.ref();
      lastId += 1;
      const asker = Promise.withResolvers<unknown>();
      running.waiting.set(lastId, asker);
      const request: ReadingRequest = { id: lastId, task };
      running.worker.postMessage(request, task.kind === 'follow' ? [task.port] : []);
      return asker.promise;
    },
    close: async () => {
      isClosed = true;
      clearTimeout(quiet);
      await running?.worker.terminate();
    },
  };
}
