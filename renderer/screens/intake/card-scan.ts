import type { IntakeValues } from './intake-values.ts';

/**
 * The QR of a citizen card: `number|old number or empty|name|birth|Nam/Nữ|address|issued`. Newer cards may carry
 * more fields or no old number, so at least six are asked and the rest is left alone. Each field stands for
 * itself: what is damaged is left out and named in `missing`. Never throws.
 */
export interface CardScan {
  applicant: Partial<IntakeValues['applicant']>;
  /** Vietnamese words for what could not be read. */
  missing: string[];
}

/** Undefined when the text is no card at all. */
export function parseCardScan(text: string): CardScan | undefined {
  const fields = text
    .replaceAll(/[\uFEFF\r\n]/g, '')
    .split('|')
    .map((field) => field.trim().normalize('NFC'));
  if (fields.length < 6) return undefined;
  const [idNumber = '', second = ''] = fields;
  const hasOldNumber = second === '' || /^\d{9}$/.test(second);
  const [name = '', birth = '', sex = '', address = ''] = fields.slice(hasOldNumber ? 2 : 1);
  const missing: string[] = [];
  const keep = (isGood: boolean, value: string, word: string) => {
    if (!isGood) missing.push(word);
    return isGood ? value : '';
  };
  return {
    applicant: {
      kind: 'citizen',
      idNumber: keep(/^\d{12}$/.test(idNumber), idNumber, 'số định danh'),
      name: keep(isVietnameseName(name), name, 'họ và tên'),
      birthOn: keep(/^\d{2}\/?\d{2}\/?\d{4}$/.test(birth), withSlashes(birth), 'ngày sinh'),
      sex: sex === 'Nam' ? 'male' : /^N(?:ữ|u|ư)/i.test(sex) ? 'female' : '',
      address: keep(address.length > 0, address, 'nơi cư trú'),
    },
    missing,
  };
}

/** A name spoiled by an input method carries digits, signs or letters that Vietnamese names do not have. */
function isVietnameseName(name: string): boolean {
  return /^[\p{L}\p{M}][\p{L}\p{M} '-]+$/u.test(name) && !/[wjfz]/i.test(name.replaceAll(/[\p{M}]/gu, ''));
}

function withSlashes(birth: string): string {
  return birth.replace(/^(\d{2})\/?(\d{2})\/?(\d{4})$/, '$1/$2/$3');
}
