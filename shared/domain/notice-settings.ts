import { z } from 'zod';
import { linesField } from './forms.ts';
import { inVietnamese, unknownPlaces } from './notice-places.ts';

/** Texts ready to paste into Zalo or SMS, a template an occasion; places in braces. */
export const noticeOccasions = ['received', 'supplement', 'ready', 'apology'] as const;
export type NoticeOccasion = (typeof noticeOccasions)[number];

export const noticeChannels = ['zalo', 'sms', 'phone', 'email', 'inPerson'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];
/** By word of mouth: nobody else carries it. */
export const isSpoken = (channel: NoticeChannel): boolean => channel === 'phone' || channel === 'inPerson';

/** Saved under the older English names, the places are read under their Vietnamese ones. */
const template = linesField(1000)
  .transform(inVietnamese)
  .refine((text) => text.length > 0, { error: 'required' });

export const noticeSettingsSchema = z.object({
  received: template.default(
    '{cơ quan}: đã tiếp nhận hồ sơ {thủ tục}, mã {mã hồ sơ}. Hẹn trả kết quả {ngày hẹn}. Tra cứu bằng mã {mã phiếu} tại quầy hoặc gọi {điện thoại}.',
  ),
  supplement: template.default(
    '{cơ quan}: hồ sơ {mã hồ sơ} ({thủ tục}) cần bổ sung: {giấy tờ thiếu}. Hạn bổ sung {hạn bổ sung}. Cần hỏi thêm xin gọi {điện thoại}.',
  ),
  ready: template.default(
    '{cơ quan}: hồ sơ {mã hồ sơ} ({thủ tục}) đã có kết quả. Mời Ông/Bà đến nhận, mang theo phiếu hẹn và căn cước. {giờ làm việc}.',
  ),
  apology: template.default(
    '{cơ quan}: xin lỗi Ông/Bà vì hồ sơ {mã hồ sơ} ({thủ tục}) chưa có kết quả đúng hẹn. Hẹn lại {ngày hẹn}. Cần hỏi thêm xin gọi {điện thoại}.',
  ),
});
export type NoticeSettings = z.infer<typeof noticeSettingsSchema>;

/** What may be saved: nothing in braces that is no place. What was saved before is still read. */
export const noticeTemplatesSchema = noticeSettingsSchema.check(({ value, issues }) => {
  for (const occasion of noticeOccasions)
    if (unknownPlaces(value[occasion]).length > 0)
      issues.push({ code: 'custom', path: [occasion], message: 'choice', input: value[occasion] });
});
