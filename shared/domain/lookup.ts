import type { CaseState } from './case-state.ts';
import type { Status } from './case-status.ts';
import { isSlipCode } from './codes.ts';
import { slipCodeIn } from './slip-signature.ts';
import { timelinessOfCase } from './timeliness.ts';

/**
 * What a screen tells whoever holds a slip. Without authentication only the case code and how far it has come may be shown (TT
 * 01/2018 Đ16.2d): the day and hour of the appointment are part of that. Neither the person, nor the procedure, nor the names of
 * missing papers, nor an amount: each of them tells something about somebody, and slip codes can be guessed.
 */
export interface LookupFacts {
  caseCode: string;
  status: Status;
  /** The appointment is past and there is no result. */
  isLate: boolean;
  /** The result was put away because nobody came. */
  isSetAside: boolean;
  /** How the result comes, where it waits or was given. */
  returnChannel: CaseState['returnChannel'];
  /** The hour that was promised, else the appointment; null where none is waited for. */
  appointmentAt: string | null;
  /** Until when papers may be completed, or a filed dossier is answered. */
  lastDayOn: string | null;
}

/** @param now office time. */
export function lookupFactsOf(state: CaseState, now: string): LookupFacts {
  const { caseCode, status, returnChannel, setAside, supplements, endedAt } = state;
  const isOpen = endedAt === null;
  const limitKind = state.appointment.limit.kind;
  const isLate = isOpen && timelinessOfCase({ ...state, limitKind }, now) === 'pendingLate';
  const isRunning = status === 'received' || status === 'processing';
  return {
    caseCode,
    status,
    isLate: isRunning && isLate,
    isSetAside: status === 'resolved' && setAside !== null,
    returnChannel,
    appointmentAt: isRunning ? stillToCome(state, now) : null,
    lastDayOn:
      status === 'awaitingSupplement'
        ? (supplements.at(-1)?.lastDayOn ?? null)
        : status === 'registered'
          ? (state.answerDueAt?.slice(0, 10) ?? null)
          : null,
  };
}

/** The hour that was promised until it has passed without a result, then the appointment. */
function stillToCome({ promisedAt, dueAt }: CaseState, now: string): string | null {
  return promisedAt !== null && promisedAt >= now ? promisedAt : dueAt;
}

/**
 * The slip code in what was typed or scanned, with its hyphens or without, with its signature or without; null unless it has
 * the form of one and its check digits agree.
 */
export function typedSlipCode(text: string): string | null {
  const digits = slipCodeIn(text).replace(/[^0-9]/g, '');
  const code = `${digits.slice(0, 6)}-${digits.slice(6, -2)}-${digits.slice(-2)}`;
  return isSlipCode(code) ? code : null;
}
