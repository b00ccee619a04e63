import { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from '../../shared/domain/calendar.ts';
import type { CaseState } from '../../shared/domain/case-flow.ts';
import type { ReceiveResult } from '../../shared/views.ts';
import { finishTime, officeMinute } from './pace.ts';
import type { Backstage, Caller, PendingAct } from './play.ts';
import type { Random } from './random.ts';
import { type Entry, formKey } from './reception.ts';

/** One ordinary case of a scene: when it comes in and how its life goes. */
export interface PlannedCase extends Entry {
  receivedAt: string;
  procedureCode: string;
  /** Against the due date; `open` is never finished in the scene. */
  end: 'early' | 'onTime' | 'late' | 'open';
  /** Days from the result to the citizen; null: still waiting. */
  returnAfterDays: number | null;
  /** On the paper that went out with the result. */
  mark?: number;
  /** The result is given in electronic form; none where nobody says. */
  isDigital?: boolean;
  /** Done at the counter, without a hand-over. */
  isOnTheSpot?: true;
}

interface Course {
  later: (act: PendingAct) => void;
  calendar: WorkCalendar;
  random: Random;
  at: (device: string, officeTime: string) => Caller;
  officer: { id: number; device: string };
  recipient: string;
  backstage: Backstage;
}

/** Hand-over within the day, result at the planned distance from the due date, then the citizen's visit. */
export function schedule(planned: PlannedCase, received: ReceiveResult, course: Course): void {
  const { later, calendar, random, at, officer, recipient } = course;
  let state: CaseState | undefined;
  type ActInput = Parameters<Caller['cases']['act']>[0]['act'];
  const act = (time: string, device: string, decide: () => ActInput | null) =>
    later({
      at: time,
      run: async () => {
        const input = decide();
        if (input === null) return;
        const known = { id: received.id, version: state?.version ?? 1 };
        const detail = await at(device, time).cases.act({ ...known, act: input });
        state = detail.state;
      },
    });
  const finishedAt = finishTime(planned, received, calendar, random);
  const handoverAt = officeMinute(planned.receivedAt, 5);
  if (!planned.isOnTheSpot) act(handoverAt, 'window', () => ({ kind: 'handover', toPersonId: officer.id }));
  if (finishedAt === null) return;
  const resolvedAt = finishedAt > handoverAt ? finishedAt : officeMinute(handoverAt, 5);
  act(resolvedAt, officer.device, () => ({
    kind: 'resolve',
    outcome: 'granted',
    ...(planned.isDigital !== undefined && { electronicResult: planned.isDigital }),
  }));
  if (planned.returnAfterDays === null) {
    // What nobody fetches is put on the shelf.
    const shelf = `Tủ 1 – ngăn ${(received.id % 3) + 1}`;
    act(officeMinute(resolvedAt, 15), 'window', () =>
      planned.papers === 'asFiled' && held(state).length > 0 ? { kind: 'shelve', shelf } : null,
    );
    return;
  }
  let day = calendarDay(resolvedAt, planned.returnAfterDays);
  while (!calendar.isWorkingDay(Temporal.PlainDate.from(day))) day = calendarDay(day, 1);
  const returnedAt =
    day === resolvedAt.slice(0, 10)
      ? officeMinute(resolvedAt, 5)
      : `${day}T${random.pick(['07:40', '08:25', '09:50', '10:35', '14:10', '15:20', '16:05'])}`;
  act(returnedAt, 'window', () => ({
    kind: 'return',
    recipient: { name: recipient },
    via: planned.isDigital && planned.channel === 'online' ? 'online' : 'counter',
    originals: planned.papers === 'asFiled' ? held(state) : [],
  }));
  const { mark } = planned;
  if (mark !== undefined) later({ at: returnedAt, run: () => rate(received.id, mark, returnedAt, course) });
}

/** A paper with its code goes into the box, and is typed in. */
async function rate(
  caseId: number,
  mark: number,
  answeredAt: string,
  { at, random, backstage }: Course,
): Promise<void> {
  const code = backstage.ratingCodeOf(caseId);
  if (code === null) return;
  const answer = { mark, about: { kind: 'code', code } } as const;
  const answeredOn = answeredAt.slice(0, 10);
  await at('window', answeredAt).ratings.enterPaper({ formKey: formKey(random), answeredOn, ...answer });
}

/** Originals that the office still has of a case. */
export function held(state: Pick<CaseState, 'custody'> | undefined): { name: string; originals: number }[] {
  const items = state?.custody.items.filter(({ returnedAt }) => returnedAt === null) ?? [];
  return items.map(({ name, originals }) => ({ name, originals }));
}

function calendarDay(day: string, plus: number): string {
  return Temporal.PlainDate.from(day.slice(0, 10)).add({ days: plus }).toString();
}
