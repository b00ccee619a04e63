import type { Reader } from '../register/connection.ts';
import { findByHead } from '../register/journal.ts';
import { personalData } from '../register/privacy/personal-data.ts';
import { checkRegister } from '../register/verify.ts';
import { listWarnings, lookBack } from './early-warning.ts';
import { leaderPage, leaderTable } from './leader-figures.ts';
import { leaderSheets } from './leader-sheets.ts';
import { openCases } from './open-cases.ts';
import { promiseFigures } from './promises.ts';
import { viewReport } from './report-figures.ts';
import { reportSheet } from './report-lines.ts';

/** What is read aside, by name: functions of one moment of the register, which know of no thread. */
export const readings = {
  leaderPage,
  leaderTable,
  leaderSheets,
  openCases,
  promises: promiseFigures,
  report: viewReport,
  warnings: listWarnings,
  pastWarnings: lookBack,
  paperCode: (db: Reader, { head }: { head: string }) => findByHead(db, head) ?? null,
  personalData,
  check: (db: Reader, _: Record<string, never>) => checkRegister(db),
} as const;

/** Likewise what is too long to be answered at once: a head, and then its lines in portions. */
export const longReadings = {
  reportSheet,
} as const;

type Readings = typeof readings;
export type ReadingName = keyof Readings;
export type QuestionOf<Name extends ReadingName> = Parameters<Readings[Name]>[1];
export type AnswerOf<Name extends ReadingName> = ReturnType<Readings[Name]>;

type LongReadings = typeof longReadings;
export type LongName = keyof LongReadings;
export type LongQuestionOf<Name extends LongName> = Parameters<LongReadings[Name]>[1];
export type HeadOf<Name extends LongName> = ReturnType<LongReadings[Name]>['head'];
export type PortionOf<Name extends LongName> =
  ReturnType<LongReadings[Name]>['portions'] extends Iterable<infer Portion> ? Portion : never;
