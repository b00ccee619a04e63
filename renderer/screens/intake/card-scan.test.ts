import { describe, expect, it } from 'vitest';
import { parseCardScan } from './card-scan.ts';

const card = '001090123456|012345678|Nguyễn Văn A|01011990|Nam|Phường Hàng Trống, TP Hà Nội|15042021';

describe('parseCardScan', () => {
  it('reads a chip card, with or without the old number, and more fields than it knows', () => {
    const expected = {
      kind: 'citizen',
      idNumber: '001090123456',
      name: 'Nguyễn Văn A',
      birthOn: '01/01/1990',
      sex: 'male',
      address: 'Phường Hàng Trống, TP Hà Nội',
    };
    expect(parseCardScan(card)).toEqual({ applicant: expected, missing: [] });
    expect(parseCardScan(card.replace('012345678', ''))?.applicant).toEqual(expected);
    expect(parseCardScan(card.replace('|012345678', ''))?.applicant).toEqual(expected);
    expect(parseCardScan(`\uFEFF${card}|||Cha|Mẹ\r\n`)?.applicant).toEqual(expected);
  });

  it('keeps what is good of a damaged card and names the rest', () => {
    const scan = parseCardScan('001190123456||Nguye64n Va8n A|01011990|Nữ|Hà Nội|15042021');
    expect(scan?.applicant).toMatchObject({
      idNumber: '001190123456',
      name: '',
      birthOn: '01/01/1990',
      sex: 'female',
    });
    expect(scan?.missing).toEqual(['họ và tên']);
  });

  it('is not a card', () => {
    for (const text of ['', 'Nguyễn Văn A', '001090123456', '|||', 'a|b|c|d|e'])
      expect(parseCardScan(text)).toBeUndefined();
  });
});
