import type { SlipData } from './slip-data.ts';
import { copyLabels, defaultFormTexts } from './wording.ts';

/** A slip about nobody. The render worker makes it on starting, so that the first citizen does not wait for the engine. */
export const blankSlip: SlipData = {
  paper: 'A5',
  office: {
    parentAgency: 'Ủy ban nhân dân',
    oneStopUnit: 'Bộ phận Tiếp nhận và Trả kết quả',
    unit: '',
    place: '',
    phone: null,
    openingHours: null,
    isSample: true,
  },
  case: {
    caseCode: 'A00-000000-0000',
    slipCode: '000000-0000-00',
    volume: null,
    serial: null,
    receivedAt: '2000-01-03T07:00',
    dueAt: '2000-01-04T07:00',
    limitText: null,
    trace: [
      { date: '2000-01-03', kind: 'working', mark: 'start' },
      { date: '2000-01-04', kind: 'working', mark: 'counted', number: 1, isDue: true },
    ],
    provisionalYear: null,
    movedToNextDay: false,
    channel: 'direct',
    sets: 1,
    returnPlace: null,
    feeText: null,
    requestSummary: null,
  },
  applicant: { name: '', idNumber: null, address: null, phone: null, email: null },
  submitter: null,
  procedure: { code: '', name: '' },
  papers: { kind: 'components', rows: [] },
  clerkName: null,
  issuedAt: '2000-01-03T07:00',
  copies: [{ number: 1, of: 1, label: copyLabels.submitter }],
  reprint: 0,
  version: 1,
  formText: defaultFormTexts.acknowledgement,
};
