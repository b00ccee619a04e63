import type { AssistanceLevel, MarkCheck } from './domain/digital.ts';
import type { DigitalRow, memberRoles } from './domain/digital-teams.ts';

/** The words of digital support. */

export const assistanceLevelLabels: Record<AssistanceLevel, string> = {
  forThem: 'Làm hộ',
  guided: 'Hướng dẫn',
  alone: 'Tự làm',
};

export const markCheckLabels: Record<MarkCheck, string> = {
  seen: 'Đã xem trên máy',
  message: 'Đã xem tin báo',
  lookedUp: 'Đã tra cứu',
  told: 'Người dân nói',
};

export const memberRoleLabels: Record<(typeof memberRoles)[number], string> = {
  head: 'Tổ trưởng',
  deputy: 'Tổ phó',
  member: 'Thành viên',
};

export const assetKindLabels: Record<DigitalRow<'digitalAssets'>['kind'], string> = {
  gift: 'Quà tặng',
  equipment: 'Thiết bị',
};

export const facilityKindLabels: Record<DigitalRow<'digitalFacilities'>['kind'], string> = {
  wifi: 'Điểm wifi',
  computer: 'Máy tính dùng chung',
  kiosk: 'Ki-ốt',
  other: 'Khác',
};
