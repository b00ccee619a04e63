/**
 * Expected failures, a closed list. The code travels, the sentence belongs to the screen
 * (`renderer/error-sentences.ts`: a code without a sentence does not compile).
 */
export const errorCodes = [
  'notFound',
  'notAllowed',
  'invalidInput',
  'notSeated',
  'notSetUp',
  'alreadySetUp',
  'unknownProcedure',
  'unknownVariant',
  'promiseTooLate',
  'formAlreadyUsed',
  'clockWrong',
  'actNotAllowed',
  'personRestricted',
  'cardErased',
  'nothingChanged',
  'stale',
  'unmergeLaterFirst',
  'unknownPrinter',
  'wrongForm',
  'tooLarge',
  'bookClosed',
  'bookStillRuns',
  'bookEmpty',
  'bookFileFault',
  'campaignFileFault',
  'campaignDayOutside',
  'reportBroken',
  'reportTooLong',
  'queueOff',
  'queueClosed',
  'queueHeld',
  'busy',
  'cancelled',
  'unreadableFile',
  'nationalCodeTaken',
  'ratingCodeUnknown',
  'ratingCodeUsed',
  'tooManyTries',
  'locked',
  'wrongPassword',
  'noPassword',
  'newPasswordNeeded',
  'codeExpired',
  'pinSpent',
  'approvalNeeded',
  'approverNotAllowed',
  'shiftStays',
  'mergeFailed',
  'backupFailed',
  'codeNotTyped',
  'lanFault',
  'notPaired',
  'tooFast',
  'diskFull',
  'registerDamaged',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What each code may carry to the screen. Never personal data, SQL or a stack. */
export interface ErrorData {
  code: ErrorCode;
  /** Dotted field paths → kind of fault, for `invalidInput`. */
  fields?: Record<string, string>;
  /** Number to read out to the administrator, for `internal`. */
  incident?: string;
  [detail: string]: unknown;
}

/** An expected failure. `data` is shown to the screen as it is. */
export class AppError extends Error {
  override name = 'AppError';
  readonly code: ErrorCode;
  readonly data: Record<string, unknown>;
  constructor(code: ErrorCode, data: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.data = data;
  }
}
