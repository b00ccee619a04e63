import { limitText } from '../../../shared/appointment-words.ts';
import type { CaseEvent, CaseState } from '../../../shared/domain/case-flow.ts';
import type { FormText, SlipForm } from '../../../shared/domain/forms.ts';
import type { Applicant, Submitter } from '../../../shared/domain/intake.ts';
import type { Procedure } from '../../../shared/domain/procedure.ts';
import { type RatingStage, ratingStages } from '../../../shared/domain/rating.ts';
import type { QuestionSet } from '../../../shared/domain/rating-settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { formatMoney, formatPhone } from '../../../shared/format.ts';
import { paymentMethodLabels, returnChannelLabels } from '../../../shared/labels.ts';
import type { OfficeTime, SlipCopy } from '../slip-data.ts';
import type { PaperRow, PartOf, SlipContact, SlipDue, SlipPerson } from '../slip-parts.ts';

/** Of each stage that has one. */
export type RatingCodes = Readonly<Partial<Record<RatingStage, string>>>;

/** What the words of a form are found from; and the words that several forms share. */
export interface WordSource {
  state: CaseState;
  /** In the order they happened, also those undone later. */
  events: readonly CaseEvent[];
  /** The procedure as it was when the case came in; null when the catalogue does not know it. */
  procedure: Procedure | null;
  /** One-time codes by the slip they go out with. */
  ratingCodes: RatingCodes;
  /** Still owed, and to be transferred; null: nothing. */
  owedByTransfer: { amountVnd: number; purpose: string } | null;
  settings: Settings;
  /** Those that come with the program. */
  questionSets: readonly QuestionSet[];
  text: FormText;
  /** Date of a form that no act of the case dates. */
  now: OfficeTime;
}

/** The words of one form, the day it is dated, and the labels of its copies where they have any. */
export type Worded<Form extends SlipForm> = PartOf[Form] & {
  issuedAt: OfficeTime;
  copyLabels?: readonly string[];
};

/** Of two copies one stays, one goes with the citizen (forms §1). */
export const officeAndSubmitter = [
  'Liên 1: Lưu tại Bộ phận Tiếp nhận và Trả kết quả',
  'Liên 2: Giao người nộp hồ sơ',
] as const;

/** "Thủ tục cấp Giấy xác nhận …" → "Cấp Giấy xác nhận …", with what the applicant asks beyond it. */
export function requestOf({ procedure, summary }: Pick<CaseState, 'procedure' | 'summary'>): string {
  return [requestName(procedure.name), summary].filter((part) => part !== '').join('; ');
}

