import { expect, test } from 'vitest';
import type { CaseEventKind, EventOf } from './case-events.ts';
import type { FeedbackEventKind, FeedbackEventOf } from './feedback-events.ts';
import type { PaymentEvent, PaymentEventKind } from './payment-events.ts';
import { openRedaction } from './redaction.ts';

/** What somebody typed about somebody, in each field that takes it. */
const said = 'Con dâu Quàng Thị Bí Mật hỏi hộ, ĐT 0988777666';
const day = '2026-11-22';
const time = `${day}T09:15`;
const person = { name: said, idNumber: '014196002187', phone: '0988777666', relation: said };
const staff = { id: 1, name: 'Lò Thị Mai' };
const paper = {
  name: said,
  ...{ originals: 1, certifiedCopies: 0, photocopies: 0, pages: null, shown: false, electronic: false },
};
const item = { name: said, originals: 1, certifiedCopies: 0, photocopies: 0, note: said };
const appointment = {} as EventOf<'received'>['appointment'];
const dates = { appointment, measuredDueAt: time };
const line = {
  name: 'Lệ phí',
  charge: 'override',
  quantity: 1,
  unitVnd: 1,
  amountVnd: 1,
  how: said,
} as const;

type Facts<Event> = Omit<Event, 'kind' | 'at' | 'by'>;
const received: Facts<EventOf<'received'>> = {
  ...{ caseCode: 'H52-1', slipCode: '261122-0001-52', year: 2026, volume: 1, serial: 1 },
  procedure: { code: '1.004873', version: 1, name: 'Tên', shortName: 'Tên', field: 'Tư pháp' },
  citizenId: 1,
  applicant: { ...person, kind: 'citizen', birthOn: day, sex: 'female', email: said, address: said },
  submitter: person,
  papers: [paper],
  ...{ summary: said, sets: 1, channel: 'direct', returnChannel: 'counter' },
  fee: {
    ...{ amountVnd: 1, method: 'cash', lines: [line], reason: said },
    facts: { copies: 1, eventOn: day, exemption: { group: 'poor', proof: said }, extras: [] },
  },
  ...{ receivedAt: time, promisedAt: null, appointment },
  imported: { source: said, row: 1 },
};
const { procedure, applicant, submitter, papers, summary, fee } = received;
const corrections = { procedure, citizenId: 1, applicant, submitter, papers, summary, fee };
const paymentDates = { ...dates, note: said };

