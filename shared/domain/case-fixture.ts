import type { z } from 'zod';
import type { WorkCalendar } from './calendar.ts';
import {
  type ActContext,
  actSchema,
  type CaseEvent,
  type CaseState,
  decide,
  fold,
  isRefusal,
  type PersonRef,
  type Refusal,
} from './case-flow.ts';
import { computeAppointment, defaultPolicies, type Policies } from './deadline.ts';
import { at } from './deadline-fixture.ts';
import type { SlipForm } from './forms.ts';
import type { Paper } from './intake.ts';
import { defaultOpeningHours } from './opening-hours.ts';
import type { Role } from './person.ts';
import { type FlowPolicies, flowPoliciesSchema } from './settings.ts';
import { type TimeLimit, timeLimitSchema } from './time-limit.ts';

// For tests only: one case and the acts on it, without a register.

export const mai: PersonRef = { id: 1, name: 'Lò Thị Mai' };
export const hung: PersonRef = { id: 2, name: 'Quàng Văn Hùng' };

export interface LifeOptions {
  receivedAt: string;
  limit: TimeLimit | null;
  calendar: WorkCalendar;
  policies?: Policies;
  flow?: Partial<FlowPolicies>;
  papers?: Partial<Paper>[];
  /** Filed only: no clock runs. */
  isRegistered?: boolean;
}

/** An act as a test writes it: the input before zod has filled in what may be left out. */
export type Given = z.input<typeof actSchema>;

/** One case of Lò Thị Mai's counter; `act` answers the refusal's code or null. */
export class Life {
  readonly events: CaseEvent[];
  /** Forms that the citizen holds. */
  readonly formsOut = new Set<SlipForm>();
  readonly #limit: TimeLimit | null;
  readonly #flow: FlowPolicies;
  calendar: WorkCalendar;

  constructor({ receivedAt, limit, calendar, policies, flow = {}, papers = [], isRegistered }: LifeOptions) {
    this.calendar = calendar;
    this.#limit = limit && timeLimitSchema.parse(limit);
    this.#flow = flowPoliciesSchema.parse(flow);
    const computed = computeAppointment({
      receivedAt: at(receivedAt),
      limit: this.#limit,
      calendar,
      hours: defaultOpeningHours,
      policies: policies ?? defaultPolicies,
    });
    const appointment = isRegistered
      ? { ...computed, dueAt: null, trace: [], reasons: [{ code: 'notAccepted' } as const] }
      : computed;
    this.events = [
      {
        kind: isRegistered ? 'registered' : 'received',
        at: receivedAt,
        by: mai,
        caseCode: 'H52.09.01-250424-0001',
        slipCode: '250424-0001-52',
        year: 2025,
        volume: 1,
        serial: 1,
        procedure: { code: '1.004873', version: 1, name: 'Thủ tục', shortName: 'Thủ tục', field: 'Hộ tịch' },
        citizenId: null,
        applicant: {
          kind: 'citizen',
          name: 'Lường Thị Thu Hằng',
          idNumber: null,
          birthOn: null,
          sex: null,
          phone: null,
          email: null,
          address: '',
        },
        submitter: null,
        papers: papers.map((paper) => ({
          name: 'Tờ khai',
          originals: 0,
          certifiedCopies: 0,
          photocopies: 0,
          pages: null,
          shown: false,
          electronic: false,
          ...paper,
        })),
        summary: '',
        sets: 1,
        channel: 'direct',
        returnChannel: 'counter',
        fee: { amountVnd: null, method: 'cash' },
        receivedAt,
        promisedAt: null,
        appointment,
      },
    ];
  }

  get state(): CaseState {
    return fold(this.events);
  }

  contextAt(now: string, roles: readonly Role[] = ['clerk'], by: PersonRef = mai): ActContext {
    return {
      now,
      by,
      roles,
      calendar: this.calendar,
      hours: defaultOpeningHours,
      limit: this.#limit,
      flow: this.#flow,
      mayBeOut: (form) => this.formsOut.has(form),
      findTaker: (id) => [mai, hung].find((person) => person.id === id),
    };
  }

  /** Does an act, or answers why not. */
  act(now: string, input: Given, roles?: readonly Role[], by?: PersonRef): Refusal | null {
    const answer = decide(actSchema.parse(input), this.state, this.contextAt(now, roles, by));
    if (isRefusal(answer)) return answer;
    this.events.push(answer);
    return null;
  }
}
