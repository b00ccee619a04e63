import { z } from 'zod';
import { commonWords } from './common-passwords.ts';
import { fold, words } from './text.ts';

/**
 * Passwords and PINs: what is refused, how long a wrong one has to wait, how long a sign-in lasts. No rules of composition and no
 * forced change (NIST SP 800-63B, OWASP ASVS 5.0 §6.2): a long sentence is the best password there is.
 */

/** As typed: only its spelling is made one (NFC), nothing is trimmed. */
export const secretSchema = z
  .string()
  .max(200)
  .transform((text) => text.normalize('NFC'));

export type PasswordFault = 'passwordShort' | 'passwordCommon' | 'passwordOwn';

const fewestCharacters = 8;

/** Why a new password is refused, null when it is not. `own`: names of the person and of the office. */
export function passwordFault(password: string, own: readonly string[]): PasswordFault | null {
  const text = password.normalize('NFC');
  if ([...text].length < fewestCharacters) return 'passwordShort';
  const ownWords = own.flatMap((name) => words(fold(name)));
  const readings = lettersOf(text);
  if (readings.some((letters) => letters !== '' && isMadeOf(letters, ownWords))) return 'passwordOwn';
  if (readings.every((letters) => letters === '')) return isPlainNumber(text) ? 'passwordCommon' : null;
  const known = new Set([...commonWords, ...ownWords]);
  if (readings.some((letters) => isRun(letters) || isMadeOf(letters, [...known]))) return 'passwordCommon';
  return null;
}

const leet: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/** "P@ssw0rd123" may be read as its letters ("psswrd") and as what its signs stand for ("password"). */
function lettersOf(text: string): string[] {
  const folded = fold(text);
  const inside = folded.replace(/^[^\p{L}@$!]+|[^\p{L}@$]+$/gu, '');
  const read = [...inside].map((sign) => leet[sign] ?? sign).join('');
  return [
    ...new Set(
      [folded, read, folded.replace(/^[^\p{L}]+/u, '')].map((each) => each.replace(/[^\p{L}]/gu, '')),
    ),
  ];
}

/** Whether a text is some of the words one after the other, and nothing else. */
function isMadeOf(letters: string, known: readonly string[]): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < letters.length; at += 1) {
    if (!reached.has(at)) continue;
    for (const word of known) if (word !== '' && letters.startsWith(word, at)) reached.add(at + word.length);
  }
  return reached.has(letters.length);
}

/** One character over and over, or a short piece repeated, or neighbours in order. */
function isRun(text: string): boolean {
  return isRepeated(text) || isStepped(text);
}

const isRepeated = (text: string): boolean => /^(.{1,4})\1+$/u.test(text);

function isStepped(text: string): boolean {
  const steps = [...text]
    .slice(1)
    .map((sign, at) => (sign.codePointAt(0) ?? 0) - (text.codePointAt(at) ?? 0));
  return steps.length > 1 && (steps.every((step) => step === 1) || steps.every((step) => step === -1));
}

/** Digits that are counted up or down, repeated, a day, or too short to be anything else. */
function isPlainNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits === '') return isRun(text);
  const wrapped = digits.replace(/0$/, '').replace(/^0/, '');
  return digits.length < 9 || isRun(digits) || isStepped(wrapped) || new Set(digits).size < 4;
}

/** Six digits that reopen a sign-in on the same PC; never what everybody tries first, nor a day. */
export const pinSchema = z
  .string()
  .regex(/^\d{6}$/, { error: 'pin' })
  .refine((pin) => !isPlainPin(pin), { error: 'pinPlain' });

function isPlainPin(pin: string): boolean {
  const wrapped = pin.replace(/0$/, '').replace(/^0/, '');
  return isRun(pin) || isStepped(wrapped) || new Set(pin).size < 3 || isDayLike(pin);
}

/** ddmmyy, mmyyyy. */
function isDayLike(pin: string): boolean {
  const [first = 0, middle = 0] = [pin.slice(0, 2), pin.slice(2, 4)].map(Number);
  const isMonth = (number: number) => number >= 1 && number <= 12;
  const isDay = (number: number) => number >= 1 && number <= 31;
  return (isDay(first) && isMonth(middle)) || (isMonth(first) && (middle === 19 || middle === 20));
}

