import { z } from 'zod';
import { linesField } from './forms.ts';

/** Texts ready to paste into Zalo or SMS, a template an occasion; places in braces. */
export const noticeOccasions = ['received', 'supplement', 'ready', 'apology'] as const;
export type NoticeOccasion = (typeof noticeOccasions)[number];

export const noticeChannels = ['zalo', 'sms', 'phone', 'email', 'inPerson'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

const template = linesField(1000).refine((text) => text.length > 0, { error: 'required' });

export const noticeSettingsSchema = z.object({
  received: template.default(
    '{office}: đã tiếp nhận hồ sơ {procedure}, mã {caseCode}. Hẹn trả kết quả {due}. Tra cứu bằng mã {slipCode} tại quầy hoặc gọi {phone}.',
  ),
  supplement: template.default(
    '{office}: hồ sơ {caseCode} ({procedure}) cần bổ sung: {missing}. Hạn bổ sung {lastDay}. Cần hỏi thêm xin gọi {phone}.',
  ),
  ready: template.default(
    '{office}: hồ sơ {caseCode} ({procedure}) đã có kết quả. Mời Ông/Bà đến nhận, mang theo phiếu hẹn và căn cước. {hours}.',
  ),
  apology: template.default(
    '{office}: xin lỗi Ông/Bà vì hồ sơ {caseCode} ({procedure}) chưa có kết quả đúng hẹn. Hẹn lại {due}. Cần hỏi thêm xin gọi {phone}.',
  ),
});
export type NoticeSettings = z.infer<typeof noticeSettingsSchema>;
