import type { CaseSetName } from './statistics.ts';

/** The figures of cases that the leader reads and sets targets for: which set, of which. */

/** A share of cases, or a bare number of them where there is no `of`. */
export interface CaseIndicator {
  readonly count: CaseSetName;
  readonly of: CaseSetName | null;
  /** Of whom nobody said it: out of the share, and told beside it. */
  readonly unknown?: CaseSetName;
  readonly better: 'high' | 'low';
  readonly label: string;
  /** What it counts, in words for who asks, with its source. */
  readonly meaning: string;
  readonly source: string;
}

export const caseIndicators = {
  received: {
    count: 'received',
    of: null,
    better: 'high',
    label: 'Đã tiếp nhận',
    meaning: 'Hồ sơ đủ, đúng được tiếp nhận trong kỳ, từ 00:00 ngày đầu đến hết ngày cuối.',
    source: 'Biểu 06/VPCP/KSTT, cột (4) và (5)',
  },
  settled: {
    count: 'receivedSettled',
    of: 'received',
    better: 'high',
    label: 'Nhận và đã xong',
    meaning:
      'Trong số hồ sơ tiếp nhận trong kỳ, số đã giải quyết xong đến hết kỳ (đã có kết quả, đã rút hoặc đã dừng).',
    source: 'TT 01/2020/TT-VPCP; quy ước của phần mềm',
  },
  inTime: {
    count: 'settledInTime',
    of: 'settledWithDeadline',
    better: 'high',
    label: 'Trước và đúng hạn',
    meaning:
      'Hồ sơ giải quyết xong trong kỳ không muộn hơn ngày hẹn. So sánh theo ngày; kết quả đã có là mốc kết thúc. Hồ sơ không có thời hạn không tính và được liệt kê riêng.',
    source: 'Biểu 06/VPCP/KSTT, cột (8) và (9)',
  },
  online: {
    count: 'receivedOnline',
    of: 'received',
    better: 'high',
    label: 'Nộp trực tuyến',
    meaning: 'Hồ sơ nộp trực tuyến trong số hồ sơ tiếp nhận trong kỳ.',
    source: 'Biểu 06/VPCP/KSTT, cột (4)',
  },
  sameDay: {
    count: 'settledSameDay',
    of: 'withResult',
    better: 'high',
    label: 'Xong trong ngày',
    meaning: 'Hồ sơ có kết quả ngay trong ngày tiếp nhận, trong số hồ sơ có kết quả trong kỳ.',
    source: 'Quy ước của phần mềm',
  },
  digitised: {
    count: 'receivedDigitised',
    of: 'receivedDigitisedKnown',
    unknown: 'receivedDigitisedUnknown',
    better: 'high',
    label: 'Số hóa hồ sơ',
    meaning:
      'Hồ sơ được số hóa khi tiếp nhận, trong số hồ sơ tiếp nhận trong kỳ có ghi điều này. Hồ sơ chưa ghi không tính và được liệt kê riêng.',
    source: 'QĐ 766/QĐ-TTg, nhóm số hóa hồ sơ',
  },
  digitalResult: {
    count: 'withDigitalResult',
    of: 'withDigitalResultKnown',
    unknown: 'withDigitalResultUnknown',
    better: 'high',
    label: 'Kết quả điện tử',
    meaning:
      'Hồ sơ được cấp kết quả bản điện tử, trong số hồ sơ có kết quả trong kỳ có ghi điều này. Hồ sơ chưa ghi không tính và được liệt kê riêng.',
    source: 'QĐ 766/QĐ-TTg, nhóm số hóa hồ sơ',
  },
  fullOnline: {
    count: 'receivedFullOnline',
    of: 'receivedFullOnlineKnown',
    unknown: 'receivedFullOnlineUnknown',
    better: 'high',
    label: 'Hồ sơ toàn trình',
    meaning:
      'Hồ sơ của thủ tục làm được toàn trình trực tuyến lúc tiếp nhận, trong số hồ sơ tiếp nhận trong kỳ có ghi điều này. Hồ sơ chưa ghi không tính và được liệt kê riêng.',
    source: 'Danh mục thủ tục của đơn vị',
  },
  open: {
    count: 'open',
    of: null,
    better: 'low',
    label: 'Đang giải quyết',
    meaning: 'Hồ sơ đã tiếp nhận, chưa xong khi hết kỳ (hoặc đến lúc này nếu kỳ chưa hết).',
    source: 'Biểu 06/VPCP/KSTT, cột (11)',
  },
  openLate: {
    count: 'openLate',
    of: 'openWithDeadline',
    better: 'low',
    label: 'Đang quá hạn',
    meaning:
      'Hồ sơ chưa xong đã quá ngày hẹn khi hết kỳ, trong số hồ sơ chưa xong có thời hạn. Hồ sơ chờ bổ sung tính là trong hạn.',
    source: 'Biểu 06/VPCP/KSTT, cột (13)',
  },
} as const satisfies Record<string, CaseIndicator>;
export type CaseIndicatorKey = keyof typeof caseIndicators;
