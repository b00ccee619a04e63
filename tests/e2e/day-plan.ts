import { type Act, acts, type CaseEventKind } from '../../shared/domain/case-flow.ts';
import type { SlipForm } from '../../shared/domain/forms.ts';
import type { Answers, Visitor } from './hand.ts';

/** What happens to the forty cases of the scripted day, and when; the office clock goes from one entry to the next. */
export interface PlannedAct extends Omit<Answers, 'hasSlips'> {
  /** Office time. */
  at: string;
  /** Place of the case among the forty, from 1. */
  of: number;
  act: Act;
  /** Paper that must come of it. */
  slips: readonly SlipForm[];
}

/** Twelve procedures, by the code that the clerk types. */
export const procedures = [
  '1.001193',
  '2.000815',
  '1.000656',
  '1.004873',
  '1.001022',
  '1.010833',
  '1.004222',
  '1.013978',
  '1.001612',
  '1.012592',
  '2.001035',
  '1.001776',
] as const;

export const firstDay = '2026-03-09';

/** Received one by one; the seven others come in other ways. */
export const ordinary = 33;
export const special = {
  copied: 34,
  refusedAtIntake: 35,
  sentForPapers: 36,
  online: 37,
  onlineRefused: 38,
  listed: [39, 40],
} as const;

const families = ['Lò', 'Lường', 'Quàng', 'Cầm', 'Tòng', 'Cà'];
const given = ['Thị Mai', 'Văn Hùng', 'Thị Thu Hằng', 'Văn Tuấn', 'Thị Ánh', 'Văn Inh', 'Thị Diêu'];

/** The one who comes in the n-th place. */
export function visitor(n: number): Visitor {
  return {
    idNumber: `0141${90 + (n % 9)}00${1000 + n}`,
    name: `${families[n % 6]} ${given[Math.floor(n / 6)]}`,
    birth: `0${1 + (n % 9)}0${1 + (n % 8)}19${90 + (n % 9)}`,
    phone: `09000${10_000 + n}`,
    address: `Tiểu khu ${1 + (n % 9)}, thị trấn Ít Ong`,
    procedure: procedures[(n - 1) % procedures.length] ?? '',
  };
}

/** Office time, so many minutes after opening on the first day. */
export function morning(minutes: number): string {
  return `${firstDay}T0${7 + Math.floor((30 + minutes) / 60)}:${String((30 + minutes) % 60).padStart(2, '0')}`;
}

/** What each act is called in the timeline. */
export const eventOf: Record<Act, CaseEventKind> = {
  accept: 'accepted',
  reject: 'rejected',
  handover: 'handedOver',
  takeBack: 'takenBack',
  askSupplement: 'supplementRequested',
  completeSupplement: 'supplemented',
  requestPayment: 'paymentRequested',
  confirmPayment: 'paymentConfirmed',
  extend: 'extended',
  openVerification: 'verificationOpened',
  agreeExtra: 'extraAgreed',
  stop: 'stopped',
  withdraw: 'withdrawn',
  resolve: 'resolved',
  return: 'returned',
  setAside: 'setAside',
  shelve: 'shelved',
  giveBackOriginals: 'originalsReturned',
  visit: 'visited',
  undo: 'undone',
};

type More = Omit<Answers, 'hasSlips'> & { slips?: readonly SlipForm[] };

function does(at: string, of: number, act: Act, more: More = {}): PlannedAct {
  return { at, of, act, slips: acts[act].slips, ...more };
}

const reason = (text: string) => ({ fill: { 'Lý do': text } });
const missing = { papers: 1, ...reason('Thiếu giấy tờ theo thành phần hồ sơ') };
const refusal = {
  choose: { 'Kết quả': 'Từ chối giải quyết' },
  fill: { 'Lý do từ chối': 'Không đủ điều kiện' },
  slips: ['refusalNotice'],
} as const;

const sixAlike = Array.from({ length: 6 }, (_, index) => [
  does(`${firstDay}T11:1${index}`, 13 + index, 'handover'),
  does(`2026-03-10T14:0${index}`, 13 + index, 'resolve'),
]).flat();

