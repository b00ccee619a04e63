import { type CitizenCard, readCitizenCard } from '../../../shared/domain/citizen-card.ts';
import type { Applicant } from '../../../shared/domain/intake.ts';
import { looksSigned } from '../../../shared/domain/slip-signature.ts';
import { formatDay, parseTypedDay } from '../../../shared/format.ts';
import { noSuchSlip, refusedSentences } from './card-words.ts';
import { emptyApplicant, type IntakeValues } from './intake-values.ts';

type ApplicantValues = IntakeValues['applicant'];

/** A person the register knows, as the form shows him. */
export function applicantValues(applicant: Applicant): ApplicantValues {
  return {
    kind: applicant.kind,
    idNumber: applicant.idNumber ?? '',
    sex: applicant.sex ?? '',
    name: applicant.name,
    birthOn: applicant.birthOn ? formatDay(applicant.birthOn) : '',
    phone: applicant.phone ? spacedPhone(applicant.phone) : '',
    address: applicant.address,
    email: applicant.email ?? '',
  };
}

export type Entered =
  | { kind: 'card'; card: CitizenCard; applicant: ApplicantValues }
  /** A scan that nothing is taken of. */
  | { kind: 'refused'; sentence: string }
  | { kind: 'typed'; applicant: Partial<ApplicantValues> };

/** What a text in the scan field is: a card, a number, a telephone or a name. */
export function readEntry(text: string): Entered {
  const reading = readCitizenCard(text);
  if (reading.kind === 'card')
    return { kind: 'card', card: reading.card, applicant: cardValues(reading.card) };
  if (reading.kind === 'refused') return { kind: 'refused', sentence: refusedSentences[reading.why] };
  if (reading.kind !== 'none') return { kind: 'refused', sentence: refusedSentences[reading.kind] };
  const plain = text.trim();
  if (isSlipCode(plain)) return { kind: 'refused', sentence: noSuchSlip };
  const digits = plain.replaceAll(/[\s.]/g, '');
  const typed = (applicant: Partial<ApplicantValues>): Entered => ({ kind: 'typed', applicant });
  if (/^(?:\+84|0)\d{9}$/.test(digits)) return typed({ phone: spacedPhone(digits) });
  if (/^[A-Z]{0,2}\d{6,}$/i.test(digits)) return typed({ idNumber: digits.toUpperCase() });
  return typed({ name: plain });
}

/** True of a text that only a scanner makes, in whatever field it landed. */
export function isScan(text: string): boolean {
  return text.split('|').length > 4;
}

/** What the barcode of a slip holds, "250424-0008-31", or its QR. */
export function isSlipCode(text: string): boolean {
  return looksSigned(text) || /^\d{6}-\d{4,}-\d{2}$/.test(text.trim());
}

function cardValues({ idNumber, name, birthOn, sex, address }: CitizenCard): ApplicantValues {
  return {
    ...emptyApplicant,
    idNumber,
    name: name ?? '',
    birthOn: birthOn ? formatDay(birthOn) : '',
    sex: sex ?? '',
    address: address ?? '',
  };
}

/** "12091996" → "12/09/1996"; what is no day stays as it was typed. */
export function tidyDay(text: string): string {
  const day = parseTypedDay(text);
  return day ? formatDay(day) : text;
}

/** "0900000214" → "0900 000 214". */
export function spacedPhone(text: string): string {
  const digits = text.replaceAll(/[\s.()-]/g, '').replace(/^\+84/, '0');
  return /^0\d{9}$/.test(digits) ? `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}` : text;
}
