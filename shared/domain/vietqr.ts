/** VietQR, built and read without a network (rules §13): fields of id, length and value, and a check sum at the end. */

export interface VietQr {
  /** Six digits of the bank in NAPAS. */
  bin: string;
  account: string;
  /** Null lets the payer type it. */
  amountVnd: number | null;
  /** ASCII, no personal data; empty leaves it out. */
  purpose: string;
}

/** What field 01 may say. Codes in use carry 11 also with an amount, so nothing is ever read from it. */
type Initiation = '11' | '12';

const napas = 'A000000727';
const toAccount = 'QRIBFTTA';

/** The longest purpose that every bank's app is assumed to keep. */
const longestPurpose = 25;

/** The payload of a transfer to an account. Throws RangeError of what no bank could read. */
export function vietQrPayload(
  { bin, account, amountVnd, purpose }: VietQr,
  initiation: Initiation = amountVnd === null ? '11' : '12',
): string {
  if (!isBin(bin) || !isAccount(account)) throw new RangeError('not an account of a bank');
  if (amountVnd !== null && !isAmount(String(amountVnd))) throw new RangeError('not an amount of đồng');
  if (!/^[ -~]{0,25}$/.test(purpose)) throw new RangeError('the purpose is ASCII of 25 characters at most');
  const beneficiary = field('00', bin) + field('01', account);
  const body = [
    field('00', '01'),
    field('01', initiation),
    field('38', field('00', napas) + field('01', beneficiary) + field('02', toAccount)),
    field('53', '704'),
    amountVnd === null ? '' : field('54', String(amountVnd)),
    field('58', 'VN'),
    purpose === '' ? '' : field('62', field('08', purpose)),
    '6304',
  ].join('');
  return body + crc16(body);
}

/** What a VietQR to an account says; undefined where the check sum is wrong or it is none. */
export function parseVietQr(text: string): VietQr | undefined {
  if (!/^[ -~]{12,512}$/.test(text) || crc16(text.slice(0, -4)) !== text.slice(-4)) return undefined;
  const fields = fieldsOf(text);
  const merchant = fieldsOf(fields?.get('38'));
  const beneficiary = fieldsOf(merchant?.get('01'));
  const bin = beneficiary?.get('00') ?? '';
  const account = beneficiary?.get('01') ?? '';
  const amount = fields?.get('54');
  const isOurs =
    fields?.get('00') === '01' &&
    fields.get('63')?.length === 4 &&
    fields.get('53') === '704' &&
    merchant?.get('00') === napas &&
    merchant.get('02') === toAccount;
  if (!isOurs || !isBin(bin) || !isAccount(account)) return undefined;
  if (amount !== undefined && !isAmount(amount)) return undefined;
  return {
    bin,
    account,
    amountVnd: amount === undefined ? null : Number(amount),
    purpose: fieldsOf(fields?.get('62'))?.get('08') ?? '',
  };
}

/** CRC-16/CCITT-FALSE, four upper-case hexadecimal digits; "123456789" gives 29B1. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (let index = 0; index < text.length; index++) {
    crc ^= text.charCodeAt(index) << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021;
    crc &= 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/**
 * Purpose of a transfer from the moment the form is filled in, when the case has no code yet: ten digits of the form's own random
 * key, the same on the second screen, in the thanks, on the slip and in the lists. Empty where the key is none.
 */
export function purposeOfForm(formKey: string): string {
  const hex = formKey.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(hex)) return '';
  return `MC${String(BigInt(`0x${hex}`) % 10n ** 10n).padStart(10, '0')}`;
}

/** Purpose of a transfer for a case that came in a list: its slip code without hyphens, so nobody reads a person from it. */
export function qrPurpose(slipCode: string): string {
  return `HS ${slipCode.replaceAll(/\D/g, '')}`.slice(0, longestPurpose);
}

const isBin = (text: string): boolean => /^\d{6}$/.test(text);
const isAccount = (text: string): boolean => /^[0-9A-Za-z]{4,19}$/.test(text);
const isAmount = (text: string): boolean => /^[1-9]\d{0,12}$/.test(text);

function field(id: string, value: string): string {
  return id + String(value.length).padStart(2, '0') + value;
}

/** Fields by id; undefined when they do not fill the text to its last character, or one comes twice. */
function fieldsOf(text: string | undefined): Map<string, string> | undefined {
  if (text === undefined) return undefined;
  const fields = new Map<string, string>();
  for (let at = 0; at < text.length; ) {
    const head = /^(\d{2})(\d{2})$/.exec(text.slice(at, at + 4));
    const id = head?.[1] ?? '';
    const end = at + 4 + Number(head?.[2]);
    if (head === null || end > text.length || fields.has(id)) return undefined;
    fields.set(id, text.slice(at + 4, end));
    at = end;
  }
  return fields;
}
