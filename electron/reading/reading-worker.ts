import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { connect, type Reader } from '../register/connection.ts';
import { atMoment, openMoment } from '../register/snapshots.ts';
import type { ReadingReply, ReadingRequest, ReadingTask } from './reading-thread.ts';
import {
  type AnswerOf,
  type HeadOf,
  type LongName,
  type LongQuestionOf,
  longReadings,
  type PortionOf,
  type QuestionOf,
  type ReadingName,
  readings,
} from './readings.ts';

/** Runs in a thread of its own: whatever walks through many cases, each on a connection that sees one moment. */

/** The same tables, so that a question goes with its name. */
const answers: { [Name in ReadingName]: (db: Reader, question: QuestionOf<Name>) => AnswerOf<Name> } =
  readings;
const walks: {
  [Name in LongName]: (
    db: Reader,
    question: LongQuestionOf<Name>,
  ) => { head: HeadOf<Name>; portions: Iterable<PortionOf<Name>> };
} = longReadings;

const { file } = workerData as { file: string };
/** One for all answers, so that each finds statements compiled and pages read; it ends with the thread. */
let kept: Reader | undefined;

function answer<Name extends ReadingName>(name: Name, question: QuestionOf<Name>): AnswerOf<Name> {
  kept ??= connect(file, 'read');
  return atMoment(kept, (db) => answers[name](db, question));
}

/** Sends the head, then a portion for each message it gets; null is the end. */
async function follow<Name extends LongName>(
  name: Name,
  question: LongQuestionOf<Name>,
  port: MessagePort,
): Promise<void> {
  const left = new AbortController();
  port.once('close', () => left.abort());
  const asked = () => once(port, 'message', { signal: left.signal });
  const db = openMoment(file);
  try {
    const { head, portions } = walks[name](db, question);
    port.postMessage(head);
    for (const portion of portions) {
      await asked();
      port.postMessage(portion);
    }
    await asked();
    port.postMessage(null);
  } catch (error) {
    // Whoever asked went away: there is nobody to be told.
    if (!left.signal.aborted) throw error;
  } finally {
    port.close();
    db.close();
  }
}

const done = async (task: ReadingTask): Promise<unknown> =>
  task.kind === 'answer' ? answer(task.name, task.question) : follow(task.name, task.question, task.port);

parentPort?.on('message', ({ id, task }: ReadingRequest) => {
  const reply = (one: ReadingReply) => parentPort?.postMessage(one);
  done(task).then(
    (given) => reply({ id, answer: given }),
    (fault: unknown) => reply({ id, fault }),
  );
});
