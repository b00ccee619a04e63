import type { Procedure } from '../../shared/domain/procedure.ts';
import { AppError } from '../../shared/errors.ts';
import { eventsOf, getCase } from '../register/cases.ts';
import { getProcedure } from '../register/catalogue.ts';
import type { Reader } from '../register/connection.ts';
import type { SlipSource } from './slip-of-case.ts';

/** Everything that the words of a case's forms are found from; throws notFound. */
export function readSlipSource(db: Reader, caseId: number): SlipSource {
  const state = getCase(db, caseId);
  return {
    state,
    events: eventsOf(db, caseId).map(({ event }) => event),
    procedure: findProcedure(db, state.procedure.code, state.receivedAt.slice(0, 10)),
  };
}

/** An imported case may name a procedure that the catalogue never had. */
function findProcedure(db: Reader, code: string, day: string): Procedure | null {
  try {
    return getProcedure(db, code, day).procedure;
  } catch (error) {
    if (error instanceof AppError && error.code === 'unknownProcedure') return null;
    throw error;
  }
}