/** After this many wrong PINs only the password opens. */
export const mostPinMisses = 5;

const dayMs = 24 * 3600_000;
/** The newest so many times of failure are kept of an account at a device; older ones are forgiven after 30 days. */
export const mostFailures = 100;
const countedMs = 30 * dayMs;
const longestWaitMs = 300_000;

/**
 * Milliseconds until an account may be tried again at a device: 1, 2, 4 … 300 s after each failure in a row, and never more than a
 * hundred failures in any 30 days. Of one device alone, so that nobody elsewhere can keep a colleague out; never for good.
 * @param failures when it failed since it last succeeded, epoch milliseconds, oldest first.
 */
export function waitAfter(failures: readonly number[], nowMs: number): number {
  const counted = keptFailures(failures, nowMs);
  const last = counted.at(-1);
  if (last === undefined) return 0;
  const waitMs = Math.min(longestWaitMs, 1000 * 2 ** Math.min(counted.length - 1, 20));
  const oldest = counted.at(-mostFailures);
  const until = Math.max(last + waitMs, oldest === undefined ? 0 : oldest + countedMs);
  return Math.max(0, until - nowMs);
}

/** So far ahead a failure may lie that was written while this question was on its way; what lies further was written by a wrong clock. */
const aheadMs = 10_000;

/** Up to now. What a clock that ran ahead wrote is forgiven once it is put right: it would hold people up until that time has come. */
const untilNow = (failures: readonly number[], nowMs: number): number[] =>
  failures.filter((at) => at - nowMs <= aheadMs).map((at) => Math.min(at, nowMs));

/** Those that still count. */
export function keptFailures(failures: readonly number[], nowMs: number): number[] {
  return untilNow(failures, nowMs)
    .filter((at) => nowMs - at < countedMs)
    .slice(-mostFailures);
}

const deviceFailures = 30;
const deviceMs = 300_000;

/** The same for all accounts of a device together: who tries one password on everybody waits five minutes at most. */
export function deviceWaitAfter(failures: readonly number[], nowMs: number): number {
  const recent = untilNow(failures, nowMs).filter((at) => nowMs - at < deviceMs);
  const oldest = recent.at(-deviceFailures);
  return oldest === undefined ? 0 : Math.max(0, oldest + deviceMs - nowMs);
}

/** Minutes without a key or a pointer after which the window locks. */
export const idleMinutesSchema = z.int().min(2).max(5);

export interface SignInTimes {
  startedAt: number;
  lastActiveAt: number;
  lockedAt: number | null;
}
export interface SignInLimits {
  idleMs: number;
  absoluteMs: number;
}
export const longestSignInMs = 8 * 3600_000;

/** What a sign-in is worth now. A clock that was set back makes it as old as one set forward. */
export function standingOf(
  times: SignInTimes,
  limits: SignInLimits,
  nowMs: number,
): 'open' | 'locked' | 'ended' {
  if (Math.abs(nowMs - times.startedAt) >= limits.absoluteMs) return 'ended';
  if (times.lockedAt !== null || Math.abs(nowMs - times.lastActiveAt) >= limits.idleMs) return 'locked';
  return 'open';
}

/** Codes that are printed and typed by hand: Crockford's digits and letters, in groups of five. */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const recoveryCodeLength = 20;
export const startCodeLength = 10;

/** "abcde-fgh1o" → "ABCDEFGH10": what looks alike is one, groups and case do not matter. */
export function normaliseCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

const lastGroup = 5;

/** Whether somebody typed the end of a code, or all of it, so that it is on paper. */
export function isTypedBack(typed: string, code: string): boolean {
  const [text, whole] = [normaliseCode(typed), normaliseCode(code)];
  return text === whole || text === whole.slice(-lastGroup);
}

export const formatCode = (code: string): string => code.match(/.{1,5}/g)?.join('-') ?? '';
