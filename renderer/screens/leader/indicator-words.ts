import { caseIndicators } from '../../../shared/domain/case-indicators.ts';
import type { Meaning } from './Definition.tsx';

export const satisfactionMeaning: Meaning = {
  label: 'Hài lòng',
  meaning:
    'Phiếu từ mức hài lòng trở lên trong số phiếu trả lời của kỳ, cả màn hình và giấy. Luôn kèm số phiếu; dưới mức tối thiểu thì không tính tỷ lệ.',
  source: 'NĐ 118/2025/NĐ-CP, Điều 31–34',
};

export const cashlessMeaning: Meaning = {
  label: 'Không tiền mặt',
  meaning:
    'Hồ sơ có khoản thu không bằng tiền mặt (chuyển khoản, trực tuyến) trong số hồ sơ có thu trong kỳ; khoản đã hoàn hoặc hủy không tính.',
  source: 'Sổ thu phí; quy ước của phần mềm',
};

/** A figure that may have a target. */
export interface TargetIndicator {
  key: string;
  label: string;
  unit: 'share' | 'count';
  /** What it counts. */
  counted: 'hồ sơ' | 'phiếu' | 'người';
  better: 'high' | 'low';
}

export const caseTargetIndicators: readonly TargetIndicator[] = [
  ...Object.entries(caseIndicators).map(([key, { label, of, better }]) => ({
    key,
    label,
    unit: of === null ? ('count' as const) : ('share' as const),
    counted: 'hồ sơ' as const,
    better,
  })),
  { key: 'cashless', label: cashlessMeaning.label, unit: 'share', counted: 'hồ sơ', better: 'high' },
  { key: 'satisfaction', label: satisfactionMeaning.label, unit: 'share', counted: 'phiếu', better: 'high' },
];
