import type { Applicant } from './intake.ts';

/** What the twelve digits say otherwise than the rest of the form. */
export type NumberDoubt = 'sex' | 'birthYear';

/**
 * Century and sex, and the birth year, as the digits tell them (TT 59/2021/TT-BCA Đ4, NĐ 137/2015/NĐ-CP Đ13); undefined
 * of any other number. There is no check digit.
 */
export function readIdNumber(idNumber: string): { sex: 'male' | 'female'; birthYear: number } | undefined {
  const match = /^\d{3}(\d)(\d{2})\d{6}$/.exec(idNumber);
  if (!match) return undefined;
  const mark = Number(match[1]);
  return {
    sex: mark % 2 === 1 ? 'female' : 'male',
    birthYear: (19 + Math.floor(mark / 2)) * 100 + Number(match[2]),
  };
}

/** Where the number and the printed sex or birth date disagree: a warning, never a block. */
export function numberDoubts(
  person: Pick<Applicant, 'birthOn' | 'sex'> & { idNumber: string },
): NumberDoubt[] {
  const told = readIdNumber(person.idNumber);
  if (!told) return [];
  const doubts: NumberDoubt[] = [];
  if (person.sex !== null && person.sex !== told.sex) doubts.push('sex');
  if (person.birthOn !== null && Number(person.birthOn.slice(0, 4)) !== told.birthYear)
    doubts.push('birthYear');
  return doubts;
}
