import { extendedDueAt } from '../../shared/domain/extension.ts';
import { namedCitizen } from './people.ts';
import { act, attachCode, handover, type Story, shelve } from './story.ts';

/** Cases that are still owed something: papers, a payment, another agency's answer, a later date. */
export const waitingStories: readonly Story[] = [
  {
    // Past its 15 days: may be stopped.
    procedureCode: '1.011609',
    applicant: namedCitizen({
      name: 'Vì Văn Inh',
      sex: 'male',
      birthOn: '1971-03-09',
      hamlet: 'Bản Nà Kè',
      serial: 2001,
    }),
    received: [17, '08:35'],
    steps: [
      handover([17, '09:10']),
      act([14, '14:05'], 'officer', {
        kind: 'askSupplement',
        items: [{ name: 'Giấy tờ chứng minh thu nhập của các thành viên trong hộ', photocopies: 1 }],
        reason: 'Giấy đề nghị kê khai thu nhập nhưng không có giấy tờ kèm theo',
      }),
    ],
  },
  {
    procedureCode: '1.001612',
    applicant: namedCitizen({
      name: 'Lèo Thị Én',
      sex: 'female',
      birthOn: '1994-08-21',
      hamlet: 'Tiểu khu 2',
      serial: 2002,
    }),
    received: [3, '10:15'],
    steps: [
      handover([3, '10:40']),
      act([2, '08:30'], 'officer', {
        kind: 'askSupplement',
        items: [
          {
            name: 'Bản sao văn bản ủy quyền của thành viên hộ gia đình cho một thành viên làm chủ hộ',
            certifiedCopies: 1,
          },
        ],
        reason: 'Hộ kinh doanh do các thành viên hộ gia đình đăng ký nhưng chưa có văn bản ủy quyền',
      }),
    ],
  },
  {
    // Sent back at the counter: not accepted, no date given.
    procedureCode: '1.013225',
    applicant: namedCitizen({
      name: 'Phạm Đức Mạnh',
      sex: 'male',
      birthOn: '1986-11-02',
      hamlet: 'Tiểu khu 5',
      serial: 2003,
    }),
    received: [1, '14:20'],
    decision: {
      kind: 'askSupplement',
      items: [
        { name: '02 bộ bản vẽ thiết kế xây dựng', originals: 2, note: 'Thiếu mặt cắt móng và sơ đồ đấu nối' },
      ],
      reason: 'Bản vẽ chưa đủ thành phần theo mẫu',
    },
    steps: [],
  },
  {
    // Completed; its date moved.
    procedureCode: '1.001776',
    applicant: namedCitizen({
      name: 'Tòng Thị Dợ',
      sex: 'female',
      birthOn: '1952-05-17',
      hamlet: 'Bản Tìn',
      serial: 2004,
    }),
    received: [12, '07:50'],
    steps: [
      handover([12, '08:15']),
      act([10, '15:10'], 'officer', {
        kind: 'askSupplement',
        items: [{ name: 'Giấy xác nhận khuyết tật – xuất trình đối chiếu', photocopies: 1 }],
        reason: 'Tờ khai ghi mức độ khuyết tật nặng nhưng chưa có giấy xác nhận',
      }),
      act([4, '09:05'], 'window', { kind: 'completeSupplement', note: 'Con gái mang giấy lên' }),
    ],
  },
  {
    // Re-appointed once, with an apology.
    procedureCode: '1.001776',
    applicant: namedCitizen({
      name: 'Lừ Văn Tướng',
      sex: 'male',
      birthOn: '1949-01-30',
      hamlet: 'Bản Hua Ít',
      serial: 2005,
    }),
    received: [8, '09:25'],
    steps: [
      handover([8, '10:00']),
      act([1, '10:20'], 'officer', ({ state: { dueAt }, calendar }) => ({
        kind: 'extend',
        newDueAt: extendedDueAt(dueAt ?? '', 4, calendar),
        reason: 'Hội đồng xét duyệt trợ giúp xã hội chưa họp đủ thành viên',
      })),
    ],
  },
  {
    procedureCode: '1.004884',
    applicant: namedCitizen({
      name: 'Điêu Chính Đạt',
      sex: 'male',
      birthOn: '1964-10-12',
      hamlet: 'Tiểu khu 1',
      serial: 2006,
    }),
    fee: { amountVnd: 8_000, method: 'transfer' },
    received: [5, '08:10'],
    steps: [
      handover([5, '08:40']),
      act([4, '14:30'], 'officer', {
        kind: 'openVerification',
        reason: 'Hỏi nơi đăng ký khai sinh trước đây: UBND xã Chiềng Lao',
      }),
    ],
  },
  {
    // Its originals lie on a shelf while the fee of the land is awaited.
    procedureCode: '1.013978',
    applicant: namedCitizen({
      name: 'Hoàng Văn Quyết',
      sex: 'male',
      birthOn: '1977-07-07',
      hamlet: 'Tiểu khu 3',
      serial: 2007,
    }),
    papers: [
      { name: 'Đơn đăng ký đất đai, tài sản gắn liền với đất', originals: 1 },
      { name: 'Giấy chuyển nhượng đất viết tay năm 1992', originals: 1 },
      { name: 'Sơ đồ nhà ở, công trình', originals: 1 },
    ],
    received: [13, '13:50'],
    steps: [
      shelve([13, '14:10'], 'Tủ 2 – ngăn 1'),
      handover([13, '15:05']),
      attachCode([12, '08:05']),
      act([3, '09:30'], 'officer', {
        kind: 'requestPayment',
        amountVnd: 1_850_000,
        note: 'Tiền sử dụng đất theo thông báo của cơ quan thuế',
      }),
    ],
  },
  {
    // Two agencies, two dates: five working days are ours, five the department's.
    procedureCode: '1.010803',
    applicant: namedCitizen({
      name: 'Quàng Thị Lan',
      sex: 'female',
      birthOn: '1958-12-24',
      hamlet: 'Bản Nà Tòng',
      serial: 2008,
    }),
    received: [6, '09:40'],
    steps: [
      handover([6, '10:05']),
      handover([2, '14:15'], 'Sở Nội vụ tỉnh Sơn La', 'Danh sách và tờ trình số 12'),
    ],
  },
  {
    procedureCode: '1.001193',
    applicant: namedCitizen({
      name: 'Giàng A Dơ',
      sex: 'male',
      birthOn: '1998-04-03',
      hamlet: 'Bản Noong Heo',
      serial: 2009,
    }),
    channel: 'online',
    received: [1, '16:20'],
    decision: null,
    steps: [],
  },
];
