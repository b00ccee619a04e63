import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CitizenCard, readCitizenCard } from './citizen-card.ts';

/** A card as it is printed, and the payload its code holds. */
interface Printed {
  idNumber: string;
  oldNumber: string | null;
  name: string;
  birthOn: string;
  sex: 'male' | 'female';
  address: string;
  issuedOn: string;
  slashes: boolean;
  appended: string[];
}

const surnames =
  'Nguyễn Trần Lê Lò Quàng Cầm Lường Hoàng Huỳnh Vừ Giàng Thào Đỗ Phạm Bùi Đặng Triệu Mùa'.split(' ');
const middles = 'Văn Thị Đức Ngọc Quốc Thùy Hữu Bích Xuân A Minh Thanh Thu'.split(' ');
const givens = 'An Hằng Mai Dương Khuyến Quỳnh Ước Ý Phượng Páo Nguyệt Tuấn Thuận Lan Hoà Thúy Yến Đạt'.split(
  ' ',
);
const places = ['Tiểu khu 3, Ít Ong, Mường La, Sơn La', 'Tổ 5, Phường Hàng Trống, TP Hà Nội', 'Bản Hua Nặm'];

const day = fc
  .date({ min: new Date('1924-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));

const printed: fc.Arbitrary<Printed> = fc
  .record({
    province: fc.integer({ min: 1, max: 96 }),
    random: digits(6),
    oldNumber: fc.oneof(fc.constant(null), fc.constant(''), digits(9)),
    name: fc
      .tuple(fc.constantFrom(...surnames), fc.constantFrom(...middles), fc.constantFrom(...givens))
      .map((parts) => parts.join(' ')),
    birthOn: day,
    sex: fc.constantFrom('male' as const, 'female' as const),
    address: fc.constantFrom(...places),
    issuedOn: day,
    slashes: fc.boolean(),
    appended: fc.constantFrom<string[]>(
      [],
      [''],
      ['012345678', '001090000001'],
      ['', '', 'Lò Văn Cha', 'Vì Thị Mẹ'],
    ),
  })
  .map(({ province, random, ...card }) => {
    const mark = (Number(card.birthOn.slice(0, 2)) - 19) * 2 + (card.sex === 'female' ? 1 : 0);
    const idNumber = `${String(province).padStart(3, '0')}${mark}${card.birthOn.slice(2, 4)}${random}`;
    return { ...card, idNumber };
  });

function payloadOf(card: Printed): string {
  const typed = (iso: string) =>
    iso
      .split('-')
      .reverse()
      .join(card.slashes ? '/' : '');
  return [
    card.idNumber,
    ...(card.oldNumber === null ? [] : [card.oldNumber]),
    card.name,
    typed(card.birthOn),
    card.sex === 'male' ? 'Nam' : 'Nữ',
    card.address,
    typed(card.issuedOn),
    ...card.appended,
  ].join('|');
}

const toneKeys: Record<string, [telex: string, vni: string]> = {
  '\u0300': ['f', '2'],
  '\u0301': ['s', '1'],
  '\u0303': ['x', '4'],
  '\u0309': ['r', '3'],
  '\u0323': ['j', '5'],
};
const letterKeys: Record<string, [telex: string, vni: string]> = {
  ă: ['aw', 'a8'],
  â: ['aa', 'a6'],
  ê: ['ee', 'e6'],
  ô: ['oo', 'o6'],
  ơ: ['ow', 'o7'],
  ư: ['uw', 'u7'],
  đ: ['dd', 'd9'],
};

/** The keys that an input method wants for a text: what reaches the field when none, or another one, is on. */
function keysOf(text: string, method: 0 | 1): string {
  return text.replaceAll(/\p{L}+/gu, (word) => {
    let tone = '';
    const letters = word
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (mark) => {
        tone = toneKeys[mark]?.[method] ?? '';
        return '';
      })
      .normalize('NFC');
    const keys = [...letters].map((letter) => {
      const pair = letterKeys[letter.toLowerCase()]?.[method] ?? letter;
      return letter === letter.toLowerCase() ? pair : pair[0]?.toUpperCase() + pair.slice(1);
    });
    return keys.join('') + tone;
  });
}

type Spoil = (payload: string, at: number) => string;
const nonAscii = /[^ -~]/g;
const cut = (text: string, at: number) => 1 + (at % (text.length - 1));

/** The number stays whole: it is taken, and the name is the printed one or to be typed again. */
const spelling: Record<string, Spoil> = {
  untouched: (text) => text,
  lineEnds: (text) => `\uFEFF${text}\r\n`,
  spacesAtTheEnds: (text) => `  ${text} `,
  decomposedLetters: (text) => text.normalize('NFD'),
  telexKeys: (text) => keysOf(text, 0),
  vniKeys: (text) => keysOf(text, 1),
  doubledLetters: (text) => text.replaceAll(nonAscii, (letter) => letter + letter),
  doubledMarks: (text) => text.normalize('NFD').replaceAll(/[\u0300-\u0323]/g, (mark) => mark + mark),
  lostMarks: (text) =>
    text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D'),
  questionMarks: (text) => text.replaceAll(nonAscii, '?'),
  replacementSigns: (text) => text.replaceAll(nonAscii, '\uFFFD'),
  lostLetters: (text) => text.replaceAll(nonAscii, ''),
  utf8ReadAsLatin1: (text) => Buffer.from(text).toString('latin1'),
  capsLock: (text) =>
    text.replaceAll(/\p{L}/gu, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    ),
};

/** Something of the number may be gone or belong to another card: nothing is taken. */
const length: Record<string, Spoil> = {
  cutAtTheFront: (text, at) => text.slice(1 + (at % 12)),
  twice: (text) => text + text,
  twiceOnTwoLines: (text) => `${text}\r\n${text}\r\n`,
  begunTwice: (text, at) => text.slice(0, 1 + (at % 14)) + text,
  digitLost: (text, at) => text.slice(0, at % 12) + text.slice((at % 12) + 1),
  digitDoubled: (text, at) => text.slice(0, (at % 12) + 1) + text.slice(at % 12),
  barsLost: (text) => text.replaceAll('|', ''),
};

const seed = process.env.FAST_CHECK_SEED ? { seed: Number(process.env.FAST_CHECK_SEED) } : {};
const named = (operators: Record<string, Spoil>) => fc.constantFrom(...Object.keys(operators));

function cardOf(text: string): CitizenCard | undefined {
  const reading = readCitizenCard(text);
  return reading.kind === 'card' ? reading.card : undefined;
}

it('5.000 rewritten scans: number, dates and sex as printed, the name as printed or to be typed again', () => {
  fc.assert(
    fc.property(printed, named(spelling), fc.nat(), (card, operator, at) => {
      const spoilt = spelling[operator]?.(payloadOf(card), at) ?? '';
      const read = cardOf(spoilt);
      expect(read).toMatchObject({
        idNumber: card.idNumber,
        birthOn: card.birthOn,
        sex: card.sex,
        issuedOn: card.issuedOn,
        doubts: [],
      });
      expect([card.name, null]).toContain(read?.name);
      expect([card.address, null]).toContain(read?.address);
      const isWhole = ['untouched', 'lineEnds', 'spacesAtTheEnds', 'decomposedLetters'].includes(operator);
      if (isWhole && /[^ -~]/.test(card.name)) expect(read?.name).toBe(card.name);
      for (const parent of card.appended.filter((text) => text.includes(' ')))
        expect(JSON.stringify(read)).not.toContain(parent);
    }),
    { numRuns: 5000, ...seed },
  );
});

it('3.000 scans cut short, run together or made twice: never a number that is not the one printed', () => {
  fc.assert(
    fc.property(printed, named(length), fc.nat(), (card, operator, at) => {
      const spoilt = length[operator]?.(payloadOf(card), at) ?? '';
      if (operator === 'digitDoubled' || operator === 'digitLost') expect(spoilt).not.toBe(payloadOf(card));
      expect(readCitizenCard(spoilt)).toMatchObject({ kind: 'refused' });
    }),
    { numRuns: 3000, ...seed },
  );
});

it('1.000 scans cut before the end of the date of issue are refused, whatever the place', () => {
  fc.assert(
    fc.property(printed, fc.nat(), (card, at) => {
      const payload = payloadOf({ ...card, appended: [] });
      const end = Math.max(13, cut(payload, at));
      expect(readCitizenCard(payload.slice(0, end))).toMatchObject({ kind: 'refused' });
    }),
    { numRuns: 1000, ...seed },
  );
});

it('1.000 pairs of cards run into each other at any place: refused, or the number of one of them, alone and whole', () => {
  fc.assert(
    fc.property(printed, printed, fc.nat(), (one, other, at) => {
      const first = payloadOf(one);
      const read = cardOf(first.slice(0, cut(first, at)) + payloadOf(other));
      if (read === undefined) return;
      expect(read).toMatchObject({ idNumber: one.idNumber, birthOn: one.birthOn });
    }),
    { numRuns: 1000, ...seed },
  );
});

it('any text at all is read without an exception', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('|', '0', '1', 'N', 'a', '/', '\n') }),
      ),
      (text) => {
        readCitizenCard(text);
      },
    ),
    { numRuns: 2000, ...seed },
  );
});
