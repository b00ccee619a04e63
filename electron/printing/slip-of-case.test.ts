import { describe, expect, it } from 'vitest';
import formTexts from '../../resources/form-texts.json' with { type: 'json' };
import type { CaseState } from '../../shared/domain/case-flow.ts';
import { allFormTextsSchema, formTextSchema, type SlipForm } from '../../shared/domain/forms.ts';
import { defaultOpeningHours } from '../../shared/domain/opening-hours.ts';
import { type Settings, settingsSchema } from '../../shared/domain/settings.ts';
import { acknowledgementOfBatch, listOfBatch } from './list-of-batch.ts';
import { sampleCase } from './sample-case.ts';
import { type PrintOccasion, slipOfCase } from './slip-of-case.ts';
import { standingEvents } from './words/case-history.ts';

const settings = settingsSchema.parse({
  office: {
    parentAgency: 'UBND thị trấn Ít Ong',
    name: 'Bộ phận Tiếp nhận và Trả kết quả',
    unit: 'Thị trấn Ít Ong',
    place: 'Ít Ong',
    province: 'Sơn La',
    agencyCode: 'H52.09.01',
  },
  hours: defaultOpeningHours,
});
const occasionWith = (change: Partial<Settings> = {}): PrintOccasion => ({
  settings: { ...settings, ...change },
  formTexts: allFormTextsSchema.parse(formTexts),
  questionSets: [],
  reprint: 0,
  now: '2025-04-29T08:00',
  signer: null,
});
const occasion = occasionWith();

function slip<Form extends SlipForm>(form: Form, change: Partial<CaseState> = {}, when = occasion) {
  const source = sampleCase(form);
  return slipOfCase(form, { ...source, state: { ...source.state, ...change } }, when);
}

describe('acknowledgement', () => {
  const { appointment } = sampleCase('acknowledgement').state;

  it('promises the day itself on a no-appointment day, and names the lawful date beside it', () => {
    const promised = {
      ...appointment,
      promisedAt: '2025-04-24T17:00',
      reasons: [{ code: 'noAppointmentDay' as const, promisedAt: '2025-04-24T17:00' }],
    };
    const data = slip('acknowledgement', { appointment: promised, promisedAt: '2025-04-24T17:00' });
    expect(data.stamp).toEqual(['Ngày không hẹn', 'Trả trong ngày']);
    expect(data.due).toMatchObject({ at: '2025-04-24T17:00', lawfulAt: '2025-04-28T09:15', trace: [] });
    expect(slip('acknowledgement').stamp).toBeNull();
    // Given up when the date moved: neither stamped nor promised any more.
    const givenUp = slip('acknowledgement', { appointment: promised, promisedAt: null });
    expect([givenUp.stamp, givenUp.due.at]).toEqual([null, '2025-04-28T09:15']);
  });

  it('says that a new calendar moved the date, so that the slip before is not taken for it', () => {
    const source = sampleCase('acknowledgement');
    const { appointment: moved, measuredDueAt } = source.state;
    const event = {
      kind: 'appointmentMoved' as const,
      at: '2025-04-25T08:00',
      by: { id: 1, name: 'Lò Thị Mai' },
      appointment: moved,
      measuredDueAt,
      calendarVersion: 2,
      reason: 'Lịch làm việc đổi',
    };
    const data = slipOfCase('acknowledgement', { ...source, events: [...source.events, event] }, occasion);
    expect(data.stamp).toEqual(['Đổi ngày hẹn', 'Thay giấy trước']);
  });

  it('gives both dates of an inter-agency case, and says why there is none before acceptance', () => {
    const shared = { ...appointment, ownDueAt: '2025-04-25T09:15' };
    expect(slip('acknowledgement', { appointment: shared }).due.ownAt).toBe('2025-04-25T09:15');
    const waiting = { ...appointment, dueAt: null, reasons: [{ code: 'notAccepted' as const }] };
    const { due } = slip('acknowledgement', { appointment: waiting, dueAt: null });
    expect(due).toMatchObject({ at: null, sentence: expect.stringContaining('khi hồ sơ đầy đủ') });
  });

  it('has the columns of certified copies only when pages or electronic copies were entered', () => {
    const [first] = sampleCase('acknowledgement').state.papers;
    if (first === undefined) throw new Error('A case with papers');
    expect(slip('acknowledgement').papers.kind).toBe('components');
    expect(slip('acknowledgement', { papers: [{ ...first, pages: 2 }] }).papers.kind).toBe('certifiedCopies');
  });

  it('counts a whole list and refers to it', () => {
    expect(acknowledgementOfBatch(sampleCase('acknowledgement'), 12, occasion)).toMatchObject({ bulk: 12 });
  });

  it('carries the version of the content: 1, and one more with each correction', () => {
    expect(slip('acknowledgement', { contentVersion: 3 }).codes?.version).toBe(3);
  });
});

