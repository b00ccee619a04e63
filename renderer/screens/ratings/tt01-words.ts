import type { OneStop, Publication } from '../../../shared/domain/feedback-settings.ts';
import { formatInteger, formatRatio } from '../../../shared/domain/ratio.ts';
import type { AgencyBand, OfficerBand, Tt01Index } from '../../../shared/domain/tt01-scoring.ts';
import type { Tt01Report } from '../../../shared/views-feedback.ts';

/** The report of TT 01/2018 in words: what each index is, and how its number came about. */

export const indexWords: Record<Tt01Index, string> = {
  1: 'Tổng thời gian giải quyết',
  2: 'Thời gian của từng cơ quan tham gia',
  3: 'Số lần liên hệ để hoàn thiện hồ sơ',
  4: 'Số cơ quan phải liên hệ',
  5: 'Tiếp nhận, giải quyết, trả tại một cửa',
  6: 'Công khai thủ tục',
  7: 'Thái độ phục vụ',
  8: 'Tiếp thu, giải trình phản ánh',
  9: 'Dịch vụ công trực tuyến',
};

/** Each by its rule: the share is of the duty (Điều 15.3), not of the points that can be had. */
export const officerBandWords: Record<OfficerBand, string> = {
  completes: '≥ 5 điểm: hoàn thành 100\u00a0% nhiệm vụ',
  mostly: '3,5 đến dưới 5 điểm: hoàn thành 70 đến dưới 100\u00a0% nhiệm vụ',
  below: '< 3,5 điểm: hoàn thành dưới 70\u00a0% nhiệm vụ',
};

export const agencyBandWords: Record<AgencyBand, string> = {
  excellent: 'Xuất sắc',
  good: 'Tốt',
  fair: 'Khá',
  average: 'Trung bình',
  weak: 'Yếu',
};

export const oneStopWords: Record<OneStop, string> = {
  onTheSpot: 'Giải quyết tại chỗ',
  here: 'Nhận và trả tại một cửa',
  less: 'Chưa đủ 100 %',
};

export const publicationWords: Record<Publication, string> = {
  both: 'Niêm yết và điện tử',
  one: 'Một hình thức',
  faulty: 'Chưa đúng, đủ, kịp thời',
};

/** 135 → "13,5". */
export function formatTenths(tenths: number): string {
  return `${Math.floor(tenths / 10)},${tenths % 10}`;
}

/** How the index was counted: the rule, then this period's numbers. */
export function howCounted(index: Tt01Index, report: Tt01Report): string[] {
  const { cases, sameDay, feedback, online, complaints } = report;
  switch (index) {
    case 1:
      return [
        'Trước hạn 2 điểm, đúng hạn 1, quá hạn 0 (Điều 13).',
        ...(report.withoutDate > 0
          ? [`${formatInteger(report.withoutDate)} hồ sơ không có hạn để ngoài.`]
          : []),
      ];
    case 2:
      return [
        'Như chỉ số 1, tính cho phần việc của đơn vị: đến lúc chuyển sang cơ quan khác, so với hạn của đơn vị.',
        'Hồ sơ không liên thông lấy theo cả hồ sơ. Phần của cơ quan khác không có trong sổ này.',
      ];
    case 3:
      return [
        'Không phải bổ sung 2 điểm, một lần 1, nhiều hơn 0.',
        'Giả định: mỗi lần yêu cầu bổ sung là một lần liên hệ; sổ không biết lần nào do lỗi của người nộp.',
      ];
    case 4:
      return [
        'Không phải đến cơ quan nào 2 điểm, chỉ đến một cửa 1, nhiều hơn 0.',
        'Giả định: hồ sơ nộp và nhận không qua quầy được 2; các hồ sơ khác chỉ đến một cửa.',
      ];
    case 5:
      return [
        '100 % thủ tục trong danh mục thẩm định, giải quyết ngay tại chỗ 2 điểm, 100 % nhận và trả tại một cửa 1, ít hơn 0. Lãnh đạo tự trả lời.',
        `Sổ này chỉ biết hồ sơ xong trong ngày nhận: ${formatRatio(sameDay, cases)}; không biết việc không qua một cửa.`,
      ];
    case 6:
      return ['Niêm yết và điện tử 2 điểm, một trong hai 1, chưa đúng, đủ, kịp thời 0. Lãnh đạo tự trả lời.'];
    case 7:
      return [
        'Trước hạn và không bị phản ánh 2 điểm, đúng hạn và không bị phản ánh 1, có phản ánh về thái độ 0.',
        'Giả định: quá hạn mà không bị phản ánh được 0. Phản ánh kết luận không đúng thì không tính.',
        `Trong kỳ: ${complaints.standing} phản ánh về thái độ, ${complaints.unfounded} không đúng, ${complaints.withoutCase} không nêu hồ sơ nên không vào điểm hồ sơ nào.`,
      ];
    case 8:
      return [
        'Không có phản ánh, hoặc trả lời đúng hạn 100 % 2 điểm; từ 90 % 1; ít hơn hoặc để kéo dài 0.',
        `Trả lời đúng hạn ${formatRatio(feedback.inTime, feedback.due)}, để kéo dài ${feedback.prolonged}.`,
      ];
    case 9:
      return [
        'Từ 20 % thủ tục trực tuyến và 30 % hồ sơ trực tuyến 2 điểm; từ 15 % hồ sơ 1; ít hơn hoặc có hồ sơ quá hạn 0.',
        `Thủ tục ${formatRatio(online.onlineProcedures, online.procedures)}; hồ sơ ${formatRatio(online.onlineCases, online.cases)}; quá hạn ${online.unresolvedOrLate}.`,
      ];
  }
}