/** In the order of the clock. */
export const plan: readonly PlannedAct[] = [
  // A same-day result, collected at once.
  does(`${firstDay}T10:00`, 1, 'resolve'),
  does(`${firstDay}T10:05`, 1, 'return'),
  // Taken back at once, done again, and nobody comes for it until April.
  does(`${firstDay}T10:06`, 2, 'resolve'),
  does(`${firstDay}T10:07`, 2, 'undo', { isAtOnce: true }),
  does(`${firstDay}T10:08`, 2, 'resolve'),
  does('2026-03-27T08:00', 2, 'setAside', { fill: { 'Cất ở đâu': 'Tủ lưu 2' } }),
  does('2026-04-01T08:00', 2, 'return'),
  // Refused after appraisal: a result like any other.
  does(`${firstDay}T10:10`, 3, 'handover', { tick: ['Giấy bàn giao hồ sơ'], slips: ['handoverSlip'] }),
  does(`${firstDay}T10:12`, 3, 'resolve', refusal),
  does(`${firstDay}T10:15`, 3, 'return'),
  // Papers asked for and completed, sent by post.
  does(`${firstDay}T10:20`, 4, 'handover'),
  does('2026-03-10T08:00', 4, 'askSupplement', missing),
  does('2026-03-12T08:00', 4, 'completeSupplement'),
  does('2026-03-13T08:00', 4, 'resolve'),
  does('2026-03-13T08:30', 4, 'return', {
    choose: { 'Trả qua': 'Bưu chính' },
    fill: { 'Số bưu gửi': 'EK123456789VN' },
  }),
  does(`${firstDay}T10:30`, 5, 'handover'),
  does('2026-03-10T08:10', 5, 'openVerification', {
    fill: { 'Cần xác minh gì': 'Nơi cư trú của người cha' },
  }),
  does('2026-03-16T09:00', 5, 'resolve'),
  // Out to another agency and back, then an apology with a new date that is kept.
  does(`${firstDay}T10:35`, 6, 'handover', { fill: { 'Gửi cơ quan ngoài': 'Sở Nội vụ' } }),
  does('2026-03-11T09:00', 6, 'takeBack'),
  does('2026-03-12T09:00', 6, 'extend', reason('Chờ ý kiến cơ quan liên quan')),
  does('2026-03-17T07:40', 6, 'resolve'),
  // Papers that never came: stopped after fifteen days; another one may be stopped and is not.
  does(`${firstDay}T10:40`, 7, 'handover'),
  does('2026-03-10T08:20', 7, 'askSupplement', missing),
  does('2026-03-26T08:00', 7, 'stop'),
  does(`${firstDay}T10:42`, 19, 'handover'),
  does('2026-03-10T08:25', 19, 'askSupplement', missing),
  // A duty that stops the clock.
  does(`${firstDay}T10:45`, 8, 'handover'),
  does('2026-03-10T08:30', 8, 'requestPayment', { fill: { 'Nghĩa vụ phải thực hiện': 'Lệ phí trước bạ' } }),
  does('2026-03-12T08:30', 8, 'confirmPayment'),
  does(`${firstDay}T10:50`, 9, 'handover'),
  does('2026-03-10T08:40', 9, 'withdraw', reason('Người nộp không còn nhu cầu')),
  // Asked after, the citizen's own originals shelved and given back before the result.
  does(`${firstDay}T10:55`, 29, 'handover'),
  does('2026-03-10T08:50', 29, 'visit', { fill: { 'Đến để làm gì': 'Hỏi kết quả' } }),
  does('2026-03-10T08:52', 29, 'shelve', { fill: { 'Ngăn, kệ': 'Kệ A1' } }),
  does('2026-03-10T08:54', 29, 'giveBackOriginals'),
  does(`${firstDay}T11:00`, 11, 'handover'),
  does('2026-03-10T09:00', 11, 'agreeExtra'),
  does('2026-03-13T09:00', 11, 'resolve'),
  // To the wrong person; taken back a while later, with a reason, and done again.
  does(`${firstDay}T11:05`, 12, 'handover'),
  does(`${firstDay}T11:30`, 12, 'undo', { fill: { 'Lý do, không bắt buộc': 'Chuyển nhầm người' } }),
  does(`${firstDay}T11:32`, 12, 'handover'),
  ...sixAlike,
  does('2026-03-11T14:00', 13, 'return'),
  does('2026-03-11T14:01', 14, 'return', {
    choose: { 'Trả cho': 'Người khác' },
    fill: {
      'Người nhận kết quả': 'Lò Văn Thân',
      'Số giấy tờ người nhận': '014090000777',
      'Quan hệ với chủ hồ sơ': 'con đẻ',
    },
  }),
  // Filed online: one accepted, one refused. Sent for papers at the intake, and here with them the next day.
  does(`${firstDay}T14:00`, special.online, 'accept', {
    tick: ['Phiếu hẹn chữ to'],
    slips: ['acknowledgement', 'controlSlip', 'largeTypeSlip'],
  }),
  does(`${firstDay}T14:05`, special.onlineRefused, 'reject', reason('Không thuộc thẩm quyền')),
  does('2026-03-10T09:30', special.sentForPapers, 'completeSupplement'),
  // Still open at the end, one of them waiting for papers.
  does('2026-03-31T15:00', 21, 'handover'),
  does('2026-03-31T15:10', 21, 'askSupplement', missing),
].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
