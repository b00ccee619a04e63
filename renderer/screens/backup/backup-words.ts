import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { BackupLack } from '../../../shared/views-backup.ts';

/** "thiếu 37 phút, 12 hồ sơ từ … đến …", of what the register holds beyond a copy. */
export function lackWords(lack: BackupLack | null): string {
  if (lack === null) return 'của một sổ khác';
  const { minutes, cases, firstCode, lastCode, touched, entries } = lack;
  if (entries === 0) return 'đủ đến nay';
  const codes = cases === 1 ? ` ${lastCode}` : ` từ ${firstCode} đến ${lastCode}`;
  return [
    `thiếu ${spanWords(minutes)}`,
    ...(cases > 0 ? [`${formatInteger(cases)} hồ sơ${codes}`] : []),
    ...(touched > 0 ? [`việc đã làm với ${formatInteger(touched)} hồ sơ trước đó`] : []),
    ...(cases === 0 && touched === 0 ? [`${formatInteger(entries)} việc khác`] : []),
  ].join(', ');
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
