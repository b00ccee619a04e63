import { type Breach, tellBy } from '../../../shared/domain/breach.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatDay, formatHour } from '../../../shared/format.ts';
import { type LongScope, requireSettings } from '../door.ts';
import { officeOnPaper } from '../office-on-paper.ts';

const timeWords = (at: string): string => `${formatHour(at)} ngày ${formatDay(at)}`;
/** For the pen. */
const blank = '……………………………………………';

/**
 * The notice of a breach. No text that we could read gives its form: what the office knows is printed, the addressee and the
 * number stay for the pen.
 */
export async function breachSheet(scope: LongScope, breach: Breach): Promise<{ path: string }> {
  const { office } = requireSettings(scope.db, scope.now);
  const { bookPress, previews } = scope.context;
  const by = tellBy(breach);
  const { foundAt, what, data, people, harm, measures, notifiedAt, notifiedTo } = breach;
  const pdf = await bookPress.request({
    title: 'Thông báo vi phạm bảo vệ dữ liệu cá nhân',
    office: officeOnPaper(scope),
    printedAt: scope.now.officeTime,
    addressee: notifiedTo || blank,
    facts: [
      { label: 'Số', value: blank },
      { label: 'Phát hiện lúc', value: by === null ? blank : timeWords(foundAt) },
      { label: 'Phải thông báo trước', value: by === null ? blank : `${timeWords(by)} (72 giờ)` },
      ...(notifiedAt === null ? [] : [{ label: 'Đã báo lúc', value: timeWords(notifiedAt) }]),
      { label: 'Dữ liệu bị ảnh hưởng', value: data || blank },
      { label: 'Số người bị ảnh hưởng', value: people === null ? 'chưa xác định' : formatInteger(people) },
      { label: 'Đầu mối liên hệ', value: [office.name, office.phone ?? ''].filter(Boolean).join(', ') },
    ],
    paragraphs: [
      `Diễn biến: ${what}`,
      `Hậu quả có thể xảy ra: ${harm || blank}`,
      `Biện pháp đã và sẽ làm: ${measures || blank}`,
    ],
    notes: [
      'Lập theo Điều 23 Nghị định 356/2025/NĐ-CP; mẫu của cơ quan nhận thông báo, nếu có, thay cho tờ này.',
    ],
    signers: ['NGƯỜI LẬP', 'THỦ TRƯỞNG CƠ QUAN'],
    maker: '',
  });
  return { path: previews.keep(pdf) };
}
