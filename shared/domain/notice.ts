import { openStatuses } from './case-flow.ts';
import type { CaseState } from './case-state.ts';
import { isSlipCode } from './codes.ts';
import { brace, type NoticePlace, placeOf, unknownPlaces } from './notice-places.ts';
import type { NoticeOccasion } from './notice-settings.ts';
import { timelinessOfOpen } from './timeliness.ts';

/** Texts ready to paste. The counter sends nothing: a person pastes them, and notes over which channel. */

/** What fills the places; null is not known, or does not apply to this case. */
export type NoticeFacts = Record<NoticePlace, string | null>;

export interface NoticeText {
  occasion: NoticeOccasion;
  text: string;
  /** Places without a fact: the sentences that hold them are left out. */
  leftOut: NoticePlace[];
  /** Words in braces that are no place; they stay as they are written. */
  unknown: string[];
}

/**
 * Fills a template. A sentence that lacks a fact is left out whole rather than sent with a hole in it, and an identity number in
 * what somebody typed is masked: no message names one.
 */
export function noticeText(occasion: NoticeOccasion, template: string, facts: NoticeFacts): NoticeText {
  const leftOut = placesIn(template).filter((place) => !facts[place]?.trim());
  const text = sentencesOf(template)
    .filter((sentence) => placesIn(sentence).every((place) => !leftOut.includes(place)))
    .join(' ')
    .replace(brace, (all, words: string) => {
      const place = placeOf(words);
      return place === undefined ? all : factOf(place, facts);
    })
    // A place may end with the sign that the template writes after it.
    .replace(/([.;:,])\s*\.(?=\s|$)/g, '.')
    .trim();
  return { occasion, text, leftOut, unknown: unknownPlaces(template) };
}

function placesIn(text: string): NoticePlace[] {
  const places = [...text.matchAll(brace)].flatMap(([, words = '']) => placeOf(words) ?? []);
  return [...new Set(places)];
}

/** Without an identity number that somebody typed beside a paper; what the counter numbers itself stays as it is. */
function factOf(name: NoticePlace, facts: NoticeFacts): string {
  const fact = facts[name]?.trim() ?? '';
  return ownNumbers.includes(name) ? fact : hideIdNumbers(fact);
}

const ownNumbers: readonly NoticePlace[] = ['phone', 'caseCode', 'slipCode'];

/** A full stop ends a sentence only before a space: codes and hours have stops of their own. */
function sentencesOf(template: string): string[] {
  return template.split(/(?<=[.!?])\s+/);
}

/** Digits as somebody writes a long number: in one, or in groups with one sign between. */
const digitRun = /\d+(?:[ .\-\u2010\u2013]\d+)*/g;
const usualGroups = /(?<!\d)(?:\d{3}(?:\D\d{3}){3}|\d{4}(?:\D\d{4}){2})(?!\d)/;

function hideIdNumbers(text: string): string {
  return text
    .normalize('NFKC')
    .replace(digitRun, (run, at: number, whole: string) =>
      isIdNumber(run, whole[at - 1] ?? '') ? '…' : run,
    );
}

/**
 * Twelve digits of a căn cước or nine of an old CMND in any groups; codes begin with a letter, telephones with 0 and have
 * ten or eleven.
 */
function isIdNumber(run: string, before: string): boolean {
  const groups = run.split(/\D/);
  if (groups.some((group) => group.length === 12) || usualGroups.test(run)) return true;
  if (isSlipCode(run) || (groups.length > 1 && /\p{L}/u.test(before))) return false;
  const isPhone = (part: string[]) => /^0\d{9,10}$/.test(part.join(''));
  if (groups.some((_, at) => isPhone(groups.slice(at)) || isPhone(groups.slice(0, at)))) return false;
  return [9, 12].includes(groups.join('').length);
}

/** Whether a text holds the number of a căn cước or CMND; the facts that the counter numbered itself are none. */
export function namesIdNumber(text: string, facts?: NoticeFacts): boolean {
  const own = ownNumbers.flatMap((name) => facts?.[name] ?? []);
  const rest = own.reduce((left, each) => left.replaceAll(each, '#'), text).normalize('NFKC');
  return hideIdNumbers(rest) !== rest;
}

export interface SmsLength {
  characters: number;
  parts: number;
}

/** Of the GSM alphabet's ASCII what counts one; everything else makes the whole message Unicode. */
const plainLetters = /^[\n\r !"#$%&'()*+,\-./0-9:;<=>?@A-Z_a-z]*$/;

/**
 * How many SMS a text is billed as: 70 characters in one or 67 in each part with Vietnamese marks, 160 or 153 without
 * (GSM 03.38, UCS-2).
 */
export function smsLength(text: string): SmsLength {
  const characters = text.length;
  const [single, each] = plainLetters.test(text) ? [160, 153] : [70, 67];
  const parts = characters === 0 ? 0 : characters <= single ? 1 : Math.ceil(characters / each);
  return { characters, parts };
}

/** What there is to tell of a case now, the most pressing first; nothing of one that ended without a result. */
export function noticeOccasionsOf(state: CaseState, now: string): NoticeOccasion[] {
  const { status, measuredDueAt, extension, appointment } = state;
  if (status === 'resolved') return ['ready'];
  if (status === 'awaitingSupplement') return ['supplement'];
  if (status === 'registered' || !openStatuses.some((one) => one === status)) return [];
  const isLate = timelinessOfOpen(measuredDueAt, now, appointment.limit.kind) === 'pendingLate';
  return isLate || extension !== null ? ['apology', 'received'] : ['received'];
}