export function requestName(procedureName: string): string {
  const name = procedureName.replace(/^Thủ tục\s+/i, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function personOf(person: Applicant | Submitter): SlipPerson {
  const { name, idNumber, phone } = person;
  const address = 'address' in person && person.address !== '' ? person.address : null;
  return {
    name,
    idNumber,
    phone: phone === null ? null : formatPhone(phone),
    address,
    email: 'email' in person ? person.email : null,
  };
}

/** The appointment as a slip gives it: an earlier promise goes before the lawful date. */
export function dueOf({ appointment, promisedAt: promise, dueAt }: CaseState): SlipDue {
  const isOwnDay = isNoAppointmentDay(appointment);
  return {
    at: promise ?? dueAt,
    sentence: appointment.reasons.some(({ code }) => code === 'notAccepted') ? notAcceptedSentence : null,
    ownAt: promise === null ? (appointment.ownDueAt ?? null) : null,
    lawfulAt: isOwnDay && promise !== null && promise !== dueAt ? dueAt : null,
    // The strip explains the lawful date; beside an earlier promise it would name another day.
    trace: promise === null ? appointment.trace : [],
    provisionalYear: provisionalYearOf(appointment),
    movedToNextDay:
      appointment.limit.kind === 'sameDay' && appointment.reasons.some(({ code }) => code === 'afterCutoff'),
  };
}

const notAcceptedSentence = 'Thời hạn tính từ khi hồ sơ đầy đủ, đúng quy định; ngày hẹn sẽ được báo sau.';

export function isNoAppointmentDay({ reasons }: CaseState['appointment']): boolean {
  return reasons.some(({ code }) => code === 'noAppointmentDay');
}

export function provisionalYearOf({ warnings }: CaseState['appointment']): number | null {
  const warning = warnings.find(({ code }) => code === 'provisionalYear');
  return warning?.code === 'provisionalYear' ? (warning.years[0] ?? null) : null;
}

export function limitTextOf({ appointment }: CaseState): string | null {
  return appointment.dueAt === null ? null : limitText(appointment.limit, 'slip');
}

export function returnPlaceOf({ returnChannel }: CaseState, { office }: Settings): string {
  return returnChannel === 'counter'
    ? `${office.name}, ${office.counterName.toLowerCase()}`
    : returnChannelLabels[returnChannel];
}

/** "10.000 đ, tiền mặt"; null when the ward set no fee. */
export function feeTextOf({ fee }: CaseState): string | null {
  if (fee.method === 'exempt') return 'Miễn';
  if (fee.amountVnd === null) return null;
  if (fee.amountVnd === 0) return 'Không thu';
  return `${formatMoney(fee.amountVnd)}, ${paymentMethodLabels[fee.method].toLowerCase()}`;
}

/** The papers in the usual columns. */
export function paperRowsOf({ papers }: CaseState): PaperRow[] {
  return papers.map(({ name, originals, certifiedCopies, photocopies, shown }) => ({
    name,
    originals,
    certifiedCopies,
    photocopies,
    ...(shown && { note: 'xuất trình' }),
  }));
}

/** Names of what a citizen gets back; a paper only shown was never kept. */
export function paperNamesOf({ papers }: CaseState): string[] {
  return papers.filter(({ shown }) => !shown).map(({ name }) => name);
}

export function contactOf(name: string | null, { office }: Settings): SlipContact {
  return { name: name || null, phone: office.phone === null ? null : formatPhone(office.phone) };
}

/** How a letter speaks to the applicant: 'Bà', 'Ông', 'Ông/Bà', 'Quý cơ quan, tổ chức'. */
export function youOf({ kind, sex }: Applicant): string {
  if (kind === 'organisation') return 'Quý cơ quan, tổ chức';
  return sex === 'male' ? 'Ông' : sex === 'female' ? 'Bà' : 'Ông/Bà';
}

/** 'Bà Lường Thị Thu Hằng'; an organisation by its name alone. */
export function addresseeOf(applicant: Applicant): string {
  return applicant.kind === 'organisation' ? applicant.name : `${youOf(applicant)} ${applicant.name}`;
}

/** What the numbered papers share: number, abstract, addressee, signer, recipients. */
export function numberedWords({ state: { applicant }, text }: WordSource) {
  return {
    numberMark: text.numberMark,
    subject: text.subject,
    addressee: addresseeOf(applicant),
    you: youOf(applicant),
    address: applicant.address === '' ? null : applicant.address,
    signer: text.signer,
    recipients: text.recipients.split('\n').filter((line) => line !== ''),
  };
}

/** Labels in their order; a form without any has one unnamed copy, or as many as are wanted. */
export function copiesFrom(labels: readonly string[], count: number): [SlipCopy, ...SlipCopy[]] {
  const copy = (index: number): SlipCopy => ({ number: index + 1, of: count, label: labels[index] ?? '' });
  return [copy(0), ...Array.from({ length: count - 1 }, (_, index) => copy(index + 1))];
}

/** The code of the last stage that has one: a slip handed out by itself belongs to what happened last. */
export function latestRatingCode(codes: RatingCodes): string | null {
  const stage = ratingStages.findLast((one) => codes[one] !== undefined);
  return stage === undefined ? null : (codes[stage] ?? null);
}
