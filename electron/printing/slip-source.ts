import { isOpen } from '../../shared/domain/payment.ts';
import type { Procedure } from '../../shared/domain/procedure.ts';
import { ratingStages } from '../../shared/domain/rating.ts';
import { AppError } from '../../shared/errors.ts';
import { nameOfPerson } from '../register/accounts/people.ts';
import { getBatch, seqOfBatch } from '../register/cases/batches.ts';
import { eventsOf, getCase } from '../register/cases/cases.ts';
import { getProcedure } from '../register/catalogue.ts';
import type { Reader } from '../register/connection.ts';
import { getPayment, listPaymentIds } from '../register/money/payments.ts';
import { ratingCodeOf } from '../register/voice/ratings.ts';
import type { BatchSource } from './list-of-batch.ts';
import type { SlipSource } from './slip-of-case.ts';

/** Everything that the words of a case's forms are found from; throws notFound. */
export function readSlipSource(db: Reader, caseId: number): SlipSource {
  const state = getCase(db, caseId);
  return {
    state,
    events: eventsOf(db, caseId).map(({ event }) => event),
    procedure: findProcedure(db, state.procedure.code, state.receivedAt.slice(0, 10)),
    ratingCodes: readRatingCodes(db, caseId),
    owedByTransfer: readOwedByTransfer(db, caseId),
  };
}

/**
 * A list with its cases as they were when it was made: both sides signed that, and a later correction or act must not
 * print other words under the same number. Throws notFound.
 */
export function readBatchSource(db: Reader, batchId: number): BatchSource {
  const batch = getBatch(db, batchId);
  const madeAt = seqOfBatch(db, batchId);
  return {
    batch,
    madeBy: nameOfPerson(db, batch.personId),
    states: batch.caseIds.map((id) => getCase(db, id, madeAt)),
  };
}

/** Of what is paid no code is printed again, or it would be paid twice. One code for all: a case has one purpose. */
function readOwedByTransfer(db: Reader, caseId: number): SlipSource['owedByTransfer'] {
  const owed = listPaymentIds(db, caseId)
    .map((id) => getPayment(db, id).state)
    .filter((payment) => isOpen(payment) && payment.method === 'transfer');
  const [first] = owed;
  return first
    ? { amountVnd: owed.reduce((sum, { amountVnd }) => sum + amountVnd, 0), purpose: first.purpose }
    : null;
}

function readRatingCodes(db: Reader, caseId: number): SlipSource['ratingCodes'] {
  return Object.fromEntries(
    ratingStages.flatMap((stage) => {
      const code = ratingCodeOf(db, caseId, stage);
      return code === null ? [] : [[stage, code]];
    }),
  );
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
