import { namedCitizen } from './people.ts';
import { act, call, giveBack, handover, refund, resolve, type Story, shelve } from './story.ts';

/** Cases that ended another way than by a result in the citizen's hand, or whose result nobody collects. */
export const endedStories: readonly Story[] = [
  {
    procedureCode: '1.001612',
    applicant: namedCitizen({
      name: 'Trần Hồng Quân',
      sex: 'male',
      birthOn: '1990-02-11',
      hamlet: 'Tiểu khu 5',
      serial: 2011,
    }),
    fee: { amountVnd: 50_000, method: 'cash' },
    received: [9, '10:30'],
    steps: [
      handover([9, '10:55']),
      act([8, '08:20'], 'window', {
        kind: 'withdraw',
        reason: 'Chưa thuê được địa điểm kinh doanh, sẽ nộp lại sau',
        refundVnd: 50_000,
      }),
      refund([8, '08:25'], 'Người nộp rút hồ sơ'),
    ],
  },
  {
    // Stopped after its 15 days; nobody has come for the papers yet.
    procedureCode: '1.004859',
    applicant: namedCitizen({
      name: 'Mùa A Páo',
      sex: 'male',
      birthOn: '1983-09-19',
      hamlet: 'Bản Noong Heo',
      serial: 2012,
    }),
    papers: [
      { name: 'Tờ khai thay đổi, cải chính hộ tịch', photocopies: 1 },
      { name: 'Giấy khai sinh cấp năm 1985', originals: 1 },
      { name: 'Sổ hộ khẩu cũ', originals: 1 },
    ],
    received: [32, '09:15'],
    steps: [
      shelve([32, '09:30'], 'Tủ 1 – ngăn 3'),
      handover([32, '09:45']),
      act([30, '15:20'], 'officer', {
        kind: 'askSupplement',
        items: [{ name: 'Giấy tờ làm căn cứ cải chính năm sinh', originals: 1 }],
        reason: 'Năm sinh trong tờ khai khác năm sinh trong sổ đăng ký khai sinh',
      }),
      act([15, '10:10'], 'leader', {
        kind: 'stop',
        ground: 'noSupplement',
        reason: 'Quá 15 ngày người nộp không bổ sung giấy tờ',
        papersReturned: false,
      }),
    ],
  },
  {
    procedureCode: '2.000815',
    applicant: namedCitizen({
      name: 'Cà Văn Hặc',
      sex: 'male',
      birthOn: '1969-06-28',
      hamlet: 'Bản Nà Nong',
      serial: 2013,
    }),
    received: [4, '08:50'],
    decision: {
      kind: 'reject',
      reason: 'Bản chính bị tẩy xóa ở phần ngày sinh, không chứng thực được',
    },
    steps: [],
  },
  {
    // Nobody answers the telephone, so the result was put away.
    procedureCode: '1.010833',
    applicant: namedCitizen({
      name: 'Bạc Thị Ỏm',
      sex: 'female',
      birthOn: '1955-01-14',
      hamlet: 'Bản Hua Ít',
      serial: 2014,
    }),
    received: [38, '14:00'],
    steps: [
      handover([38, '14:25']),
      resolve([35, '09:40']),
      call([27, '09:00'], 'Số máy không liên lạc được'),
      act([14, '16:00'], 'window', {
        kind: 'setAside',
        place: 'Tủ 3 – ngăn dưới',
        note: 'Đã nhắn trưởng bản',
      }),
    ],
  },
  {
    procedureCode: '1.004873',
    applicant: namedCitizen({
      name: 'Nguyễn Bá Long',
      sex: 'male',
      birthOn: '1996-10-05',
      hamlet: 'Tiểu khu 3',
      serial: 2015,
    }),
    fee: { amountVnd: 5_000, method: 'later' },
    received: [29, '10:40'],
    steps: [
      handover([29, '11:00']),
      resolve([27, '15:30']),
      call([12, '08:45'], 'Đang làm việc ở xa, cuối tháng về lấy'),
    ],
  },
  {
    procedureCode: '1.001731',
    applicant: namedCitizen({
      name: 'Lường Văn Ún',
      sex: 'male',
      birthOn: '1979-03-03',
      hamlet: 'Bản Tìn',
      serial: 2016,
    }),
    received: [18, '09:20'],
    steps: [
      handover([18, '09:50']),
      resolve([16, '10:35']),
      act([15, '08:15'], 'window', { kind: 'visit', purpose: 'Đến hỏi, không mang giấy tờ tùy thân' }),
    ],
  },
  {
    // The original went back before the result did.
    procedureCode: '2.001035',
    applicant: namedCitizen({
      name: 'Đèo Thị Ngọc',
      sex: 'female',
      birthOn: '1981-11-25',
      hamlet: 'Tiểu khu 1',
      serial: 2017,
    }),
    papers: [
      { name: 'Dự thảo hợp đồng, giao dịch', photocopies: 2 },
      { name: 'Giấy chứng nhận quyền sử dụng đất', originals: 1 },
    ],
    received: [7, '13:45'],
    steps: [
      handover([7, '14:05']),
      act([6, '08:30'], 'window', ({ state }) => ({
        kind: 'giveBackOriginals',
        items: [{ name: 'Giấy chứng nhận quyền sử dụng đất', originals: 1 }],
        to: state.applicant.name,
      })),
      resolve([6, '10:20']),
      giveBack([6, '15:40']),
    ],
  },
];
