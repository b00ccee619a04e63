import type { Applicant } from '../../../shared/domain/intake.ts';
import { formatDay, parseTypedDay } from '../../../shared/format.ts';
import { parseCardScan } from './card-scan.ts';
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

export interface Entered {
  applicant: Partial<ApplicantValues>;
  /** What a damaged card could not tell. */
  missing: string[];
  isCard: boolean;
}

/** What a text in the scan field is: a card, a number, a telephone or a name. */
export function readEntry(text: string): Entered {
  const card = parseCardScan(text);
  if (card)
    return { applicant: { ...emptyApplicant, ...card.applicant }, missing: card.missing, isCard: true };
  const plain = text.trim();
  const digits = plain.replaceAll(/[\s.]/g, '');
  const entered = (applicant: Partial<ApplicantValues>): Entered => ({
    applicant,
    missing: [],
    isCard: false,
  });
  if (/^(?:\+84|0)\d{9}$/.test(digits)) return entered({ phone: spacedPhone(digits) });
  if (/^[A-Z]{0,2}\d{6,}$/i.test(digits)) return entered({ idNumber: digits.toUpperCase() });
  return entered({ name: plain });
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

/** "10000" → "10.000"; anything else stays. */
export function tidyAmount(text: string): string {
  const compact = text.replaceAll(/[.\s₫đ]/g, '');
  return /^\d{1,9}$/.test(compact) ? Number(compact).toLocaleString('vi-VN') : text;
}

/**
 * What the number itself says against the rest: digit 4 holds century and sex, digits 5 and 6 the year.
 * A mismatch is a warning, never a block (the structure is read from practice).
 */
export function idNumberDoubt({ idNumber, birthOn, sex }: ApplicantValues): string | undefined {
  const match = /^\d{3}(\d)(\d{2})\d{6}$/.exec(idNumber.replaceAll(/\s/g, ''));
  if (!match) return undefined;
  const [, mark = '', year = ''] = match;
  const isFemale = Number(mark) % 2 === 1;
  if (sex !== '' && (sex === 'female') !== isFemale) return 'Số định danh và giới tính không khớp, xem lại.';
  const birth = parseTypedDay(birthOn);
  const expected = `${19 + Math.floor(Number(mark) / 2)}${year}`;
  if (birth && birth.slice(0, 4) !== expected) return `Số định danh ghi năm sinh ${expected}, xem lại.`;
  return undefined;
}
