import { AppError, type ErrorCode, errorCodes } from '../../shared/errors.ts';

/** Hands a chosen file to the counter and answers the name under which it is known there. Throws AppError. */
export async function handIn(file: File): Promise<string> {
  const reply = await fetch('/incoming', { method: 'PUT', body: file });
  const answer: unknown = await reply.json().catch(() => null);
  if (reply.ok && isRecord(answer) && typeof answer.file === 'string') return answer.file;
  const error = isRecord(answer) && isRecord(answer.error) ? answer.error : {};
  const code = (errorCodes as readonly unknown[]).includes(error.code)
    ? (error.code as ErrorCode)
    : 'internal';
  throw new AppError(code, error);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
