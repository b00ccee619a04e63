import type { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from '../../shared/domain/calendar.ts';
import type { CaseState } from '../../shared/domain/case-flow.ts';
import type { CaseDetail } from '../../shared/views.ts';
import { held } from './course.ts';
import type { SampleCitizen } from './people.ts';
import type { Caller, Moment, Stage } from './play.ts';
import type { Random } from './random.ts';
import { receptionOf } from './reception.ts';

type Register = Parameters<Caller['cases']['register']>[0];
export type ActInput = Parameters<Caller['cases']['act']>[0]['act'];

/** Working days before the day of the scene, and the hour. */
export type When = readonly [daysAgo: number, clock: string];

/** One person at one moment, with the case as it is then. */
interface Turn {
  caller: Caller;
  id: number;
  state: CaseState;
  officerId: number;
  calendar: WorkCalendar;
}

export interface Step {
  on: When;
  by: 'window' | 'officer' | 'leader';
  run: (turn: Turn) => Promise<Pick<CaseDetail, 'state'> | undefined>;
}

/** A case that goes another way than the ordinary ones. */
export interface Story {
  procedureCode: string;
  applicant: SampleCitizen;
  submitter?: Register['submitter'];
  channel?: 'direct' | 'online' | 'postal';
  /** Instead of the required ones. */
  papers?: Register['papers'];
  /** Instead of the usual amount in cash. */
  fee?: Register['fee'];
  received: When;
  /** Taken down without being accepted; `decision` at once, or null for later. */
  decision?: Register['decision'];
  steps: readonly Step[];
}

/** The moments of a case, from its reception on. */
export function momentsOf(story: Story, dayOf: (when: When) => string, random: Random): Moment[] {
  let known: { id: number; state: CaseState } | undefined;
  const receivedAt = dayOf(story.received);
  const receive = async ({ at, procedureOf }: Stage) => {
    const { procedureCode, applicant, submitter, channel = 'direct', papers, fee, decision } = story;
    const procedure = await procedureOf(procedureCode);
    const form = receptionOf({ channel, papers: 'asFiled', slips: [] }, procedure, applicant, random);
    const input = { ...form, submitter, papers: papers ?? form.papers, fee: fee ?? form.fee };
    const { cases } = at('window', receivedAt);
    const { id } =
      decision === undefined
        ? await cases.receive({ ...input, slips: [] })
        : await cases.register({ ...input, slips: [], decision });
    const { state } = await cases.get({ id });
    known = { id, state };
  };
  const take = async ({ on, by, run }: Step, { at, officerOf, calendar }: Stage) => {
    if (known === undefined) return;
    const { id, state } = known;
    const officer = officerOf(state.procedure.field);
    const device = by === 'officer' ? officer.device : by === 'leader' ? 'desk-4' : 'window';
    const caller = at(device, dayOf(on));
    const after = await run({ caller, id, state, officerId: officer.id, calendar });
    if (after !== undefined) known = { id, state: after.state };
  };
  return [
    { at: receivedAt, run: receive },
    ...story.steps.map((step) => ({ at: dayOf(step.on), run: (stage: Stage) => take(step, stage) })),
  ];
}

/** Office time of so many working days before a day; the day itself, or the last working day before it, is 0. */
export function daysBefore(today: Temporal.PlainDate, calendar: WorkCalendar): (when: When) => string {
  const days = [calendar.isWorkingDay(today) ? today : calendar.previousWorkingDay(today)];
  return ([daysAgo, clock]) => {
    while (days.length <= daysAgo) days.push(calendar.previousWorkingDay(days.at(-1) ?? today));
    return `${days[daysAgo]}T${clock}`;
  };
}

/** Any act, decided when its moment comes. */
export function act(on: When, by: Step['by'], decide: ActInput | ((turn: Turn) => ActInput)): Step {
  return {
    on,
    by,
    run: (turn) => {
      const { caller, id, state } = turn;
      const input = typeof decide === 'function' ? decide(turn) : decide;
      return caller.cases.act({ id, version: state.version, act: input });
    },
  };
}

/** To the officer of the field; or by him to an agency outside. */
export function handover(on: When, agency = '', note = ''): Step {
  return act(on, agency === '' ? 'window' : 'officer', ({ officerId }) => ({
    kind: 'handover',
    toPersonId: officerId,
    agency,
    note,
  }));
}

export function resolve(on: When): Step {
  return act(on, 'officer', { kind: 'resolve', outcome: 'granted' });
}

/** To the applicant, or to whoever handed the dossier in, with the originals that are still here. */
export function giveBack(on: When): Step {
  return act(on, 'window', ({ state }) => {
    const { submitter, applicant } = state;
    return {
      kind: 'return',
      recipient: {
        name: submitter?.name ?? applicant.name,
        phone: submitter?.phone ?? applicant.phone,
        relation: submitter?.relation ?? '',
      },
      via: 'counter',
      originals: held(state),
    };
  });
}

export function shelve(on: When, shelf: string): Step {
  return act(on, 'window', { kind: 'shelve', shelf });
}

/** All that was paid goes back over the counter. */
export function refund(on: When, reason: string): Step {
  return {
    on,
    by: 'window',
    run: async ({ caller, id }) => {
      const { payments } = await caller.payments.ofCase({ caseId: id });
      for (const { id: paymentId, version, refundableVnd: amountVnd, approvers } of payments) {
        const personId = approvers?.[0]?.id;
        const approval = personId === undefined ? { recoveryCode: '' } : { personId, password: '' };
        await caller.payments.refund({
          paymentId,
          version,
          amountVnd,
          method: 'cash',
          reason,
          ...(approvers !== null && { approval }),
        });
      }
      return undefined;
    },
  };
}

/** The citizen is told by telephone that the result is ready. */
export function call(on: When, note: string): Step {
  return {
    on,
    by: 'window',
    run: async ({ caller, id }) => {
      await caller.custody.called({ id, note });
      return undefined;
    },
  };
}

/** The code that the national system gave the case. */
export function attachCode(on: When): Step {
  return {
    on,
    by: 'window',
    run: ({ caller, id, state: { version, caseCode } }) =>
      caller.national.attachCode({ id, version, nationalCode: caseCode.replace(/^[^-]+/, 'H52.09') }),
  };
}
