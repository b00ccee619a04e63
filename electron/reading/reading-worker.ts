import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { connect, type Reader } from '../register/connection.ts';
import { atMoment, openMoment } from '../register/snapshots.ts';
import {
  type AnswerOf,
  type LongName,
  type LongQuestionOf,
  longReadings,
  type QuestionOf,
  type ReadingName,
  readings,
} from './readings.ts';

/** Runs in a thread of its own: whatever walks through many cases, each on a connection that sees one moment. */

/** The same table, so that a question goes with its name. */
const answers: { [Name in ReadingName]: (db: Reader, question: QuestionOf<Name>) => AnswerOf<Name> } =
  readings;

export interface ReadingTask<Name extends ReadingName> {
  file: string;
  name: Name;
  question: QuestionOf<Name>;
}

export function answer<Name extends ReadingName>(task: ReadingTask<Name>): AnswerOf<Name> {
  return atMoment(keptConnection(task.file), (db) => answers[task.name](db, task.question));
}

/** One for all answers, so that each finds statements compiled and pages read; it ends with the thread. */
let kept: { file: string; db: Reader } | undefined;

function keptConnection(file: string): Reader {
  if (kept?.file !== file) {
    kept?.db.close();
    kept = { file, db: connect(file, 'read') };
  }
  return kept.db;
}

export interface LongTask<Name extends LongName> {
  file: string;
  name: Name;
  question: LongQuestionOf<Name>;
  /** Gets the head, then a portion for each message it sends; null is the end. */
  port: MessagePort;
}

export async function follow<Name extends LongName>(task: LongTask<Name>): Promise<void> {
  const { file, name, question, port } = task;
  const left = new AbortController();
  port.once('close', () => left.abort());
  const asked = () => once(port, 'message', { signal: left.signal });
  const db = openMoment(file);
  try {
    const { head, portions } = longReadings[name](db, question);
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
