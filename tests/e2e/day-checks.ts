import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Counter } from '../../electron/counter.ts';
import { findUnfoldedCases, getCase } from '../../electron/register/cases/cases.ts';
import { connect } from '../../electron/register/connection.ts';
import { findBrokenLink } from '../../electron/register/journal.ts';
import { type CaseEventKind, type CaseState, openStatuses } from '../../shared/domain/case-flow.ts';
import type { SlipForm } from '../../shared/domain/forms.ts';
import { bookLineOf } from '../../shared/domain/register-book.ts';
import type { Board, CaseDetail, PrintJobRow } from '../../shared/views.ts';
import type { BookPage } from '../../shared/views-book.ts';
import { textOfPages } from '../printing/poppler.ts';

export type Caller = ReturnType<Counter['caller']>;

/** What was done to a case, as the clerk would write it down: the register must say the same. */
export interface DiaryEntry {
  /** Place of the case among the forty, from 1; its id in a register that was empty. */
  of: number;
  at: string;
  kind: CaseEventKind;
  slips: readonly SlipForm[];
}

/** What the counter answered at the end of the day. */
export interface DayEnd {
  details: CaseDetail[];
  board: Board;
  book: BookPage;
  /** Paper of the list that was received together. */
  listPapers: PrintJobRow[];
}

export async function readDayEnd(caller: Caller, cases: number): Promise<DayEnd> {
  const ids = Array.from({ length: cases }, (_, index) => index + 1);
  const read = () => Promise.all(ids.map((id) => caller.cases.get({ id })));
  const underWay = async () =>
    (await read()).flatMap(({ prints }) => prints).filter(({ path }) => path === null);
  await expect.poll(underWay, { timeout: 60_000 }).toEqual([]);
  return {
    details: await read(),
    board: await caller.cases.board(),
    book: await caller.books.page({ year: 2026, volume: 1, from: 1 }),
    listPapers: (await caller.batches.get({ id: 1 })).prints,
  };
}

/** Every case tells all that was done to it, when and by whom, and nothing else. */
export function expectTimelines({ details }: DayEnd, diary: readonly DiaryEntry[], clerkName: string): void {
  for (const { id, state, timeline } of details) {
    const told = timeline
      .filter(({ kind }) => kind !== 'printed' && kind !== 'reprinted' && kind !== 'money')
      .map(({ kind, at, by }) => `${at} ${kind} ${by.name}`);
    const done = diary.filter(({ of }) => of === id).map(({ at, kind }) => `${at} ${kind} ${clerkName}`);
    expect(told, `timeline of ${state.caseCode}`).toEqual(done);
  }
}

/** Every form that was asked for is stored, opens, and names its case; no other form is there. */
export async function expectPapers(page: Page, day: DayEnd, diary: readonly DiaryEntry[]): Promise<void> {
  const readable = canReadPdfs();
  for (const { id, state, prints } of day.details) {
    const asked = diary.filter(({ of }) => of === id).flatMap(({ slips }) => slips);
    const made = prints.map(({ form }) => form);
    expect(made.toSorted(), `papers of ${state.caseCode}`).toEqual(asked.toSorted());
    for (const print of prints) {
      await expectPaper(page, print, [nameOn(print, state)], readable);
    }
  }
  expect(day.listPapers.map(({ form }) => form)).toEqual(['acknowledgement', 'bulkMinutes']);
  // The minutes have no column for codes: they name the applicants.
  const listed = day.details.filter(({ state }) => state.batch !== undefined);
  const names = listed.map(({ state }) => state.applicant.name);
  for (const print of day.listPapers)
    await expectPaper(page, print, print.form === 'bulkMinutes' ? names : [], readable);
}

/** By which number a form names its case; the guidance sheet is about the procedure, whoever it is handed to. */
function nameOn({ form }: PrintJobRow, { caseCode, slipCode, procedure }: CaseState): string {
  if (form === 'guidanceSheet') return procedure.code;
  return form === 'largeTypeSlip' ? slipCode : caseCode;
}

async function expectPaper(
  page: Page,
  { path, form }: PrintJobRow,
  names: string[],
  readable: boolean,
): Promise<void> {
  const reply = await page.request.get(path ?? '');
  expect(reply.status(), form).toBe(200);
  const pdf = await reply.body();
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  if (!readable) return;
  const text = textOfPages(pdf).join(' ');
  for (const name of names) expect(text, form).toContain(name);
}

