import { custodyOf, handBack } from './case-custody.ts';
import type { CaseEvent, EventOf } from './case-events.ts';
import type { CaseState } from './case-state.ts';
import { type EndedTimeliness, timelinessOfEnded, timelinessOfOpen } from './timeliness.ts';

/** What each event after the reception changes of the fold. */

type Later = Exclude<CaseEvent, { kind: 'received' | 'registered' | 'undone' }>;

export function change(state: CaseState, event: Later): Partial<CaseState> {
  switch (event.kind) {
    case 'accepted':
      return {
        ...accept(event.at, event),
        papers: event.papers,
        promisedAt: event.promisedAt,
        digitised: event.digitised ?? state.digitised,
      };
    case 'handedOver':
      return {
        status: state.status === 'received' ? 'processing' : state.status,
        holder: event.to,
        agency: event.agency ?? null,
        handovers: [
          ...state.handovers,
          {
            at: event.at,
            from: state.holder.name,
            to: event.to.name,
            agency: event.agency ?? null,
            isBack: false,
            note: event.note,
          },
        ],
      };
    case 'takenBack':
      return {
        holder: event.by,
        agency: null,
        handovers: [
          ...state.handovers,
          { at: event.at, from: event.from, to: event.by.name, agency: null, isBack: true, note: event.note },
        ],
      };
    case 'supplementRequested':
    case 'supplemented':
    case 'paymentRequested':
    case 'paymentConfirmed':
      return changeWait(state, event);
    case 'extended':
      return {
        ...laterDates(state, event),
        extension: {
          issuedAt: event.at,
          by: event.by,
          reason: event.reason,
          from: state.dueAt ?? '',
          to: event.appointment.dueAt ?? '',
        },
      };
    case 'verificationOpened':
      return { ...laterDates(state, event), verification: { openedAt: event.at, reason: event.reason } };
    case 'extraAgreed': {
      const { at, workingDays, signedAgreement } = event;
      return { ...laterDates(state, event), extra: { at, workingDays, signedAgreement } };
    }
    case 'appointmentMoved':
      return {
        ...dates(event),
        ...(event.promisedAt !== undefined && { promisedAt: event.promisedAt }),
        ...(event.closing && { supplements: closeLast(state.supplements, event.closing) }),
      };
    case 'rejected':
    case 'stopped':
    case 'withdrawn':
      return end(state, event);
    case 'resolved':
      return {
        status: 'resolved',
        holder: event.by,
        agency: null,
        endedAt: event.at,
        timeliness: timelinessOfEnded(state.measuredDueAt, event.at, state.appointment.limit.kind),
        outcome: event.outcome,
        result: event.result ?? null,
        digitalResult: event.electronicResult ?? null,
        resolvedBy: event.by,
      };
    case 'returned':
      return {
        status: 'returned',
        returnedAt: event.at,
        returnedBy: event.by,
        returnedVia: event.via,
        recipient: event.recipient,
        postal: event.postal ?? null,
        visits: state.visits + (event.via === 'counter' ? 1 : 0),
        ...handBack(state, event.originals ?? [], event.at, event.recipient.name),
      };
    case 'setAside':
      return { setAside: { at: event.at, place: event.place, note: event.note } };
    case 'shelved':
      return { custody: { ...state.custody, shelf: event.shelf } };
    case 'originalsReturned':
      return handBack(state, event.items, event.at, event.to);
    case 'visited':
      return { visits: state.visits + 1 };
    case 'codeAttached':
      return { nationalCode: event.nationalCode };
    case 'corrected':
      return correct(state, event);
  }
}

/** The citizen's date and the one that counts. */
function dates({
  appointment,
  measuredDueAt,
}: Pick<EventOf<'accepted'>, 'appointment' | 'measuredDueAt'>): Pick<
  CaseState,
  'appointment' | 'dueAt' | 'measuredDueAt'
> {
  return { appointment, dueAt: appointment.dueAt, measuredDueAt };
}

/** Dates that an act moved: an earlier promise was given for the date before, and goes with it. */
function laterDates(state: CaseState, event: Pick<EventOf<'accepted'>, 'appointment' | 'measuredDueAt'>) {
  const stands = event.appointment.dueAt === state.dueAt;
  return { ...dates(event), promisedAt: stands ? state.promisedAt : null };
}

/** The clock starts when the dossier is complete and correct (NĐ 118 Đ17.3). */
function accept(at: string, event: Pick<EventOf<'accepted'>, 'appointment' | 'measuredDueAt'>) {
  return {
    status: 'received',
    receivedAt: at,
    acceptedAt: at,
    originalDueAt: event.appointment.dueAt,
    ...dates(event),
  } satisfies Partial<CaseState>;
}

type WaitEvent = EventOf<'supplementRequested' | 'supplemented' | 'paymentRequested' | 'paymentConfirmed'>;

