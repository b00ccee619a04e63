import { setImmediate } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { CalendarYear, WorkCalendar } from '../../shared/domain/calendar.ts';
import { makeCalendar } from '../../shared/domain/calendar.ts';
import type { ReceiveInput } from '../../shared/domain/intake.ts';
import type { Channel, Procedure } from '../../shared/domain/procedure.ts';
import type { ReceiveResult } from '../../shared/views.ts';
import type { Counter } from '../counter.ts';
import { openSampleOffice } from './office.ts';
import { finishTime, officeMinute } from './pace.ts';
import { type SampleCitizen, sampleCitizen } from './people.ts';
import type { Random } from './random.ts';

export type Caller = ReturnType<Counter['caller']>;
/** The counter's procedures as the person seated at a device, at an instant (epoch milliseconds). */
export type CallAs = (device: string, clock: () => number) => Caller;

/** One case of a scene: when it comes in and how its life goes. */
export interface PlannedCase {
  receivedAt: string;
  procedureCode: string;
  channel: Channel;
  /** Against the due date; `open` is never finished in the scene. */
  end: 'early' | 'onTime' | 'late' | 'open';
  /** Days from the result to the citizen; null: still waiting. */
  returnAfterDays: number | null;
  slips: ReceiveInput['slips'];
}

/** An act that waits for its moment. */
interface PendingAct {
  at: string;
  run: () => Promise<void>;
}

export interface Scene {
  random: Random;
  /** Office time of the first run. */
  opensAt: string;
  /** Office time after which nothing happens. */
  until: string;
  plan: (calendar: WorkCalendar, random: Random) => PlannedCase[];
}

/**
 * Plays a scene through the same commands a clerk's acts use, every act at its own office time, in order.
 * @param report cases received so far, of how many.
 */
export async function play(
  scene: Scene,
  as: CallAs,
  report: (done: number, total: number) => void,
): Promise<void> {
  const { random, until } = scene;
  const at = (device: string, officeTime: string) => as(device, () => Date.parse(`${officeTime}:00+07:00`));
  const officerOf = await openSampleOffice((device) => at(device, scene.opensAt));
  const window = at('window', scene.opensAt);
  const calendar = await readCalendar(window);
  const procedures = new Map<string, Procedure>();
  const cases = scene.plan(calendar, random).sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
  const pending: PendingAct[] = [];
  const later = (act: PendingAct) => {
    if (act.at > until) return;
    const index = pending.findIndex((other) => other.at > act.at);
    pending.splice(index === -1 ? pending.length : index, 0, act);
  };
  const runUntil = async (time: string) => {
    for (let act = pending[0]; act !== undefined && act.at <= time; act = pending[0]) {
      pending.shift();
      await act.run();
    }
  };

  for (const [index, planned] of cases.entries()) {
    await runUntil(planned.receivedAt);
    const procedure =
      procedures.get(planned.procedureCode) ??
      (await window.catalogue.get({ code: planned.procedureCode })).procedure;
    procedures.set(planned.procedureCode, procedure);
    const citizen = sampleCitizen(random, index + 1);
    const received = await at('window', planned.receivedAt).cases.receive(
      receptionOf(planned, procedure, citizen, random),
    );
    const officer = officerOf(procedure.field);
    schedule(planned, received, { later, calendar, random, at, officer, recipient: citizen.name });
    if (index % 50 === 49) {
      report(index + 1, cases.length);
      // A breath, so that Ctrl+C is heard while a scene is played.
      await setImmediate();
    }
  }
  await runUntil(until);
  report(cases.length, cases.length);
}

interface Course {
  later: (act: PendingAct) => void;
  calendar: WorkCalendar;
  random: Random;
  at: (device: string, officeTime: string) => Caller;
  officer: { id: number; device: string };
  recipient: string;
}

/** Hand-over within the day, result at the planned distance from the due date, then the citizen's visit. */
function schedule(planned: PlannedCase, received: ReceiveResult, course: Course): void {
  const { later, calendar, random, at, officer, recipient } = course;
  let version = 1;
  const finishedAt = finishTime(planned, received, calendar, random);
  const handoverAt = officeMinute(planned.receivedAt, 5);
  const act = (time: string, device: string, what: Parameters<Caller['cases']['act']>[0]['act']) =>
    later({
      at: time,
      run: async () => {
        const { state } = await at(device, time).cases.act({ id: received.id, version, act: what });
        version = state.version;
      },
    });
  act(handoverAt, 'window', { kind: 'handover', toPersonId: officer.id });
  if (finishedAt === null) return;
  const resolvedAt = finishedAt > handoverAt ? finishedAt : officeMinute(handoverAt, 5);
  act(resolvedAt, officer.device, { kind: 'resolve', outcome: 'granted' });
  if (planned.returnAfterDays === null) return;
  let day = calendarDay(resolvedAt, planned.returnAfterDays);
  while (!calendar.isWorkingDay(Temporal.PlainDate.from(day))) day = calendarDay(day, 1);
  const returnedAt =
    day === resolvedAt.slice(0, 10)
      ? officeMinute(resolvedAt, 5)
      : `${day}T${random.pick(['07:40', '08:25', '09:50', '10:35', '14:10', '15:20', '16:05'])}`;
  act(returnedAt, 'window', { kind: 'return', recipient: { name: recipient }, via: 'counter' });
}

function calendarDay(day: string, plus: number): string {
  return Temporal.PlainDate.from(day.slice(0, 10)).add({ days: plus }).toString();
}

function receptionOf(planned: PlannedCase, procedure: Procedure, applicant: SampleCitizen, random: Random) {
  const hex = () => random.integer(0, 0xffff).toString(16).padStart(4, '0');
  return {
    formKey: `${hex()}${hex()}-${hex()}-4${hex().slice(1)}-8${hex().slice(1)}-${hex()}${hex()}${hex()}`,
    procedureCode: procedure.code,
    applicant,
    papers: procedure.components
      .filter(({ required }) => required)
      .map(({ name, originals, copies }) => {
        const shown = /xuất trình/i.test(name);
        return { name, shown, originals: shown ? 0 : originals, photocopies: copies };
      }),
    channel: planned.channel,
    fee: {
      amountVnd: procedure.fee.amountVnd,
      method: planned.channel === 'online' ? ('onlinePayment' as const) : ('cash' as const),
    },
    slips: planned.slips,
  };
}

async function readCalendar(window: Caller): Promise<WorkCalendar> {
  const { years, version } = await window.calendar.year({ year: 2024 });
  const known: CalendarYear[] = [];
  for (const year of years) {
    const found = await window.calendar.year({ year });
    if (found.year) known.push(found.year);
  }
  return makeCalendar(known, version);
}
