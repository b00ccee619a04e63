import { setImmediate } from 'node:timers/promises';
import type { CalendarYear, WorkCalendar } from '../../shared/domain/calendar.ts';
import { makeCalendar } from '../../shared/domain/calendar.ts';
import type { CalendarEdit } from '../../shared/domain/calendar-change-edits.ts';
import type { Procedure } from '../../shared/domain/procedure.ts';
import type { createCaller } from '../api/index.ts';
import { type PlannedCase, schedule } from './course.ts';
import { drawers } from './drawers.ts';
import { openSampleOffice } from './office.ts';
import { sampleCitizen } from './people.ts';
import { itOng, type SamplePlace } from './place.ts';
import type { Random } from './random.ts';
import { receptionOf } from './reception.ts';

export type Caller = ReturnType<typeof createCaller>;
/** The counter's procedures as the person seated at a device, at an instant (epoch milliseconds). */
export type CallAs = (device: string, clock: () => number) => Caller;

/** What a scene needs beside the counter's procedures. */
export interface Backstage {
  /** What stands on the slip that goes out with a result. */
  ratingCodeOf(caseId: number): string | null;
  /** Hands a table in to be read, as a window does; answers its name. */
  handIn(table: string): string;
}

const nothing: Backstage = {
  ratingCodeOf: () => null,
  handIn: () => {
    throw new Error('This scene is played where no file can be handed in');
  },
};

/** An act that waits for its moment. */
export interface PendingAct {
  at: string;
  run: () => Promise<void>;
}

/** What somebody of a scene may use at his moment. */
export interface Stage {
  /** The counter as the person of a desk, at an office time. */
  at: (device: string, officeTime: string) => Caller;
  officerOf: (field: string) => { id: number; device: string };
  procedureOf: (code: string) => Promise<Procedure>;
  calendar: WorkCalendar;
  backstage: Backstage;
}

/** Something that is no step of an ordinary case. */
export interface Moment {
  /** Office time. */
  at: string;
  run: (stage: Stage) => Promise<void>;
}

export interface Scene {
  /** Ít Ong, where none is said. */
  place?: SamplePlace;
  random: Random;
  /** Office time of the first run. */
  opensAt: string;
  /** Office time after which nothing happens. */
  until: string;
  /** Of years that the program does not know. */
  holidays?: readonly CalendarEdit[];
  plan: (calendar: WorkCalendar, random: Random) => PlannedCase[];
  moments?: (calendar: WorkCalendar) => Moment[];
}

/**
 * Plays a scene through the same commands a clerk's acts use, every act at its own office time, in order.
 * @param report cases received so far, of how many.
 */
export async function play(
  scene: Scene,
  as: CallAs,
  report: (done: number, total: number) => void,
  backstage: Backstage = nothing,
): Promise<void> {
  const { random, until, place = itOng } = scene;
  const at = (device: string, officeTime: string) => as(device, () => Date.parse(`${officeTime}:00+07:00`));
  const officerOf = await openSampleOffice((device) => at(device, scene.opensAt), place);
  const window = at('window', scene.opensAt);
  if (scene.holidays) await saveHolidays(window, scene.holidays);
  const calendar = await readCalendar(window);
  const procedures = new Map<string, Procedure>();
  const procedureOf = async (code: string) => {
    const procedure = procedures.get(code) ?? (await window.catalogue.get({ code })).procedure;
    procedures.set(code, procedure);
    return procedure;
  };
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
  const stage: Stage = { at, officerOf, procedureOf, calendar, backstage };
  for (const moment of scene.moments?.(calendar) ?? [])
    later({ at: moment.at, run: () => moment.run(stage) });
  const atCounter = cases.filter(({ channel }) => channel !== 'online').map(({ receivedAt }) => receivedAt);
  for (const turn of drawers(atCounter, ['window', 'desk-1', 'desk-2', 'desk-3'], at)) later(turn);

  for (const [index, planned] of cases.entries()) {
    await runUntil(planned.receivedAt);
    const procedure = await procedureOf(planned.procedureCode);
    const citizen = sampleCitizen(random, index + 1, place);
    const received = await at('window', planned.receivedAt).cases.receive(
      receptionOf(planned, procedure, citizen, random),
    );
    const officer = officerOf(procedure.field);
    const course = { later, calendar, random, at, officer, recipient: citizen.name, backstage };
    schedule(planned, received, course);
    if (index % 50 === 49) {
      report(index + 1, cases.length);
      // A breath, so that Ctrl+C is heard while a scene is played.
      await setImmediate();
    }
  }
  await runUntil(until);
  report(cases.length, cases.length);
}

async function saveHolidays(window: Caller, holidays: readonly CalendarEdit[]): Promise<void> {
  const { version } = await window.calendar.year({ year: 2024 });
  const edits = [...holidays];
  const { digest } = await window.calendar.preview({ version, edits });
  await window.calendar.change({ version, edits, seen: { digest, count: 0 }, keep: [], print: false });
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
