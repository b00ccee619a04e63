import { randomUUID } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { AppError, type ErrorData } from '../../shared/errors.ts';
import { faultsOf } from '../../shared/faults.ts';
import { isDiskFull } from '../disk-full.ts';
import { NumbersHeld } from '../register/held-numbers.ts';
import { transportCodes } from './money/transport-codes.ts';

/** How a failure leaves the house: what was expected as its code, anything else as a number. */
interface Log {
  log: (line: string) => void;
}

/** Expected failures travel as their code; anything else is logged with a number and nothing of it leaves. */
export function guarded<T>(ctx: Log, run: () => T): T {
  const refuse = (error: unknown): never => {
    throw toTransport(ctx, error);
  };
  try {
    const answer = run();
    return answer instanceof Promise ? (answer.catch(refuse) as T) : answer;
  } catch (error) {
    return refuse(error);
  }
}

export function toTransport(ctx: Log, error: unknown): TRPCError {
  if (error instanceof TRPCError) return error;
  const known = toAppError(error);
  if (known) {
    const code = transportCodes[known.code] ?? 'BAD_REQUEST';
    return new TRPCError({ code, message: known.code, cause: known });
  }
  const incident = randomUUID().slice(0, 8);
  ctx.log(`incident ${incident}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const cause = new AppError('internal', { incident });
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'internal', cause });
}

function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (error instanceof NumbersHeld) return new AppError('busy', { what: 'check' });
  return isDiskFull(error) ? new AppError('diskFull') : undefined;
}

/** What the page is told of a failure. */
export function appData(error: TRPCError, ctx: Log | undefined): ErrorData {
  if (error.cause instanceof AppError) return { ...error.cause.data, code: error.cause.code };
  if (error.cause instanceof z.ZodError) return { code: 'invalidInput', fields: faultsOf(error.cause) };
  if (error.code === 'PARSE_ERROR' || error.code === 'BAD_REQUEST' || error.code === 'UNSUPPORTED_MEDIA_TYPE')
    return { code: 'invalidInput', fields: {} };
  if (error.code === 'NOT_FOUND' || error.code === 'METHOD_NOT_SUPPORTED') return { code: 'notFound' };
  if (error.code === 'PAYLOAD_TOO_LARGE') return { code: 'tooLarge' };
  const incident = randomUUID().slice(0, 8);
  ctx?.log(`incident ${incident}: ${error.stack ?? error.message}`);
  return { code: 'internal', incident };
}