function changeWait(state: CaseState, event: WaitEvent): Partial<CaseState> {
  const { at, by } = event;
  switch (event.kind) {
    case 'supplementRequested': {
      const { kind: _, items, reason, lastDayOn, mayStopFrom, overridden } = event;
      const wasLate = isLateAt(state, at);
      return {
        status: 'awaitingSupplement',
        measuredDueAt: wasLate ? state.measuredDueAt : null,
        promisedAt: null,
        supplements: [
          ...state.supplements,
          {
            requestedAt: at,
            by,
            items,
            reason,
            lastDayOn,
            mayStopFrom,
            overridden,
            wasLate,
            beforeAcceptance: state.acceptedAt === null,
            completedAt: null,
          },
        ],
      };
    }
    case 'supplemented':
      return {
        ...(state.acceptedAt === null
          ? accept(at, event)
          : { ...laterDates(state, event), status: 'processing' }),
        papers: event.papers,
        custody: { ...state.custody, items: custodyOf(event.papers, state.custody.items, state.papers) },
        supplements: closeLast(state.supplements, { completedAt: at }),
        visits: state.visits + (event.inPerson ? 1 : 0),
      };
    case 'paymentRequested': {
      const { amountVnd, note, pauses } = event;
      const stands = pauses && !isLateAt(state, at);
      return {
        status: 'awaitingPayment',
        measuredDueAt: stands ? null : state.measuredDueAt,
        payments: [...state.payments, { requestedAt: at, amountVnd, note, pauses, confirmedAt: null }],
      };
    }
    case 'paymentConfirmed':
      return {
        ...laterDates(state, event),
        status: 'processing',
        payments: closeLast(state.payments, { confirmedAt: at }),
      };
  }
}

function closeLast<T extends object>(list: readonly T[], closing: Partial<T>): T[] {
  return list.map((one, index) => (index === list.length - 1 ? { ...one, ...closing } : one));
}

/** Late by the date that counts. */
export function isLateAt(state: Pick<CaseState, 'measuredDueAt' | 'appointment'>, at: string): boolean {
  return timelinessOfOpen(state.measuredDueAt, at, state.appointment.limit.kind) === 'pendingLate';
}

/** Ended without a result: by the due date it is in time, never early (rules §11); not accepted, it has no date. */
function end(state: CaseState, event: EventOf<'rejected' | 'stopped' | 'withdrawn'>): Partial<CaseState> {
  const { kind, at, by, reason, papersReturned } = event;
  const back = papersReturned ? state.custody.items.filter(({ returnedAt }) => returnedAt === null) : [];
  return {
    status: kind,
    agency: null,
    endedAt: at,
    timeliness: kind === 'rejected' ? 'noDeadline' : endedInTime(state, at),
    ending: {
      kind,
      at,
      by,
      reason,
      papersReturned,
      ground: kind === 'stopped' ? event.ground : null,
      refundVnd: kind === 'rejected' ? null : event.refundVnd,
    },
    ...handBack(state, back, at, state.submitter?.name ?? state.applicant.name),
  };
}

function endedInTime({ dueAt, measuredDueAt, appointment }: CaseState, at: string): EndedTimeliness {
  if (dueAt !== null && measuredDueAt === null) return 'onTime';
  const timeliness = timelinessOfEnded(measuredDueAt, at, appointment.limit.kind);
  return timeliness === 'early' ? 'onTime' : timeliness;
}

function correct(state: CaseState, { at, by, reason, changes, dates: moved }: EventOf<'corrected'>) {
  const next = {
    ...state,
    ...changes,
    ...(moved && { ...dates(moved), promisedAt: promiseUnder(state, moved) }),
  };
  const fields = Object.keys(changes).sort();
  return {
    ...next,
    timeliness:
      next.endedAt === null || next.timeliness === null ? next.timeliness : classAgain(next, next.endedAt),
    custody: { ...state.custody, items: custodyOf(next.papers, state.custody.items, state.papers) },
    contentVersion: state.contentVersion + 1,
    corrections: [...state.corrections, { at, by, reason, fields }],
  };
}

/** A promise that the corrected date still covers stands; else that date's own, if it has one. */
function promiseUnder(
  { promisedAt }: CaseState,
  { appointment }: Pick<EventOf<'accepted'>, 'appointment'>,
): string | null {
  const stands = promisedAt !== null && appointment.dueAt !== null && promisedAt <= appointment.dueAt;
  return stands ? promisedAt : (appointment.promisedAt ?? null);
}

/** The class of an ended case whose date a correction moved. */
function classAgain(state: CaseState, endedAt: string): EndedTimeliness {
  if (state.status === 'rejected') return 'noDeadline';
  if (state.ending !== null) return endedInTime(state, endedAt);
  return timelinessOfEnded(state.measuredDueAt, endedAt, state.appointment.limit.kind);
}