describe('wording', () => {
  it('follows the circular that the ward chose, and prints its number only when switched on', () => {
    const tt03 = occasionWith({ formNumbering: 'tt03' });
    expect(slip('apologyLetter').formText.title).toBe('Phiếu xin lỗi và hẹn lại ngày trả kết quả');
    const renamed = slip('apologyLetter', {}, tt03).formText;
    expect(renamed.title).toBe('Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết');
    expect(renamed.formNumberLine).toBeNull();

    const own = formTextSchema.parse({
      title: 'Phiếu kiểm soát',
      formNumber: 'Mẫu số 05',
      showLegalLine: true,
    });
    const ours = { formTexts: { controlSlip: own } };
    expect(slip('controlSlip', {}, occasionWith(ours)).formText.formNumberLine).toBe('Mẫu số 05');
    const both = slip('controlSlip', {}, occasionWith({ ...ours, formNumbering: 'tt03' })).formText;
    expect(both).toMatchObject({ title: 'Phiếu kiểm soát', formNumberLine: 'Mẫu số 06' });
  });

  it('reads wording saved before there was more of it', () => {
    const old = { title: 'Giấy hẹn', formNumber: '', legalLine: '', showLegalLine: false, notes: 'Một dòng' };
    expect(formTextSchema.parse(old)).toMatchObject({
      body: '',
      signer: { title: '' },
      hasStageLines: false,
    });
  });

  it('tells how data is used as the national form does, in the words of the ward, or not at all', () => {
    const { dataNotice: national, ...rest } = occasion.formTexts.acknowledgement;
    const told = (dataNotice: string | undefined) =>
      slip('acknowledgement', {}, occasionWith({ formTexts: { acknowledgement: { ...rest, dataNotice } } }))
        .formText.dataNotice;
    expect(national).toMatch(/Luật 91/);
    expect([told(undefined), told('Lời của phường'), told('')]).toEqual([
      national,
      'Lời của phường',
      undefined,
    ]);
  });

  it('numbers the stop notice 05 under TT 03/2025/TT-VPCP only', () => {
    const { tt03, formNumber } = occasion.formTexts.stopNotice;
    expect([formNumber, tt03.formNumber]).toEqual(['', 'Mẫu số 05']);
  });

  it('keeps the lines of a letter and tidies each', () => {
    const text = formTextSchema.parse({ title: 'Thư', body: '  Một \u200bdòng\r\n\r\nHai\u0007 dòng  ' });
    expect(text.body).toBe('Một dòng\n\nHai dòng');
  });
});

describe('letters', () => {
  const withBody = (body: string) =>
    occasionWith({ formTexts: { sorryLetter: formTextSchema.parse({ title: 'Thư', body }) } });

  it('fill the places they know and leave a mistaken one to be seen', () => {
    const letter = slip('sorryLetter', {}, withBody('{you} {applicant}: {caseCode}, {tenSai}\nHết.'));
    expect(letter.paragraphs).toEqual(['Bà Bà Lường Thị Thu Hằng: H52.09.01-250424-0008, {tenSai}', 'Hết.']);
  });

  it('do not read braces that a citizen typed', () => {
    const { applicant } = sampleCase('sorryLetter').state;
    const letter = slip(
      'sorryLetter',
      { applicant: { ...applicant, name: '{caseCode}' } },
      withBody('{applicant}'),
    );
    expect(letter.paragraphs).toEqual(['Bà {caseCode}']);
  });
});

describe('acts of a case', () => {
  it('are dated by themselves, and by the day of printing before they happen', () => {
    expect(slip('supplementSlip').issuedAt).toBe('2025-04-25T10:30');
    expect(slip('supplementSlip', { supplements: [] })).toMatchObject({
      issuedAt: '2025-04-29T08:00',
      rows: [],
      reason: null,
      lastDayOn: null,
    });
    expect(slip('rejectionSlip', { ending: null })).toMatchObject({ reason: null, papersReturned: false });
  });

  it('fill the control slip, the outside agency named, the result at the last hand-over', () => {
    const [first, last] = sampleCase('controlSlip').state.handovers;
    if (first === undefined || last === undefined) throw new Error('A case handed over twice');
    const data = slip('controlSlip', { handovers: [{ ...first, agency: 'Công an tỉnh Sơn La' }, last] });
    expect(data.cooperatingUnit).toBe('Công an tỉnh Sơn La');
    expect(data.handovers.map(({ taker, result }) => [taker, result])).toEqual([
      ['Quàng Văn Hùng, Công an tỉnh Sơn La', null],
      ['Lò Thị Mai', 'Đúng hạn'],
    ]);
  });

  it('that were undone are not told', () => {
    const { events } = sampleCase('caseHistory');
    const undone = { kind: 'undone', at: '2025-04-28T09:00', by: { id: 1, name: 'Lò Thị Mai' } } as const;
    const kinds = standingEvents([...events, { ...undone, undoes: 'returned', reason: '' }]).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['received', 'handedOver', 'supplementRequested', 'resolved']);
  });

  it('leave nothing that leads from a word of criticism back to the case', () => {
    expect(slip('feedbackSlip').codes).toBeNull();
  });
});

describe('lists', () => {
  const { state } = sampleCase('acknowledgement');
  const batch = { year: 2025, number: 7, at: '2025-04-24T10:00', notes: '' };

  it('name giver and taker when all lines share them, else leave them for the pen', () => {
    const states = [state, { ...state, handovers: [], holder: { id: 9, name: 'Cà Văn Thịnh' } }];
    const one = listOfBatch('handoverMinutes', { batch, madeBy: 'Lò Thị Mai', states: [state] }, occasion);
    expect(one).toMatchObject({ number: '7/2025', giver: 'Lò Thị Mai', taker: 'Quàng Văn Hùng' });
    const two = listOfBatch('handoverMinutes', { batch, madeBy: 'Lò Thị Mai', states }, occasion);
    expect([two.taker, two.rows.length]).toEqual([null, 2]);
  });

  it('mark fee and post of each result', () => {
    const states = [
      state,
      { ...state, fee: { amountVnd: 0, method: 'cash' as const }, returnChannel: 'postal' as const },
    ];
    const { rows } = listOfBatch('resultHandover', { batch, madeBy: 'Lò Thị Mai', states }, occasion);
    expect(rows.map(({ hasFee, byPost }) => [hasFee, byPost])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});
