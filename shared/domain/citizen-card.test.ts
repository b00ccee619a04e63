import { describe, expect, it } from 'vitest';
import { issuePlaceOf, readCitizenCard } from './citizen-card.ts';
import { isTrustedName } from './person-name.ts';

const card = '001090123456|012345678|Nguyễn Văn An|01011990|Nam|Phường Hàng Trống, TP Hà Nội|15042021';
const read = {
  idNumber: '001090123456',
  name: 'Nguyễn Văn An',
  heard: 'Nguyễn Văn An',
  birthOn: '1990-01-01',
  sex: 'male',
  address: 'Phường Hàng Trống, TP Hà Nội',
  heardAddress: 'Phường Hàng Trống, TP Hà Nội',
  issuedOn: '2021-04-15',
  doubts: [],
};

const why = (text: string) => {
  const reading = readCitizenCard(text);
  return reading.kind === 'refused' ? reading.why : reading.kind;
};

describe('readCitizenCard', () => {
  it.each([
    ['seven fields', card],
    ['an empty old number', card.replace('012345678', '')],
    ['six fields', card.replace('|012345678', '')],
    ['dates with slashes', card.replace('01011990', '01/01/1990').replace('15042021', '15/04/2021')],
    ['a byte order mark and a line end', `\uFEFF${card}\r\n`],
    ['what a newer card appends', `${card}|009876543|001090000001|Nguyễn Văn Cha|Trần Thị Mẹ`],
    ['decomposed letters', card.normalize('NFD')],
  ])('reads %s', (_, text) => {
    expect(readCitizenCard(text)).toEqual({ kind: 'card', card: read });
  });

  it('keeps number, dates and sex of a card that an input method rewrote', () => {
    const text = '001190123456||Nguye64n Thi5 Va6n|01011990|Nu74|To63 5, Ha2 No65i|15042021';
    expect(readCitizenCard(text)).toEqual({
      kind: 'card',
      card: {
        ...read,
        idNumber: '001190123456',
        name: null,
        heard: 'Nguye64n Thi5 Va6n',
        sex: 'female',
        address: null,
        heardAddress: 'To63 5, Ha2 No65i',
      },
    });
  });

  it('warns where number and card disagree, and takes the card all the same', () => {
    const reading = readCitizenCard(card.replace('001090123456', '001291123456'));
    expect(reading).toMatchObject({
      kind: 'card',
      card: { doubts: ['birthYear'], idNumber: '001291123456' },
    });
    expect(readCitizenCard(card.replace('Nam', 'Nữ'))).toMatchObject({ card: { doubts: ['sex'] } });
  });

  it('leaves out a day that does not exist', () => {
    expect(readCitizenCard(card.replace('01011990', '31021990'))).toMatchObject({ card: { birthOn: null } });
  });

  it.each([
    ['cut in the date of issue', card.slice(0, -2), 'truncated'],
    ['cut in the address', card.slice(0, 60), 'truncated'],
    ['cut after the number', card.slice(0, 13), 'truncated'],
    ['begun late', card.slice(3), 'number'],
    ['twice', card + card, 'repeated'],
    ['twice, line by line', `${card}\r\n${card}\r\n`, 'repeated'],
    ['twice, after appended fields', `${card}||\n${card}`, 'repeated'],
    [
      'run into another card',
      card + card.replace('001090123456', '001090654321').replace('01011990', '02021990'),
      'merged',
    ],
    ['begun over another card', `001090${card}`, 'merged'],
    ['another number in the place of the old one', card.replace('012345678', '001090654321'), 'damaged'],
    ['a digit too few in the number', card.slice(1), 'number'],
    ['without bars', card.replaceAll('|', ''), 'damaged'],
    ['a number twice', '001090123456001090123456', 'repeated'],
  ])('refuses a scan %s', (_, text, reason) => {
    expect(why(text)).toBe(reason);
  });

  it('knows the health insurance card and other codes', () => {
    const name = Buffer.from('Nguyễn Văn An').toString('hex');
    expect(why(`DN4010123456789|${name}|01/01/1990|1|${name}|01 - 065|01/01/2021|-`)).toBe('insurance');
    expect(why('0123456789|4e677579e1bb856e|01/01/1990|1|4e67|01|01/01/2021')).toBe('insurance');
    expect(why('a|b|c|d|e')).toBe('unknown');
  });

  it('leaves what is typed alone', () => {
    for (const text of ['', 'Nguyễn Văn An', '001090123456', '0900 000 214', 'C1234567'])
      expect(why(text)).toBe('none');
  });

  it('derives the place of issue from the day', () => {
    expect(issuePlaceOf('2024-06-30')).toContain('Cục Cảnh sát');
    expect(issuePlaceOf('2024-07-01')).toBe('Bộ Công an');
  });
});

describe('isTrustedName', () => {
  it.each([
    'Nguyễn Thị Thùy Dương',
    'Lò Thị Mai',
    'QUÀNG VĂN HÙNG',
    'Giàng A Páo',
    'Huỳnh Quốc Khuyến',
    'Vừ Y Dế',
  ])('%s', (name) => expect(isTrustedName(name)).toBe(true));
  it.each([
    'Nguyeenx Vawn An',
    'Nguye64n Va8n An',
    'Nguyễễn Văn An',
    'Nguyen Van An',
    'Nguyn Văn An',
    'Nguy?n V?n An',
    'Nguyá»…n VÄƒn An',
    'nGUYỄN vĂN aN',
    'Đức',
    'Nguyễn Đuc',
  ])('not %s', (name) => expect(isTrustedName(name)).toBe(false));
});
