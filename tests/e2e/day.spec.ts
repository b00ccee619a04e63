import { actNames, type CaseEventKind } from '../../shared/domain/case-flow.ts';
import type { SlipForm } from '../../shared/domain/forms.ts';
import { type ClockedCounter, expect, test } from './clock.ts';
import {
  type Caller,
  type DiaryEntry,
  expectBoard,
  expectBoardOnScreen,
  expectBook,
  expectPapers,
  expectTimelines,
  readDayEnd,
  readRegister,
} from './day-checks.ts';
import { eventOf, firstDay, morning, ordinary, plan, special, visitor } from './day-plan.ts';
import {
  addHoliday,
  attachCode,
  copyCase,
  correctName,
  correctProcedure,
  receive,
  receiveList,
  refuseAtIntake,
  registerOnline,
  sendForPapers,
} from './deeds.ts';
import { Hand } from './hand.ts';

const all = 40;

/** A day at the counter while it goes on: whose hand, which codes, and what was done. */
class Day {
  readonly codes: string[] = [];
  readonly diary: DiaryEntry[] = [];
  readonly hand: Hand;
  readonly clocked: ClockedCounter;
  readonly caller: Caller;

  constructor(hand: Hand, clocked: ClockedCounter) {
    this.hand = hand;
    this.clocked = clocked;
    this.caller = clocked.counter.caller({ kind: 'loopback', device: 'window' });
  }

  code(of: number): string {
    return this.codes[of - 1] ?? '';
  }

  note(of: number, at: string, kind: CaseEventKind, slips: readonly SlipForm[] = []): void {
    this.diary.push({ of, at, kind, slips });
  }

  /** Takes the next dossier down. */
  async takeDown(how: () => Promise<string>, kinds: readonly CaseEventKind[], slips: readonly SlipForm[]) {
    const at = morning(this.codes.length);
    this.clocked.setTime(at);
    this.codes.push(await how());
    for (const [index, kind] of kinds.entries())
      this.note(this.codes.length, at, kind, index === 0 ? slips : []);
  }

  /** Opens a case at a moment. */
  async openAt(at: string, of: number): Promise<void> {
    this.clocked.setTime(at);
    await this.hand.open(this.code(of));
  }
}

/** What is put right, in cases 22, 28 and 23. */
const corrected = {
  name: 'Quàng Thị Thu Hà',
  procedure: '1.001776',
  nationalCode: 'H52.09-260309-0023',
};
const usual = ['acknowledgement', 'controlSlip'] as const;

async function takeAllDown(day: Day): Promise<void> {
  const { hand, codes } = day;
  while (codes.length < ordinary) {
    await day.takeDown(() => receive(hand, visitor(codes.length + 1)), ['received'], usual);
  }
  await day.openAt(morning(special.copied - 1), 12);
  await day.takeDown(() => copyCase(hand, '1.004873'), ['received'], usual);
  const next = () => visitor(codes.length + 1);
  await day.takeDown(() => refuseAtIntake(hand, next()), ['registered', 'rejected'], ['rejectionSlip']);
  await day.takeDown(
    () => sendForPapers(hand, next()),
    ['registered', 'supplementRequested'],
    ['supplementSlip', 'guidanceSheet'],
  );
  await day.takeDown(() => registerOnline(hand, next()), ['registered'], []);
  await day.takeDown(() => registerOnline(hand, next()), ['registered'], []);
  const at = morning(codes.length);
  day.clocked.setTime(at);
  codes.push(...(await receiveList(hand, 'Trường THCS Ít Ong', special.listed.map(visitor))));
  for (const of of special.listed) day.note(of, at, 'received');
}

