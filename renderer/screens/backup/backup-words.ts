import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatShortTime } from '../../../shared/format.ts';
import type { BackupLack, BackupRow, LackKind, LackOther, RefusedWhy } from '../../../shared/views-backup.ts';

/** What nobody has on paper: whose data comes back. */
const erasureKinds: readonly LackKind[] = ['erasedPerson', 'erasedCases'];

/** Why a restore did not take place. */
export const refusedWords = (why: RefusedWhy): string => whyWords[why];

const whyWords: Record<RefusedWhy, string> = {
  damaged:
    'Lúc mở lại, bản đã ghép không còn đúng như khi xem; USB hoặc ổ đĩa có thể sắp hỏng, chọn bản khác.',
  other: 'Lúc mở lại, bản đã ghép không phải bản hai người đã xem.',
  unreadable: 'Lúc mở lại, không còn đọc được bản nào đã được xác nhận.',
  failed: 'Lúc mở lại, quầy không chuẩn bị được bản đã ghép; chọn bản khác.',
};

/** "thiếu 37 phút, 12 hồ sơ từ … đến … và 5 việc khác", of what the register holds beyond a copy; short, for a list. */
export function lackWords(copy: Pick<BackupRow, 'lack' | 'owner' | 'givenUpAt'>): string {
  const { lack, owner } = copy;
  if (owner === 'main') return 'của sổ chính, trước khi mở sổ tạm';
  if (owner === 'emergency') return 'của một sổ tạm, không phải sổ chính';
  if (lack === null) return 'của một sổ khác';
  if (owner === 'past') {
    return `${pastWords(copy)}; ${lack.entries === 0 ? 'sổ hiện nay không có gì thêm' : lackedWords(lack)}`;
  }
  if (lack.entries === 0) return 'đủ đến nay';
  return lackedWords(lack);
}

/** "của sổ này, trước khi khôi phục lúc …", of a copy of what the register gave up when it went back. */
export const pastWords = ({ givenUpAt }: Pick<BackupRow, 'givenUpAt'>): string =>
  `của sổ này, trước khi khôi phục${givenUpAt === null ? '' : ` lúc ${formatShortTime(givenUpAt)}`}`;

function lackedWords(lack: BackupLack): string {
  const erasures = lack.others.filter(({ kind }) => erasureKinds.includes(kind));
  const others = lack.others.reduce(
    (sum, { kind, count }) => sum + (erasureKinds.includes(kind) ? 0 : count),
    0,
  );
  return [
    `thiếu ${spanWords(lack.minutes)}`,
    ...caseLines(lack),
    ...(others > 0 ? [`${formatInteger(others)} việc khác`] : []),
    ...erasures.map(otherWords),
  ].join(', ');
}

/** The same with each kind by its name: what is lost has to be known before it is signed, and afterwards to be written anew. */
export function lackInFull(lack: BackupLack): string {
  if (lack.entries === 0) return 'đủ đến nay';
  return [`thiếu ${spanWords(lack.minutes)}`, ...lackLines(lack)].join(', ');
}

/** The same of a register that may not have told all of it. */
export const atLeast = (lack: BackupLack): string => lackInFull(lack).replace('thiếu', 'thiếu ít nhất');

/** What is lacking, kind by kind. */
export function lackLines(lack: BackupLack): string[] {
  const others = lack.others.filter(({ kind }) => !erasureKinds.includes(kind));
  return [...caseLines(lack), ...others.map(otherWords)];
}

/** Whose data comes back with the copy: the register no longer knows who they are, so it says how many and who tells. */
export function erasureLines({ others }: BackupLack): string[] {
  return others.flatMap(({ kind, count }) => {
    if (kind === 'erasedPerson')
      return [
        `Xóa lại dữ liệu của ${formatInteger(count)} người: là ai thì xem đơn giấy và mục Yêu cầu về dữ liệu cá nhân.`,
      ];
    if (kind === 'erasedCases')
      return [`Xóa lại ${formatInteger(count)} hồ sơ hết hạn lưu: mục Hết hạn lưu nêu lại các hồ sơ ấy.`];
    return [];
  });
}

function caseLines({ cases, firstCode, lastCode, touched }: BackupLack): string[] {
  // The entry that tells a code may be lost.
  const isTold = firstCode !== null && lastCode !== null;
  const codes = !isTold ? '' : cases === 1 ? ` ${lastCode}` : ` từ ${firstCode} đến ${lastCode}`;
  return [
    ...(cases > 0 ? [`${formatInteger(cases)} hồ sơ${codes}`] : []),
    ...(touched > 0 ? [`việc đã làm với ${formatInteger(touched)} hồ sơ trước đó`] : []),
  ];
}

const kindWords: Record<LackKind, string> = {
  erasedPerson: 'người phải xóa lại dữ liệu',
  erasedCases: 'hồ sơ hết hạn lưu phải xóa lại',
  request: 'yêu cầu về dữ liệu cá nhân',
  breach: 'phiếu sự cố dữ liệu',
  feedback: 'phản ánh, kiến nghị',
  payment: 'khoản thu tiền',
  shift: 'ca thu tiền',
  money: 'việc thu tiền và chốt ca',
  batch: 'việc bàn giao và sổ theo dõi',
  citizen: 'việc về người trong danh bạ',
  digital: 'việc hỗ trợ số',
  rating: 'phiếu đánh giá',
  account: 'việc về người dùng và mật khẩu',
  place: 'lần chọn nơi lưu thứ hai',
  lan: 'việc về mạng nội bộ',
  settings: 'lần đổi cài đặt',
  other: 'việc khác',
};

/** "2 yêu cầu về dữ liệu cá nhân (DL-2026-0001, DL-2026-0002)". */
function otherWords({ kind, count, codes }: LackOther): string {
  const words = `${formatInteger(count)} ${kindWords[kind]}`;
  if (codes.length === 0) return words;
  return `${words} (${codes.join(', ')}${codes.length < count ? ', …' : ''})`;
}

/** "37 phút", "5 giờ", "12 ngày". */
export function spanWords(minutes: number): string {
  if (minutes < 60) return `${Math.max(1, minutes)} phút`;
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} giờ`;
  return `${formatInteger(Math.round(minutes / (24 * 60)))} ngày`;
}

/** "12 MB", "1,2 GB". */
export function sizeWords(bytes: number): string {
  const mega = bytes / (1024 * 1024);
  if (mega < 1024) return `${formatInteger(Math.max(1, Math.round(mega)))} MB`;
  return `${(mega / 1024).toFixed(1).replace('.', ',')} GB`;
}
