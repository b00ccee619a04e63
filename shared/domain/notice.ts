import { openStatuses } from './case-flow.ts';
import type { CaseState } from './case-state.ts';
import type { NoticeOccasion } from './notice-settings.ts';
import { timelinessOfOpen } from './timeliness.ts';

/** Texts ready to paste. The counter sends nothing: a person pastes them, and notes over which channel. */

export const noticePlaces = [
  'office',
  'procedure',
  'caseCode',
  'slipCode',
  'due',
  'missing',
  'lastDay',
  'phone',
  'hours',
] as const;
export type NoticePlace = (typeof noticePlaces)[number];

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

const brace = /\{([^{}]*)\}/g;
const isPlace = (name: string): name is NoticePlace => (noticePlaces as readonly string[]).includes(name);

/**
 * Fills a template. A sentence that lacks a fact is left out whole rather than sent with a hole in it, and an identity number in
 * what somebody typed is masked: no message names one.
 */
export function noticeText(occasion: NoticeOccasion, template: string, facts: NoticeFacts): NoticeText {
  const names = [...template.matchAll(brace)].map(([, name = '']) => name);
  const unknown = [...new Set(names.filter((name) => !isPlace(name)))];
  const leftOut = [...new Set(names.filter(isPlace).filter((name) => !facts[name]?.trim()))];
  const isWhole = (sentence: string) => leftOut.every((name) => !sentence.includes(`{${name}}`));
  const text = sentencesOf(template)
    .filter(isWhole)
    .join(' ')
    .replace(brace, (all, name: string) => (isPlace(name) ? factOf(name, facts) : all))
    // A place may end with the sign that the template writes after it.
    .replace(/([.;:,])\s*\.(?=\s|$)/g, '.')
    .trim();
  return { occasion, text, leftOut, unknown };
}

/** Also without the nine digits of an old CMND, where somebody typed one beside a paper. */
function factOf(name: NoticePlace, facts: NoticeFacts): string {
  const fact = facts[name]?.trim() ?? '';
  return name === 'phone' ? fact : fact.replace(anyIdNumber, '…');
}

/** A full stop ends a sentence only before a space: codes and hours have stops of their own. */
function sentencesOf(template: string): string[] {
  return template.split(/(?<=[.!?])\s+/);
}

const idNumber = /(?<!\d)(?:\d{12}|\d{3}(?:[ .]\d{3}){3}|\d{4}(?:[ .]\d{4}){2})(?!\d)/g;
const anyIdNumber = new RegExp(`${idNumber.source}|(?<!\\d)\\d{9}(?!\\d)`, 'g');

/** Whether a text holds the twelve digits of a căn cước; slip codes and telephones are none. */
export function namesIdNumber(text: string): boolean {
  return text.search(idNumber) >= 0;
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
