import { sampleSigner } from '../../electron/printing/sample-slip.ts';
import type { SlipDataOf, SlipFormText, SlipHead } from '../../electron/printing/slip-data.ts';
import type { SlipTransfer } from '../../electron/printing/slip-parts.ts';
import { signSlip } from '../../electron/signing/slip-signing.ts';
import formTexts from '../../resources/form-texts.json' with { type: 'json' };
import type { TraceDay } from '../../shared/domain/appointment.ts';
import type { FormName } from '../../shared/domain/forms.ts';
import { qrPurpose, vietQrPayload } from '../../shared/domain/vietqr.ts';

/** An invented case of Ít Ong, received on the Thursday before the Saturday worked for 02/5/2025. */

export const fontsFolder = new URL('../../resources/fonts', import.meta.url).pathname;
export const workerFile = new URL('../../electron/printing/render-worker.ts', import.meta.url);

export const copyLabels = {
  office: 'Liên 1: Lưu tại Bộ phận Tiếp nhận và Trả kết quả',
  submitter: 'Liên 2: Giao người nộp hồ sơ',
} as const;

/** The wording as installed, number and legal line off. */
function textOf(form: FormName): SlipFormText {
  const { title, notes } = formTexts[form];
  return {
    title,
    secondTitle: null,
    formNumberLine: null,
    legalLine: null,
    notes: notes === '' ? [] : [notes],
    ...(form === 'acknowledgement' && { dataNotice: formTexts.acknowledgement.dataNotice }),
  };
}

const trace: readonly TraceDay[] = [
  { date: '2025-04-24', kind: 'working', mark: 'start', time: '09:15', events: ['received'] },
  { date: '2025-04-25', kind: 'working', mark: 'counted', number: 1 },
  { date: '2025-04-26', kind: 'workingSaturday', mark: 'counted', number: 2, swapFor: '2025-05-02' },
  { date: '2025-04-27', kind: 'weekend', mark: 'rest' },
  { date: '2025-04-28', kind: 'working', mark: 'counted', number: 3, isDue: true, time: '09:15' },
];

export const acknowledgementSample: SlipDataOf<'acknowledgement'> = {
  form: 'acknowledgement',
  paper: 'A5',
  office: {
    parentAgency: 'UBND thị trấn Ít Ong',
    oneStopUnit: 'Bộ phận Tiếp nhận và Trả kết quả',
    unit: 'UBND thị trấn Ít Ong, huyện Mường La',
    place: 'Ít Ong',
    phone: '0900 000 100',
    openingHours: 'sáng 07:00 – 11:30, chiều 13:30 – 17:00',
    isSample: true,
  },
  codes: {
    caseCode: 'H52.09.01-250424-0008',
    slipCode: '250424-0008-31',
    signed: signSlip(sampleSigner, { slipCode: '250424-0008-31', dueAt: '2025-04-28T09:15' }),
    volume: '01',
    serial: '1147',
    version: 1,
  },
  applicant: {
    name: 'Lường Thị Thu Hằng',
    idNumber: '0141****2187',
    address: 'Tiểu khu 3, thị trấn Ít Ong, huyện Mường La, tỉnh Sơn La',
    phone: '0900 000 214',
    email: null,
  },
  submitter: null,
  channel: 'direct',
  request: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  papers: {
    kind: 'components',
    rows: [
      { name: 'Tờ khai theo mẫu', originals: 1, certifiedCopies: 0, photocopies: 0 },
      { name: 'Giấy tờ tùy thân', originals: 0, certifiedCopies: 0, photocopies: 1, note: 'xuất trình' },
      { name: 'Giấy xác nhận đã cấp trước đó', originals: 1, certifiedCopies: 0, photocopies: 0 },
    ],
  },
  sets: 1,
  bulk: null,
  receivedAt: '2025-04-24T09:15',
  limitText: '03 ngày làm việc',
  due: {
    at: '2025-04-28T09:15',
    sentence: null,
    ownAt: null,
    lawfulAt: null,
    trace,
    provisionalYear: null,
    movedToNextDay: false,
  },
  stamp: null,
  hasStageLines: false,
  returnPlace: 'Bộ phận Tiếp nhận và Trả kết quả, quầy 2',
  feeText: '10.000 đ, đã thu tiền mặt, phiếu thu 0046',
  transfer: null,
  clerkName: 'Lò Thị Mai',
  issuedAt: '2025-04-24T09:18',
  copies: [
    { number: 1, of: 2, label: copyLabels.office },
    { number: 2, of: 2, label: copyLabels.submitter },
  ],
  reprint: 0,
  ratingCode: null,
  formText: textOf('acknowledgement'),
};

