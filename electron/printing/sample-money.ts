import { foldPayment } from '../../shared/domain/payment.ts';
import type { PaymentEvent } from '../../shared/domain/payment-events.ts';
import { sampleCase } from './sample-case.ts';
import { codesOf } from './slip-of-case.ts';
import type { ClosedShift } from './words/closing-sheet.ts';
import type { PaymentSource } from './words/fee-note.ts';
import type { TicketSource } from './words/queue-ticket.ts';

/** Invented money, from which the papers of money can be shown. */

const cashier = { id: 1, name: 'Lò Thị Mai' };

export function samplePayment(): PaymentSource {
  const { state } = sampleCase('acknowledgement');
  const events: PaymentEvent[] = [
    {
      kind: 'demanded',
      at: '2025-04-24T09:15',
      by: cashier,
      caseId: 1,
      caseCode: state.caseCode,
      payer: state.applicant.name,
      amountVnd: 28_000,
      lines: [
        {
          name: 'Lệ phí cấp Giấy xác nhận tình trạng hôn nhân',
          charge: 'charge',
          quantity: 1,
          unitVnd: 10_000,
          amountVnd: 10_000,
          how: '',
        },
        {
          name: 'Phí chứng thực bản sao, 5 trang, 2 bản',
          charge: 'fee',
          quantity: 2,
          unitVnd: null,
          amountVnd: 14_000,
          how: '',
        },
        { name: 'Sao chụp', charge: 'extra', quantity: 8, unitVnd: 500, amountVnd: 4_000, how: '' },
      ],
      method: 'transfer',
      purpose: 'MC0123456789',
    },
    {
      kind: 'confirmed',
      at: '2025-04-24T09:21',
      by: cashier,
      method: 'transfer',
      noteNo: '2025-C01-0046',
      reference: 'FT25114000831',
      shiftId: 1,
    },
    {
      kind: 'receiptNoted',
      at: '2025-04-24T09:25',
      by: cashier,
      receipt: {
        formSymbol: '01BLP2-001',
        symbol: '28AA-25T',
        number: '00000412',
        lookupCode: 'M1C7K2P9',
        issuedOn: '2025-04-24',
      },
    },
  ];
  return { payment: foldPayment(events), events, codes: codesOf(state) };
}

export const sampleClosing: ClosedShift = {
  witness: 'Cầm Văn Tuấn',
  cashier: cashier.name,
  openedAt: '2025-04-24T07:05',
  closedAt: '2025-04-24T17:10',
  floatVnd: 200_000,
  cash: [
    { denominationVnd: 200_000, pieces: 1 },
    { denominationVnd: 100_000, pieces: 2 },
    { denominationVnd: 50_000, pieces: 3 },
    { denominationVnd: 20_000, pieces: 6 },
    { denominationVnd: 10_000, pieces: 7 },
    { denominationVnd: 5_000, pieces: 4 },
    { denominationVnd: 1_000, pieces: 10 },
  ],
  countedVnd: 770_000,
  expectedVnd: 772_000,
  differenceVnd: -2_000,
  reason: 'Thiếu tiền lẻ khi trả lại',
  methods: [
    { method: 'cash', count: 21, amountVnd: 590_000 },
    { method: 'transfer', count: 9, amountVnd: 214_000 },
    { method: 'onlinePayment', count: 2, amountVnd: 16_000 },
  ],
  exemptCount: 4,
  returns: [
    {
      kind: 'refunded',
      noteNo: '2025-C01-0041',
      method: 'cash',
      amountVnd: 10_000,
      reason: 'Công dân rút hồ sơ trong ngày',
    },
    {
      kind: 'cancelled',
      noteNo: '2025-C01-0043',
      method: 'cash',
      amountVnd: 8_000,
      reason: 'Ghi nhầm số bản',
    },
  ],
  notes: [{ first: '2025-C01-0030', last: '2025-C01-0061', count: 32 }],
  openCases: 38,
  originalsHeld: 6,
  unprintedSlips: 1,
  lastBackupAt: '2025-04-24T16:30',
  journalHead: '7F3A 91C0',
};

export const sampleTicket: TicketSource = {
  ticket: { number: 27, grouping: 'hotich', priority: 'elderly', takenAt: '2025-04-24T08:42' },
  before: 3,
};
