import type { z } from 'zod';
import type { CaseRule } from '../case-appointment.ts';
import type { CaseEvent } from '../case-events.ts';
import type { CaseState, PersonRef } from '../case-state.ts';
import type { Status } from '../case-status.ts';
import type { SlipForm } from '../forms.ts';
import type { Role } from '../person.ts';
import type { FlowPolicies } from '../settings.ts';

/** What an act is decided with: the moment, the person, and what the dates rest on. */
export interface ActContext extends CaseRule {
  /** Office time of now. */
  readonly now: string;
  readonly by: PersonRef;
  readonly roles: readonly Role[];
  readonly flow: FlowPolicies;
  /** Whether a form of the case may be in the citizen's hands already. */
  readonly mayBeOut: (form: SlipForm) => boolean;
  /** A person of the office who can take a dossier. */
  readonly findTaker: (id: number) => PersonRef | undefined;
}

export const refusalCodes = [
  'finished',
  'status',
  'role',
  'needsHandover',
  'secondSupplement',
  'notLateEnoughToStop',
  'noDeadline',
  'sameDay',
  'alreadyExtended',
  'tooLate',
  'overdue',
  'notLater',
  'restDay',
  'tooFar',
  'noVerification',
  'verificationTooLate',
  'noExtra',
  'noOriginals',
  'notUnclaimed',
  'withCounter',
  'noTaker',
  'withTaker',
  'noPaper',
  'nothingToUndo',
  'undoFinal',
  'undoOther',
  'undoDay',
] as const;
/** Why an act is refused. The screen words it and names the article. */
export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  code: RefusalCode;
  /** The day the reason turns on, `YYYY-MM-DD`: the latest for an apology, the first for a stop. */
  on?: string | undefined;
}

/** What the screen may say before the act is done; days `YYYY-MM-DD`, instants office time. */
export interface ActHints {
  /** Latest day for the notice, the apology or the transfer. */
  latestOn?: string | undefined;
  latestAt?: string | undefined;
  /** Last day for the citizen. */
  lastDayOn?: string | undefined;
  /** The appointment if it were done now. */
  newDueAt?: string | null | undefined;
  /** Later working days to choose from. */
  proposals?: { workingDays: number; dueAt: string }[] | undefined;
  /** What undo would take back. */
  undoes?: string | undefined;
}

/** One act: from which status, by whom, what it asks, what the law refuses, which event it becomes. */
export interface ActRule<Input extends z.ZodType> {
  /** In which status. */
  readonly from: readonly Status[];
  readonly roles: readonly Role[];
  readonly input: Input;
  /** Slips that usually go with it. */
  readonly slips: readonly SlipForm[];
  /** What else the law or practice asks of the case. */
  readonly refuses?: (state: CaseState, context: ActContext) => Refusal | null;
  readonly hints?: (state: CaseState, context: ActContext) => ActHints;
  readonly event: (state: CaseState, input: z.output<Input>, context: ActContext) => CaseEvent | Refusal;
}

/** Keeps the type of the input beside the rule. */
export function act<Input extends z.ZodType>(rule: ActRule<Input>): ActRule<Input> {
  return rule;
}

export function isRefusal(answer: CaseEvent | Refusal): answer is Refusal {
  return 'code' in answer;
}

export const atCounter = ['clerk', 'officer'] as const satisfies readonly Role[];
export const alsoLeader = ['clerk', 'officer', 'leader'] as const satisfies readonly Role[];

/** Who and when, as every event begins. */
export function when({ now, by }: ActContext): { at: string; by: PersonRef } {
  return { at: now, by };
}
