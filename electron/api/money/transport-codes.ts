import type { TRPCError } from '@trpc/server';
import type { ErrorCode } from '../../../shared/errors.ts';

/** How an expected failure travels; the others are bad requests. */
export const transportCodes: Partial<Record<ErrorCode, TRPCError['code']>> = {
  notFound: 'NOT_FOUND',
  unknownProcedure: 'NOT_FOUND',
  notAllowed: 'FORBIDDEN',
  notSeated: 'UNAUTHORIZED',
  locked: 'UNAUTHORIZED',
  wrongPassword: 'UNAUTHORIZED',
  notPaired: 'UNAUTHORIZED',
  tooFast: 'TOO_MANY_REQUESTS',
  stale: 'CONFLICT',
  actNotAllowed: 'CONFLICT',
  alreadySetUp: 'CONFLICT',
  busy: 'CONFLICT',
  nationalCodeTaken: 'CONFLICT',
  cancelled: 'CLIENT_CLOSED_REQUEST',
  diskFull: 'INTERNAL_SERVER_ERROR',
  registerDamaged: 'INTERNAL_SERVER_ERROR',
  internal: 'INTERNAL_SERVER_ERROR',
};
