import { describe, expect, test } from 'vitest';
import { faultsOf } from '../faults.ts';
import { makeCalendar } from './calendar.ts';
import { type Given, hung, Life } from './case-fixture.ts';
import { formatSlipCode } from './codes.ts';
import { type NoticeFacts, namesIdNumber, noticeOccasionsOf, noticeText, smsLength } from './notice.ts';
import { noticePlaces, noticePlaceWords, placeOf } from './notice-places.ts';
import { noticeOccasions, noticeSettingsSchema, noticeTemplatesSchema } from './notice-settings.ts';
import type { Role } from './person.ts';

const facts: NoticeFacts = {
  office: 'Thị trấn Ít Ong',
  procedure: 'Khai sinh',
  caseCode: 'H52.09.01-250424-0007',
  slipCode: '250424-0007-31',
  due: '17:00 T2 28/04/2025',
  missing: 'Giấy chứng sinh',
  lastDay: '12/05/2025',
  phone: '0900 000 100',
  hours: 'Sáng 07:00 – 11:30, chiều 13:30 – 17:00',
};

describe('a notice ready to paste', () => {
  test.each(noticeOccasions)('%s: the template as it comes is filled whole', (occasion) => {
    const made = noticeText(occasion, noticeSettingsSchema.parse({})[occasion], facts);
    expect(made).toMatchObject({ leftOut: [], unknown: [] });
    expect(made.text).toContain('Thị trấn Ít Ong');
    expect(made.text).toContain('H52.09.01-250424-0007');
    expect(made.text).not.toMatch(/[{}]|\.\.|\s\./);
  });

  test('a sentence whose fact is not known is left out and told', () => {
    const made = noticeText('supplement', noticeSettingsSchema.parse({}).supplement, {
      ...facts,
      phone: null,
    });
    expect(made.text).toBe(
      'Thị trấn Ít Ong: hồ sơ H52.09.01-250424-0007 (Khai sinh) cần bổ sung: Giấy chứng sinh. Hạn bổ sung 12/05/2025.',
    );
    expect(made.leftOut).toEqual(['phone']);
  });

  test('braces that are no place stay as they are and are reported', () => {
    const made = noticeText('ready', 'Mời {ten} đến {office}. Số {idNumber}, {ten}.', facts);
    expect(made.text).toBe('Mời {ten} đến Thị trấn Ít Ong. Số {idNumber}, {ten}.');
    expect(made.unknown).toEqual(['ten', 'idNumber']);
  });

  test('places are written in Vietnamese, however they are spelt, and in English as before', () => {
    const written = '{Mã  hồ sơ} {ngày hẹn} {caseCode} {due} {cơ quan}'.normalize('NFD');
    const { text, unknown } = noticeText('received', written, facts);
    expect([text, unknown]).toEqual([
      'H52.09.01-250424-0007 17:00 T2 28/04/2025 H52.09.01-250424-0007 17:00 T2 28/04/2025 Thị trấn Ít Ong',
      [],
    ]);
    expect(noticePlaces.map((place) => placeOf(noticePlaceWords[place]))).toEqual(noticePlaces);
  });

  test('a template saved in English is read in Vietnamese; one with an unknown place is read but not saved', () => {
    const saved = { ready: '{office}: {caseCode}, gọi {phone}. {ten}' };
    const { ready } = noticeSettingsSchema.parse(saved);
    expect(ready).toBe('{cơ quan}: {mã hồ sơ}, gọi {điện thoại}. {ten}');
    const { error } = noticeTemplatesSchema.safeParse(saved);
    expect(error && faultsOf(error)).toEqual({ ready: 'choice' });
    expect(noticeTemplatesSchema.parse({ ready: '{office}' }).ready).toBe('{cơ quan}');
  });

  test('what a fact says is not read as a template', () => {
    expect(noticeText('ready', '{missing}', { ...facts, missing: 'bản {phone}' }).text).toBe('bản {phone}');
  });

  test.each(['014196002187', '014 196 002 187', '0141 9600 2187', '050123456'])(
    'an identity number typed beside a paper, %s, is not sent on',
    (number) => {
      const { text } = noticeText('supplement', 'Thiếu {missing}.', { ...facts, missing: `CCCD ${number}` });
      expect(text).toBe('Thiếu CCCD ….');
    },
  );

  test('codes, telephones and hours are no identity number', () => {
    const { text } = noticeText('received', noticeSettingsSchema.parse({}).received, facts);
    expect(namesIdNumber(text, facts)).toBe(false);
    expect(namesIdNumber(`phiếu ${formatSlipCode('2025-04-24', 7)}`)).toBe(false);
    expect(namesIdNumber('phòng 10 0900 000 214, 02123830123')).toBe(false);
    expect(namesIdNumber('000.00.01.H52-250424-0001, gọi 0212.383.0123 hoặc 0900-000-214')).toBe(false);
    const own = { ...facts, caseCode: '520901-250424' };
    expect(namesIdNumber('mã 520901-250424', own)).toBe(false);
    expect(noticeText('received', 'Mã {caseCode}.', own).text).toBe('Mã 520901-250424.');
  });

  test.each([
    '014196002187',
    '014-196-002-187',
    '014.196.002187',
    '014 196002 187',
    '0141\u00a09600\u20112187',
    '０１４１９６００２１８７',
    '050123456',
    '050 123 456',
    '014196002187 24',
  ])('%s is an identity number', (number) => {
    expect(namesIdNumber(`CCCD ${number}, gọi 0900 000 214`)).toBe(true);
  });
});

test.each([
  ['', 0],
  ['Có kết quả', 1],
  ['ế'.repeat(70), 1],
  ['ế'.repeat(71), 2],
  ['ế'.repeat(134), 2],
  ['ế'.repeat(135), 3],
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  [`${'a'.repeat(70)}ế`, 2],
  ['a'.repeat(307), 3],
])('SMS of a text, case %#', (text, parts) => {
  expect(smsLength(text)).toEqual({ characters: text.length, parts });
});

describe('what there is to tell follows the case', () => {
  const lifeOf = () =>
    new Life({
      receivedAt: '2025-04-21T08:00',
      limit: { kind: 'workingDays', value: 3 },
      calendar: makeCalendar([], 1),
    });

  test('in time, late', () => {
    const { state } = lifeOf();
    expect(noticeOccasionsOf(state, '2025-04-24T18:00')).toEqual(['received']);
    expect(noticeOccasionsOf(state, '2025-04-25T07:00')).toEqual(['apology', 'received']);
  });

  test('waiting for papers, ready, given back', () => {
    const life = lifeOf();
    const told = () => noticeOccasionsOf(life.state, '2025-04-23T10:00');
    const done = (input: Given, roles: Role[] = ['officer']) =>
      expect(life.act('2025-04-23T09:00', input, roles, hung)).toBeNull();
    expect(life.act('2025-04-22T09:00', { kind: 'handover', toPersonId: hung.id })).toBeNull();
    done({ kind: 'askSupplement', items: [{ name: 'Giấy chứng sinh', originals: 1 }], reason: 'thiếu' });
    expect(told()).toEqual(['supplement']);
    done({ kind: 'undo' });
    done({ kind: 'resolve', outcome: 'granted' });
    expect(told()).toEqual(['ready']);
    done({ kind: 'return', recipient: { name: 'Lường Thị Thu Hằng' }, via: 'counter' }, ['clerk']);
    expect(told()).toEqual([]);
  });
});
