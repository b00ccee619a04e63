import { describe, expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';

const names = [
  'Nguyễn Văn Đức',
  'Nguyen Van Duc',
  'Hoà Thị Ánh',
  'Hòa Thị Ánh',
  'Hoa Thị Anh',
  'Đặng Thị Lê',
  'Lê An',
  'Tú',
];

async function receiveAll(desk: Desk) {
  for (const [index, name] of names.entries()) {
    const applicant = {
      kind: 'citizen',
      name,
      idNumber: `01419600218${index}`,
      phone: `090000021${index}`,
    } as const;
    await desk.clerk.cases.receive(reception({ applicant }));
  }
  return async (text: string) =>
    (await desk.clerk.cases.search({ text })).map(({ applicantName }) => applicantName);
}

describe('search (F8)', () => {
  test('any accents or none, đ and d, any word order, half-typed last word', async () => {
    await using desk = await openDesk();
    const find = await receiveAll(desk);
    expect(await find('dang')).toEqual(['Đặng Thị Lê']);
    expect(await find('DUC NGUYEN')).toEqual(['Nguyen Van Duc', 'Nguyễn Văn Đức']);
    expect(await find('đức v')).toEqual(['Nguyễn Văn Đức', 'Nguyen Van Duc']);
    expect(await find('le a')).toEqual(['Lê An']);
    expect(await find('tu')).toEqual(['Tú']);
    expect(await find('nguyên vân đưc'.normalize('NFD'))).toHaveLength(2);
  });

  test('exact accents first, then the others, newest first', async () => {
    await using desk = await openDesk();
    const find = await receiveAll(desk);
    expect(await find('nguyễn')).toEqual(['Nguyễn Văn Đức', 'Nguyen Van Duc']);
    expect(await find('Hòa')).toEqual(['Hòa Thị Ánh', 'Hoà Thị Ánh', 'Hoa Thị Anh']);
    expect(await find('hoa')).toEqual(['Hoa Thị Anh', 'Hòa Thị Ánh', 'Hoà Thị Ánh']);
  });

  test('identity number, telephone, case code, its last digits, slip code', async () => {
    await using desk = await openDesk();
    const find = await receiveAll(desk);
    const [newest] = await desk.clerk.cases.search({ text: '0008' });
    expect(newest).toMatchObject({ applicantName: 'Tú', matched: 'code', caseCode: 'H52.09.01-250424-0008' });
    expect(await find('h52.09.01-250424-0003')).toEqual(['Hoà Thị Ánh']);
    expect(await find('250424-0003')).toEqual(['Hoà Thị Ánh']);
    expect(await find('014196002184')).toEqual(['Hoa Thị Anh']);
    expect(await find('0900 000 215')).toEqual(['Đặng Thị Lê']);
    expect(await find('00215')).toEqual(['Đặng Thị Lê']);
    const { state } = await desk.clerk.cases.get({ id: newest?.id ?? 0 });
    expect(await find(state.slipCode)).toEqual(['Tú']);
  });

  test('what looks like query language is only text', async () => {
    await using desk = await openDesk();
    const find = await receiveAll(desk);
    for (const text of ['"', 'a" OR "b', 'NEAR(', 'folded:', '*', '-', "'; DROP TABLE cases", '%', '😀']) {
      await expect(find(text)).resolves.toBeInstanceOf(Array);
    }
    expect(await find('tú" OR "')).toEqual([]);
  });
});
