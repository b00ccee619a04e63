import { describe, expect, test } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { type Given, hung, Life, type LifeOptions } from './case-fixture.ts';
import { formsOf } from './case-forms.ts';
import { openOffice } from './deadline-fixture.ts';
import type { SlipForm } from './forms.ts';

const { calendar } = openOffice(holidays.years);

/** Received on Monday 09/3/2026, due on Monday 16/3. */
function life(options: Partial<LifeOptions> = {}): Life {
  const limit = { kind: 'workingDays', value: 5 } as const;
  return new Life({ receivedAt: '2026-03-09T09:00', limit, calendar, ...options });
}

function formsAfter(one: Life, ...acts: [now: string, act: Given][]): SlipForm[] {
  let last = '2026-03-09T09:30';
  for (const [now, act] of acts) {
    expect(one.act(now, act, ['clerk', 'leader'])).toBeNull();
    last = now;
  }
  return formsOf(one.state, last);
}

const handover: Given = { kind: 'handover', toPersonId: hung.id };
const askPapers: Given = { kind: 'askSupplement', items: [{ name: 'Giấy khai sinh' }], reason: 'Thiếu' };
const resolve = (outcome: 'granted' | 'refused'): Given => ({
  kind: 'resolve',
  outcome,
  ...(outcome === 'refused' && { note: 'Không đủ điều kiện' }),
});
const collect: Given = { kind: 'return', recipient: { name: 'Lường Thị Thu Hằng' }, via: 'counter' };

const always = ['guidanceSheet', 'caseHistory', 'feedbackSlip', 'ratingSlip'] as const;

describe('the forms of a case', () => {
  test('just received: what goes with the dossier and with the citizen, nothing of an ending', () => {
    expect(formsAfter(life())).toEqual([
      'acknowledgement',
      'controlSlip',
      'trackingSlip',
      'handoverSlip',
      'withdrawalRequest',
      'guidanceSheet',
      'caseHistory',
      'largeTypeSlip',
      'feedbackSlip',
      'ratingSlip',
    ]);
  });

  test('rejected at the counter: the slip of the rejection, and none that says it was received', () => {
    const rejected = life({ isRegistered: true });
    expect(formsAfter(rejected)).not.toContain('rejectionSlip');
    expect(
      formsAfter(rejected, ['2026-03-09T10:00', { kind: 'reject', reason: 'Không thuộc thẩm quyền' }]),
    ).toEqual(['rejectionSlip', ...always]);
  });

  test('papers asked for, then stopped: each has its slip from then on', () => {
    const one = life();
    expect(formsAfter(one, ['2026-03-09T10:00', handover])).not.toContain('supplementSlip');
    expect(formsAfter(one, ['2026-03-10T10:00', askPapers])).toContain('supplementSlip');
    const stopped = formsAfter(one, [
      '2026-04-20T09:00',
      { kind: 'stop', ground: 'noSupplement', reason: 'Không bổ sung' },
    ]);
    expect(stopped).toEqual(
      expect.arrayContaining(['supplementSlip', 'stopNotice', 'acknowledgement', 'handoverSlip']),
    );
    expect(stopped).not.toContain('trackingSlip');
    expect(stopped).not.toContain('withdrawalRequest');
    expect(stopped).not.toContain('sorryLetter');
  });

  test('withdrawn: the request stays, the stop notice goes with it', () => {
    const forms = formsAfter(life(), ['2026-03-09T10:00', { kind: 'withdraw', reason: 'Không cần nữa' }]);
    expect(forms).toEqual(expect.arrayContaining(['withdrawalRequest', 'stopNotice']));
  });

  test('a refused result has its notice, a returned one its receipt', () => {
    const refused = formsAfter(
      life(),
      ['2026-03-09T10:00', handover],
      ['2026-03-12T10:00', resolve('refused')],
    );
    expect(refused).toContain('refusalNotice');
    expect(refused).not.toContain('returnReceipt');
    const returned = formsAfter(
      life(),
      ['2026-03-09T10:00', handover],
      ['2026-03-12T10:00', resolve('granted')],
      ['2026-03-13T10:00', collect],
    );
    expect(returned).toContain('returnReceipt');
    expect(returned).not.toContain('refusalNotice');
    expect(returned).not.toContain('withdrawalRequest');
  });

  test('late or extended: a letter of apology; form 04 only with the extension', () => {
    const one = life();
    expect(formsOf(one.state, '2026-03-16T08:00')).not.toContain('sorryLetter');
    expect(formsOf(one.state, '2026-03-17T08:00')).toContain('sorryLetter');
    expect(formsOf(one.state, '2026-03-17T08:00')).not.toContain('apologyLetter');
    const extended = formsAfter(one, [
      '2026-03-12T10:00',
      { kind: 'extend', newDueAt: '2026-03-20T09:00', reason: 'Chờ xác minh' },
    ]);
    expect(extended).toEqual(expect.arrayContaining(['apologyLetter', 'sorryLetter']));
  });

  test.each([
    ['Đăng ký khai sinh', 'congratulationLetter'],
    ['Đăng ký kết hôn', 'congratulationLetter'],
    ['Thành lập hộ kinh doanh', 'congratulationLetter'],
    ['Đăng ký khai tử', 'condolenceLetter'],
    ['Mai táng phí cựu chiến binh', 'condolenceLetter'],
    ['Đăng ký lại khai tử', null],
    ['Bản sao trích lục hộ tịch', null],
    ['Xác nhận tình trạng hôn nhân', null],
    ['Chấm dứt hộ kinh doanh', null],
  ])('%s goes with %s once it is granted', (shortName, letter) => {
    const one = life();
    expect(one.act('2026-03-09T10:00', handover)).toBeNull();
    const lettersAt = (now: string) => {
      const state = { ...one.state, procedure: { ...one.state.procedure, name: shortName, shortName } };
      return formsOf(state, now).filter((form) => /^con.*Letter$/.test(form));
    };
    expect(lettersAt('2026-03-12T09:00')).toEqual([]);
    expect(one.act('2026-03-12T10:00', resolve('granted'))).toBeNull();
    expect(lettersAt('2026-03-12T10:00')).toEqual(letter === null ? [] : [letter]);
  });
});