const { office, codes, issuedAt, receivedAt, request } = acknowledgementSample;
const oneSheet: Pick<SlipHead, 'office' | 'codes' | 'issuedAt' | 'copies' | 'reprint' | 'ratingCode'> = {
  office,
  codes: codes && { ...codes, signed: null },
  issuedAt,
  copies: [{ number: 1, of: 1, label: '' }],
  reprint: 0,
  ratingCode: null,
};
const dates = { receivedAt, dueAt: acknowledgementSample.due.at, provisionalYear: null };

export const controlSample: SlipDataOf<'controlSlip'> = {
  ...oneSheet,
  ...dates,
  form: 'controlSlip',
  paper: 'A4',
  formText: textOf('controlSlip'),
  applicantName: acknowledgementSample.applicant.name,
  request,
  resolvingUnit: 'Công chức Tư pháp - Hộ tịch, UBND thị trấn Ít Ong',
  cooperatingUnit: null,
  handovers: [],
};

export const trackingSample: SlipDataOf<'trackingSlip'> = {
  ...oneSheet,
  ...dates,
  codes,
  form: 'trackingSlip',
  paper: 'roll80',
  formText: textOf('trackingSlip'),
  request,
  transfer: null,
};

/** Trace of a case received on `from` and due after `workingDays` weekdays, weekends off. */
export function weekdayTrace(from: string, workingDays: number): TraceDay[] {
  const days: TraceDay[] = [];
  let number = 0;
  for (let day = new Date(`${from}T00:00:00Z`); number < workingDays || days.length === 0; ) {
    const date = day.toISOString().slice(0, 10);
    const isOff = day.getUTCDay() === 0 || day.getUTCDay() === 6;
    if (days.length === 0) days.push({ date, kind: 'working', mark: 'start' });
    else if (isOff) days.push({ date, kind: 'weekend', mark: 'rest' });
    else {
      number++;
      days.push({
        date,
        kind: 'working',
        mark: 'counted',
        number,
        ...(number === workingDays && { isDue: true }),
      });
    }
    day = new Date(day.getTime() + 86_400_000);
  }
  return days;
}

const purpose = qrPurpose('250424-0008-31');
const account = { bin: '970436', account: '0123456789012' };

/** A fee that is to be transferred, to an account of nobody. */
export const transferSample: SlipTransfer = {
  payload: vietQrPayload({ ...account, amountVnd: 10_000, purpose }),
  bankName: 'Vietcombank',
  account: account.account,
  holder: 'UBND THI TRAN IT ONG',
  amountVnd: 10_000,
  purpose,
};

/** The slips that carry it, with the line that leads to the rating. */
export const transferSamples: {
  acknowledgement: SlipDataOf<'acknowledgement'>;
  trackingSlip: SlipDataOf<'trackingSlip'>;
} = {
  acknowledgement: {
    ...acknowledgementSample,
    copies: [{ number: 2, of: 2, label: copyLabels.submitter }],
    feeText: '10.000 đ, chuyển khoản',
    ratingCode: '4827-1903-6',
    transfer: transferSample,
  },
  trackingSlip: { ...trackingSample, ratingCode: '4827-1903-6', transfer: transferSample },
};
