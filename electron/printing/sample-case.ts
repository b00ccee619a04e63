import type { Appointment } from '../../shared/domain/appointment.ts';
import { defaultPolicies } from '../../shared/domain/appointment.ts';
import type { CaseEvent, CaseState, Ending } from '../../shared/domain/case-flow.ts';
import type { SlipForm } from '../../shared/domain/forms.ts';
import type { Paper } from '../../shared/domain/intake.ts';
import { procedureSchema } from '../../shared/domain/procedure.ts';
import type { SlipSource } from './slip-of-case.ts';

/** An invented case with something of everything, from which every form can be shown. Nobody of it exists. */

const clerk = { id: 1, name: 'Lò Thị Mai' };
const officer = { id: 2, name: 'Quàng Văn Hùng' };

const paper = (name: string, counts: Partial<Paper>): Paper => ({
  name,
  originals: 0,
  certifiedCopies: 0,
  photocopies: 0,
  pages: null,
  shown: false,
  electronic: false,
  ...counts,
});

const appointment: Appointment = {
  dueAt: '2025-04-28T09:15',
  effectiveStartAt: '2025-04-24T09:15',
  limit: { kind: 'workingDays', value: 3 },
  trace: [
    { date: '2025-04-24', kind: 'working', mark: 'start', time: '09:15', events: ['received'] },
    { date: '2025-04-25', kind: 'working', mark: 'counted', number: 1 },
    { date: '2025-04-26', kind: 'workingSaturday', mark: 'counted', number: 2, swapFor: '2025-05-02' },
    { date: '2025-04-27', kind: 'weekend', mark: 'rest' },
    { date: '2025-04-28', kind: 'working', mark: 'counted', number: 3, isDue: true, time: '09:15' },
  ],
  reasons: [{ code: 'workingSaturdayCounted', date: '2025-04-26', inPlaceOf: '2025-05-02' }],
  warnings: [],
  calendarVersion: 1,
  policies: defaultPolicies,
};

const procedure = procedureSchema.parse({
  code: '1.004873',
  name: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân',
  shortName: 'Xác nhận tình trạng hôn nhân',
  initials: ['xnhn'],
  field: 'Hộ tịch',
  level: 'Cấp xã',
  decisionNo: null,
  timeLimit: { kind: 'workingDays', value: 3 },
  fee: { amountVnd: 10_000, note: '' },
  components: [
    {
      name: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân theo mẫu',
      originals: 1,
      copies: 0,
      required: true,
    },
    { name: 'Giấy tờ tùy thân của người yêu cầu (xuất trình)', originals: 1, copies: 0, required: true },
    { name: 'Giấy tờ chứng minh nơi cư trú', originals: 0, copies: 1, required: false },
    {
      name: 'Bản án, quyết định ly hôn hoặc trích lục khai tử của vợ, chồng',
      originals: 1,
      copies: 0,
      required: false,
    },
  ],
  result: 'Giấy xác nhận tình trạng hôn nhân',
  legalBasis: [],
  submissionMethods: ['direct', 'online', 'postal'],
  onlineLevel: 'full',
  confidence: 'confirmed',
  unconfirmedFields: [],
  note: null,
  source: '',
});

const received = {
  caseCode: 'H52.09.01-250424-0008',
  slipCode: '250424-0008-31',
  year: 2025,
  volume: 1,
  serial: 1147,
  procedure: {
    code: procedure.code,
    version: 1,
    name: procedure.name,
    shortName: procedure.shortName,
    field: procedure.field,
  },
  citizenId: null,
  applicant: {
    kind: 'citizen',
    name: 'Lường Thị Thu Hằng',
    idNumber: '014100002187',
    birthOn: '1996-09-12',
    sex: 'female',
    phone: '0900000214',
    email: null,
    address: 'Tiểu khu 3, thị trấn Ít Ong, huyện Mường La, tỉnh Sơn La',
  },
  submitter: null,
  papers: [
    paper('Tờ khai theo mẫu', { originals: 1 }),
    paper('Giấy tờ tùy thân', { photocopies: 1, shown: true }),
    paper('Giấy xác nhận đã cấp trước đó', { originals: 1 }),
  ],
  summary: '',
  sets: 1,
  channel: 'direct',
  returnChannel: 'counter',
  fee: { amountVnd: 10_000, method: 'cash' },
  receivedAt: '2025-04-24T09:15',
  promisedAt: null,
  appointment,
} as const satisfies Partial<CaseState>;

const supplement = {
  requestedAt: '2025-04-25T10:30',
  by: officer,
  items: [
    {
      name: 'Bản án, quyết định ly hôn',
      originals: 1,
      certifiedCopies: 0,
      photocopies: 0,
      note: 'bản chính',
    },
    { name: 'Giấy tờ chứng minh nơi cư trú', originals: 0, certifiedCopies: 1, photocopies: 0, note: '' },
  ],
  reason: 'Tờ khai ghi đã ly hôn nhưng hồ sơ chưa có bản án hoặc quyết định ly hôn.',
  lastDayOn: '2025-05-16',
  mayStopFrom: '2025-05-17',
  beforeAcceptance: false,
  overridden: false,
  wasLate: false,
  completedAt: null,
} as const;