function canReadPdfs(): boolean {
  try {
    textOfPages(Buffer.from('%PDF-'));
  } catch (error) {
    return !(error instanceof Error && error.message.includes('is missing'));
  }
  return true;
}

/** The register of the closed counter: its journal whole, every case what its events say. Answers what they say. */
export function readRegister(folder: string, cases: number): CaseState[] {
  const db = connect(join(folder, 'register.db'), 'read');
  try {
    expect(findBrokenLink(db)).toBeNull();
    expect(findUnfoldedCases(db)).toEqual([]);
    return Array.from({ length: cases }, (_, index) => getCase(db, index + 1));
  } finally {
    db.close();
  }
}

/** A line for each case, and what stands in it is what its events say. */
export function expectBook({ book }: DayEnd, states: readonly CaseState[]): void {
  expect(book.nextFrom).toBeNull();
  expect(book.lines.map(({ caseId: _, ...line }) => line)).toEqual(states.map(bookLineOf));
}

/** The figures of the board and of the year, counted once more over the folded cases. */
export function expectBoard({ board, details, listPapers }: DayEnd, states: readonly CaseState[]): void {
  const { now } = board;
  const today = now.slice(0, 10);
  const count = (holds: (state: CaseState) => boolean) => states.filter(holds).length;
  const isOpen = ({ status }: CaseState) => openStatuses.some((open) => open === status);
  const isLate = (state: CaseState) =>
    isOpen(state) && state.measuredDueAt !== null && state.measuredDueAt.slice(0, 10) < today;
  const isDueToday = (state: CaseState) =>
    state.status === 'registered'
      ? (state.answerDueAt ?? '9').slice(0, 10) <= today
      : isOpen(state) &&
        !isLate(state) &&
        state.measuredDueAt !== null &&
        (state.appointment.ownDueAt ?? state.dueAt ?? '9').slice(0, 10) <= today;
  const isAwaited = ({ status }: CaseState) => status === 'awaitingSupplement';
  const isReady = ({ status }: CaseState) => status === 'resolved';
  const papers = [...details.flatMap(({ prints }) => prints), ...listPapers];
  expect(board.figures).toMatchObject({
    late: { count: count(isLate) },
    dueToday: { count: count(isDueToday) },
    awaiting: {
      count: count(isAwaited),
      mayStop: count((state) => isAwaited(state) && (state.supplements.at(-1)?.mayStopFrom ?? '9') <= today),
    },
    ready: { count: count(isReady) },
    unprinted: { count: papers.filter(({ state }) => state === 'ready').length },
  });
  // A dossier that was filed and never taken in is in none of the figures of the year (rules §11).
  const received = states.filter(({ acceptedAt }) => acceptedAt !== null);
  const settled = received.filter(({ timeliness }) => timeliness !== null);
  const settledAs = (word: CaseState['timeliness']) =>
    settled.filter(({ timeliness }) => timeliness === word).length;
  expect(board.years).toEqual([
    {
      year: 2026,
      received: received.length,
      receivedSettled: settled.length,
      early: settledAs('early'),
      onTime: settledAs('onTime'),
      late: settledAs('late'),
      noDeadline: settledAs('noDeadline'),
      online: received.filter(({ channel }) => channel === 'online').length,
    },
  ]);
}

/** The board on the screen shows these figures. */
export async function expectBoardOnScreen(page: Page, { board }: DayEnd): Promise<void> {
  const { late, dueToday, awaiting, ready, unprinted } = board.figures;
  const words = [
    `${late.count}Quá hạn`,
    `${dueToday.count}Đến hạn hôm nay`,
    `${awaiting.count}Chờ bổ sung`,
    `${ready.count}Sẵn sàng trả`,
    `${unprinted.count}Chưa in`,
  ];
  const figures = page.getByRole('region', { name: 'Năm con số' }).getByRole('link');
  for (const [index, word] of words.entries()) {
    await expect(figures.nth(index)).toHaveText(new RegExp(`^${word}`));
  }
  const [year] = board.years;
  await expect(page.getByRole('list', { name: 'Theo năm' })).toContainText(
    `Nhận và đã xong ${year?.receivedSettled}/${year?.received}`,
  );
}