/** Typed by kind: a new one, or a new field that must be there, does not compile until it is thought of. */
const ofCases: { [Kind in CaseEventKind]: Facts<EventOf<Kind>> } = {
  received,
  registered: received,
  accepted: { ...dates, papers: [paper], promisedAt: null },
  rejected: { reason: said, papersReturned: true },
  handedOver: { to: staff, agency: 'Chi nhánh', note: said },
  takenBack: { from: said, note: said },
  supplementRequested: {
    ...{ items: [item], reason: said, lastDayOn: day, mayStopFrom: day, overridden: false },
  },
  supplemented: { ...dates, papers: [paper], note: said, inPerson: true },
  paymentRequested: { amountVnd: 1, note: said, pauses: true },
  paymentConfirmed: paymentDates,
  extended: { ...dates, reason: said },
  verificationOpened: { ...dates, reason: said },
  extraAgreed: { ...paymentDates, workingDays: 1, signedAgreement: true },
  stopped: { ground: 'law', reason: said, papersReturned: true, refundVnd: null },
  withdrawn: { reason: said, papersReturned: true, refundVnd: null },
  resolved: { outcome: 'granted', note: said, result: { kind: said, number: said, abstract: said } },
  returned: {
    ...{ recipient: person, via: 'postal', note: said, postal: { trackingNo: said, address: said } },
    originals: [{ name: said, originals: 1 }],
  },
  setAside: { place: said, note: said },
  shelved: { shelf: said },
  originalsReturned: { items: [{ name: said, originals: 1 }], to: said },
  visited: { purpose: said },
  corrected: { reason: said, changes: corrections, dates },
  appointmentMoved: { ...dates, calendarVersion: 1, reason: said },
  codeAttached: { nationalCode: '000.00.01.H52' },
  undone: { undoes: 'visited', reason: said },
};
const paid = { reason: said, shiftId: 1 };
const ofPayments: {
  [Kind in PaymentEventKind]: Facts<Extract<PaymentEvent, { kind: Kind }>>;
} = {
  demanded: {
    ...{ caseId: 1, caseCode: 'H52-1', payer: said, amountVnd: 1, lines: [line], method: 'cash' },
    purpose: 'MC0123456789',
  },
  qrShown: { where: 'slip' },
  confirmed: { method: 'cash', noteNo: '1', reference: said, shiftId: 1 },
  refunded: { ...paid, amountVnd: 1, method: 'cash' },
  cancelled: paid,
  receiptNoted: { receipt: { formSymbol: '1', symbol: '1', number: '7', lookupCode: said, issuedOn: day } },
};
const feedbackDates = { acknowledgeDueAt: time, refuseDueAt: time, askDetailDueAt: time, answerDueAt: time };
const ofFeedback: { [Kind in FeedbackEventKind]: Facts<FeedbackEventOf<Kind>> } = {
  received: {
    ...{ nature: 'complaint', channel: 'phone', topic: 'fee', content: said, sender: person },
    ...{ ...feedbackDates, code: 'PA-1', about: { caseId: 1, caseCode: 'H52-1' } },
  },
  acknowledged: { note: said },
  detailAsked: { question: said },
  detailGiven: { ...feedbackDates, detail: said },
  answered: { answer: said },
  refused: { reason: said },
  withdrawn: { reason: said },
  judged: { isFounded: true, note: said },
};
const beside: Record<string, object> = {
  'notice.sent': { formKey: 'x', caseId: 1, occasion: 'received', channel: 'sms', text: said },
  'contact.called': { note: said },
  'slip.failed': { id: 1, form: 'feeNote', reprint: 0, reason: said },
  'slip.skipped': { id: 1, form: 'feeNote', reprint: 0, reason: said },
  'citizen.linked': { name: said, relativeId: 2, kin: 'child', from: null, caseCode: null },
  'seen.export': { form: 'pdf', purpose: said, requestId: 1, entries: 1 },
};
const every = Object.entries({ case: ofCases, payment: ofPayments, feedback: ofFeedback }).flatMap(
  ([area, kinds]) => Object.entries(kinds).map(([kind, data]) => [`${area}.${kind}`, data] as const),
);

test('nothing that was typed about anybody is left of an entry of any kind', () => {
  const redact = openRedaction(new Set());
  const leaks = [...every, ...Object.entries(beside)].filter(([kind, data]) =>
    /Bí Mật|0988777666|014196002187/u.test(
      JSON.stringify(redact(kind, { kind: kind.split('.')[1], by: staff, at: time, ...data })),
    ),
  );
  expect(leaks.map(([kind]) => kind)).toEqual([]);
});

test('what is counted and found by stays', () => {
  const redact = openRedaction(new Set(['Giấy khai sinh']));
  expect(redact('payment.demanded', ofPayments.demanded)).toMatchObject({
    ...{ purpose: 'MC0123456789', method: 'cash', payer: 'Đã xóa dữ liệu' },
  });
  expect(redact('payment.receiptNoted', ofPayments.receiptNoted)).toMatchObject({
    receipt: { symbol: '1', number: '7', issuedOn: day },
  });
  const result = { kind: 'Giấy khai sinh', number: '12', abstract: said };
  expect(redact('case.resolved', { ...ofCases.resolved, result })).toMatchObject({
    ...{ outcome: 'granted', result: { kind: 'Giấy khai sinh', number: '' } },
  });
  expect(redact('case.stopped', ofCases.stopped)).toMatchObject({ ground: 'law' });
});