const handovers = [
  { at: '2025-04-24T10:00', from: clerk.name, to: officer.name, agency: null, isBack: false, note: '' },
  {
    at: '2025-04-28T08:30',
    from: officer.name,
    to: clerk.name,
    agency: null,
    isBack: true,
    note: 'Kèm kết quả',
  },
];

const endings: Partial<Record<SlipForm, Pick<Ending, 'kind' | 'reason' | 'ground'>>> = {
  rejectionSlip: {
    kind: 'rejected',
    reason: 'Thủ tục không thuộc thẩm quyền giải quyết: người yêu cầu thường trú tại xã khác.',
    ground: null,
  },
  stopNotice: {
    kind: 'stopped',
    reason: 'Đã hết thời hạn 15 ngày mà chưa nhận được giấy tờ yêu cầu bổ sung.',
    ground: 'noSupplement',
  },
  withdrawalRequest: { kind: 'withdrawn', reason: 'Không còn nhu cầu sử dụng giấy xác nhận.', ground: null },
};

const occasions: Partial<Record<SlipForm, { name: string; shortName: string }>> = {
  congratulationLetter: { name: 'Thủ tục đăng ký khai sinh', shortName: 'Đăng ký khai sinh' },
  condolenceLetter: { name: 'Thủ tục đăng ký khai tử', shortName: 'Đăng ký khai tử' },
};

/** The case as it is when a form is printed of it. */
export function sampleCase(form: SlipForm): SlipSource {
  const ended = endings[form];
  const at = '2025-04-28T08:45';
  const isRefused = form === 'refusalNotice';
  const state: CaseState = {
    ...received,
    procedure: { ...received.procedure, ...occasions[form] },
    papers: [...received.papers],
    status: 'processing',
    registeredAt: received.receivedAt,
    acceptedAt: received.receivedAt,
    dueAt: appointment.dueAt,
    originalDueAt: appointment.dueAt,
    measuredDueAt: appointment.dueAt,
    holder: officer,
    agency: null,
    receivedBy: clerk,
    handovers,
    supplements: [{ ...supplement, items: [...supplement.items] }],
    payments: [],
    extension: {
      issuedAt: '2025-04-26T15:00',
      by: officer,
      reason: 'Chờ xác minh tình trạng hôn nhân tại nơi thường trú trước đây.',
      from: '2025-04-28T09:15',
      to: '2025-05-07T09:15',
    },
    verification: null,
    extra: null,
    ending: ended === undefined ? null : { ...ended, at, by: clerk, papersReturned: true, refundVnd: null },
    endedAt: '2025-04-28T08:30',
    timeliness: 'onTime',
    outcome: isRefused ? 'refused' : 'granted',
    digitised: true,
    fullOnline: true,
    digitalResult: false,
    result: isRefused
      ? null
      : {
          kind: procedure.result,
          number: '112/UBND-XNTTHN',
          abstract: 'Xác nhận tình trạng hôn nhân của Lường Thị Thu Hằng',
        },
    resolvedBy: officer,
    returnedAt: at,
    returnedBy: clerk,
    returnedVia: 'counter',
    recipient: {
      name: received.applicant.name,
      idNumber: received.applicant.idNumber,
      phone: received.applicant.phone,
    },
    postal: null,
    setAside: null,
    custody: { shelf: '', items: [] },
    visits: 2,
    nationalCode: null,
    contentVersion: 1,
    corrections: [],
    lastAct: null,
    version: 6,
  };
  // Of the slip alone that is about it.
  const ratingCodes = form === 'ratingSlip' ? { reception: '4827-1903-6' } : {};
  return { state, events: eventsOf(isRefused), procedure, ratingCodes, owedByTransfer: null };
}

/** Its history, enough for the form that tells it. */
function eventsOf(isRefused: boolean): CaseEvent[] {
  const { applicant } = received;
  const resolved: CaseEvent = {
    kind: 'resolved',
    at: '2025-04-28T08:30',
    by: officer,
    outcome: isRefused ? 'refused' : 'granted',
    note: isRefused ? 'Kết quả xác minh cho thấy người yêu cầu đang trong quan hệ hôn nhân.' : '',
  };
  return [
    { kind: 'received', at: '2025-04-24T09:15', by: clerk, ...received, papers: [...received.papers] },
    { kind: 'handedOver', at: '2025-04-24T10:00', by: clerk, to: officer, note: '' },
    {
      ...supplement,
      kind: 'supplementRequested',
      at: '2025-04-25T10:30',
      items: [...supplement.items],
    },
    resolved,
    ...(isRefused
      ? []
      : [
          {
            kind: 'returned' as const,
            at: '2025-04-28T08:45',
            by: clerk,
            recipient: { name: applicant.name, idNumber: applicant.idNumber },
            via: 'counter' as const,
            note: '',
          },
        ]),
  ];
}
