import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { BackupLack, LackKind, LackOther } from '../../../shared/views-backup.ts';

/** "thiếu 37 phút, 12 hồ sơ từ … đến … và 5 việc khác", of what the register holds beyond a copy; short, for a list. */
export function lackWords(lack: BackupLack | null): string {
  if (lack === null) return 'của một sổ khác';
  if (lack.entries === 0) return 'đủ đến nay';
  const others = lack.others.reduce((sum, { count }) => sum + count, 0);
  return listOf(lack, others > 0 ? [`${formatInteger(others)} việc khác`] : []);
}

/** The same with each kind by its name: what is lost has to be known before it is signed, and afterwards to be written anew. */
export function lackInFull(lack: BackupLack): string {
  if (lack.entries === 0) return 'đủ đến nay';
  return listOf(lack, lack.others.map(otherWords));
}

function listOf({ minutes, cases, firstCode, lastCode, touched }: BackupLack, others: string[]): string {
  const codes = cases === 1 ? ` ${lastCode}` : ` từ ${firstCode} đến ${lastCode}`;
  return [
    `thiếu ${spanWords(minutes)}`,
    ...(cases > 0 ? [`${formatInteger(cases)} hồ sơ${codes}`] : []),
    ...(touched > 0 ? [`việc đã làm với ${formatInteger(touched)} hồ sơ trước đó`] : []),
    ...others,
  ].join(', ');
}

const kindWords: Record<LackKind, string> = {
  request: 'yêu cầu về dữ liệu cá nhân',
  breach: 'phiếu sự cố dữ liệu',
  feedback: 'phản ánh, kiến nghị',
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
function spanWords(minutes: number): string {
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
