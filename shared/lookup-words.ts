import type { LookupFacts } from './domain/lookup.ts';
import { formatDay, formatHour, weekdayName } from './format.ts';

/** What the holder of a slip reads: plain words, nothing about anybody. */
export interface LookupWords {
  /** "Đang giải quyết". */
  title: string;
  /** What that means for whoever waits. */
  sentence: string;
  /** When to come; null: there is nothing to come for. */
  come: string | null;
  /** What to bring. */
  bring: string | null;
  tone: 'ok' | 'wait' | 'due' | 'late' | 'ready' | 'done';
}

const slipAndCard = 'Giấy hẹn và căn cước';
const anyDay = 'Bất cứ lúc nào trong giờ làm việc';

export function lookupWords(facts: LookupFacts): LookupWords {
  const { status, isLate, appointmentAt, lastDayOn } = facts;
  switch (status) {
    case 'registered':
      return {
        title: 'Chờ tiếp nhận',
        sentence: 'Hồ sơ đã nộp, cán bộ đang kiểm tra trước khi tiếp nhận.',
        come: lastDayOn === null ? null : `Có trả lời chậm nhất ${dayWords(lastDayOn)}`,
        bring: null,
        tone: 'wait',
      };
    case 'received':
    case 'processing':
      return isLate ? lateWords() : runningWords(status, appointmentAt);
    case 'awaitingSupplement':
      return {
        title: 'Cần bổ sung giấy tờ',
        sentence: 'Giấy tờ cần thêm ghi trên phiếu yêu cầu bổ sung. Không còn phiếu thì hỏi quầy.',
        come: lastDayOn === null ? anyDay : `Chậm nhất ${dayWords(lastDayOn)}`,
        bring: 'Giấy tờ ghi trên phiếu, giấy hẹn và căn cước',
        tone: 'due',
      };
    case 'awaitingPayment':
      return {
        title: 'Chờ nghĩa vụ tài chính',
        sentence: 'Nộp theo thông báo đã nhận, rồi báo quầy. Không còn thông báo thì hỏi quầy.',
        come: anyDay,
        bring: 'Thông báo và chứng từ đã nộp',
        tone: 'due',
      };
    case 'resolved':
      return readyWords(facts);
    case 'returned':
      return {
        title: 'Đã trả kết quả',
        sentence: 'Kết quả của hồ sơ này đã được trao. Chưa nhận được thì báo quầy.',
        come: null,
        bring: null,
        tone: 'done',
      };
    case 'rejected':
      return endedWords('Không tiếp nhận', 'Lý do ghi trên phiếu từ chối tiếp nhận.');
    case 'withdrawn':
      return endedWords('Đã rút hồ sơ', 'Hồ sơ đã rút theo yêu cầu.');
    case 'stopped':
      return endedWords('Đã dừng giải quyết', 'Lý do ghi trên thông báo dừng giải quyết.');
  }
}

function runningWords(status: 'received' | 'processing', appointmentAt: string | null): LookupWords {
  return {
    title: status === 'received' ? 'Đã tiếp nhận' : 'Đang giải quyết',
    sentence: 'Hồ sơ đang được giải quyết, chưa có kết quả.',
    come: appointmentAt === null ? 'Chưa có ngày hẹn, hỏi quầy' : timeWords(appointmentAt),
    bring: `${slipAndCard}, lệ phí nếu chưa nộp`,
    tone: 'ok',
  };
}

function lateWords(): LookupWords {
  return {
    title: 'Đã quá ngày hẹn',
    sentence: 'Hồ sơ chưa có kết quả dù đã quá ngày hẹn, xin lỗi Ông/Bà. Quầy cho biết ngày hẹn lại.',
    come: 'Hỏi quầy trước khi chờ',
    bring: null,
    tone: 'late',
  };
}

function readyWords({ isSetAside, returnChannel }: LookupFacts): LookupWords {
  if (returnChannel === 'postal') {
    return {
      title: 'Đã có kết quả',
      sentence: 'Kết quả được gửi theo đường bưu chính như đã đăng ký.',
      come: null,
      bring: null,
      tone: 'ready',
    };
  }
  if (returnChannel === 'online') {
    return {
      title: 'Đã có kết quả',
      sentence: 'Kết quả được trả trực tuyến như đã đăng ký.',
      come: null,
      bring: null,
      tone: 'ready',
    };
  }
  return {
    title: 'Đã có kết quả',
    sentence: isSetAside
      ? 'Kết quả chờ đã lâu và được cất riêng. Báo quầy, cán bộ lấy ra ngay.'
      : 'Mời đến quầy nhận kết quả.',
    come: anyDay,
    bring: `${slipAndCard}, lệ phí nếu chưa nộp`,
    tone: 'ready',
  };
}

function endedWords(title: string, sentence: string): LookupWords {
  return {
    title,
    sentence: `${sentence} Cần biết thêm thì hỏi quầy.`,
    come: null,
    bring: null,
    tone: 'done',
  };
}

/** "09:15 Thứ Hai, 28/04/2025". */
const timeWords = (officeTime: string): string => `${formatHour(officeTime)} ${dayWords(officeTime)}`;

const dayWords = (day: string): string => `${weekdayName(day)}, ${formatDay(day)}`;