/** Corrections, a national code, and a holiday nobody knew of. */
async function putRight(day: Day): Promise<void> {
  const { hand } = day;
  await day.openAt(`${firstDay}T15:00`, 22);
  await correctName(hand, corrected.name);
  day.note(22, `${firstDay}T15:00`, 'corrected', usual);
  await day.openAt(`${firstDay}T15:05`, 28);
  await correctProcedure(hand, corrected.procedure);
  day.note(28, `${firstDay}T15:05`, 'corrected', usual);
  await day.openAt(`${firstDay}T15:10`, 23);
  await attachCode(hand, corrected.nationalCode);
  day.note(23, `${firstDay}T15:10`, 'codeAttached');
  const at = `${firstDay}T15:20`;
  const off = '2026-03-18';
  day.clocked.setTime(at);
  const mustMove: number[] = [];
  for (let id = 1; id <= all; id += 1) {
    const { state } = await day.caller.cases.get({ id });
    const counts = state.appointment.limit.kind === 'workingDays';
    if (counts && state.endedAt === null && (state.dueAt ?? '') >= off) mustMove.push(id);
  }
  expect(mustMove.length).toBeGreaterThan(5);
  await addHoliday(hand, 3, 18, 'Nghỉ phòng chống bão');
  for (const of of mustMove) day.note(of, at, 'appointmentMoved', ['acknowledgement']);
}

async function work(day: Day, from: string, to: string): Promise<void> {
  for (const { at, of, act, slips, ...answers } of plan.filter((one) => one.at >= from && one.at < to)) {
    await test.step(`${at} ${act} ${of}`, async () => {
      await day.openAt(at, of);
      await day.hand.act(act, { ...answers, hasSlips: slips.length > 0 });
      day.note(of, at, eventOf[act], slips);
      const timeline = day.hand.page.getByRole('region', { name: /Diễn biến/ });
      const entry = timeline
        .getByRole('listitem')
        .filter({ has: day.hand.page.locator(`time[datetime="${at}"]`) });
      await expect(entry.filter({ hasText: day.clocked.clerkName }).first()).toBeVisible();
    });
  }
}

/** What the law lets two of the procedures do is the ward's to enter. */
async function setUpCatalogue({ caller }: Day): Promise<void> {
  const limits = { '2.001035': { extraByAgreement: true }, '1.013978': { pausesForPayment: true } };
  for (const [code, more] of Object.entries(limits)) {
    const { procedure } = await caller.catalogue.get({ code });
    const { timeLimit, fee } = procedure;
    await caller.catalogue.save({
      code,
      effectiveFrom: firstDay,
      feeVnd: fee.amountVnd,
      timeLimit: { ...timeLimit, ...more },
    });
  }
}

/** Leaves a mark on the page once a mouse or a finger touched it. */
function tellOfMouse(): void {
  for (const kind of ['pointerdown', 'pointermove', 'wheel']) {
    addEventListener(kind, () => document.documentElement.setAttribute('data-mouse', kind), true);
  }
}

test.use({ trace: 'off', screenshot: 'off' });

test('a day at the counter: forty cases of twelve procedures through every act, by the keyboard', async ({
  page,
  clocked,
}) => {
  test.setTimeout(600_000);
  page.setDefaultTimeout(8_000);
  const hand = new Hand(page);
  const day = new Day(hand, clocked);
  await page.addInitScript(tellOfMouse);
  await setUpCatalogue(day);
  await page.goto('/');
  await page.locator('main h1').waitFor();
  await takeAllDown(day);
  expect(new Set(day.codes).size).toBe(all);
  await work(day, firstDay, `${firstDay}T15`);
  await putRight(day);
  await work(day, '2026-03-10', '2026-05');

  const end = await readDayEnd(day.caller, all);
  expect(end.details.map(({ state }) => state.caseCode)).toEqual(day.codes);
  await hand.press('Alt+1');
  await expectBoardOnScreen(page, end);
  await hand.press('Alt+4');
  await expect(page.getByText(`Số liên tục từ 01 đến ${all}`)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: corrected.name })).toHaveCount(1);
  await expect(page.locator('html')).not.toHaveAttribute('data-mouse');
  expectTimelines(end, day.diary, clocked.clerkName);
  await expectPapers(page, end, day.diary);

  await clocked.close();
  const states = readRegister(clocked.folder, all);
  expect(new Set(states.map(({ procedure }) => procedure.code)).size).toBe(12);
  expect(new Set(plan.map(({ act }) => act))).toEqual(new Set(actNames));
  expect(states[21]?.applicant.name).toBe(corrected.name);
  expect(states[27]?.procedure.code).toBe(corrected.procedure);
  expect(states[22]?.nationalCode).toBe(corrected.nationalCode);
  expectBook(end, states);
  expectBoard(end, states);
});
