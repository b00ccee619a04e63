import type { TraceDay } from '../../shared/domain/appointment.ts';
import { cellCaption, foldWords } from '../../shared/trace-words.ts';
import styles from './AppointmentStrip.module.css';
import { isReception, narrowCell } from './StripDay.tsx';
import { type Caption, fitCaptions, joinCaptions, type StripItem } from './strip-layout.ts';

/** `card`: beside the intake form. `page`: across a case. `screen`: on the screen for citizens. */
export type StripSize = 'card' | 'page' | 'screen';

/** The words under the blocks, joined over equal neighbours. Hidden from screen readers: each day says it itself. */
export function StripCaptions(props: {
  items: readonly StripItem[];
  today: string | undefined;
  columnWidth: number;
  columns: number;
  size: StripSize;
}) {
  const { items, today, columnWidth, columns, size } = props;
  const due = items.flatMap((item) => (item.type === 'day' && item.day.isDue ? [item.day] : []))[0];
  const isNarrow = columnWidth < narrowCell;
  const dueText = due && dueCaption(due, size, columnWidth);
  const texts = items.map((item) => {
    if (item.type === 'fold') {
      const { counted, resting } = foldWords(item.days);
      return { text: counted > 0 && resting > 0 ? `${resting} ngày nghỉ` : '', columns: 3, joins: false };
    }
    if (item.day.isDue) return { text: dueText ?? '', columns: 1, joins: false };
    if (item.day.date === today) return { text: 'hôm nay', columns: 1, joins: false };
    const text = isNarrow && isReception(item.day) ? (item.day.time ?? '') : cellCaption(item.day);
    return { text, columns: 1, joins: item.day.mark !== 'start' };
  });
  const rank = (text: string) => rankOf(text, dueText);
  const captions = fitCaptions(joinCaptions(texts), columnWidth, rank);
  return (
    <div className={styles.captions} aria-hidden="true">
      {captions.map((caption) => (
        <span
          key={caption.start}
          className={captionClass(caption, columnWidth, columns, dueText)}
          style={{ gridColumn: `${caption.start} / span ${caption.span}` }}
        >
          {caption.text}
        </span>
      ))}
    </div>
  );
}

function dueCaption(due: TraceDay, size: StripSize, columnWidth: number): string {
  if (size === 'screen' && columnWidth > 84) return 'nhận kết quả';
  if (due.number === undefined) return columnWidth < narrowCell ? (due.time ?? '') : 'hẹn';
  return size === 'page' ? `hẹn ${due.time ?? ''}` : cellCaption(due);
}

/** The least telling caption gives way first. */
function rankOf(text: string, dueText: string | undefined): number {
  if (text === dueText) return 0;
  const order = [
    'bắt đầu',
    'hôm nay',
    'nhận',
    'đủ, tính lại',
    'đã đủ',
    'yêu cầu',
    'làm bù',
    'hoán đổi',
    'chờ bổ sung',
    'nghỉ lễ',
  ];
  const index = order.indexOf(text);
  return index < 0 ? order.length + 1 : index + 1;
}

function captionClass(
  caption: Caption,
  columnWidth: number,
  columns: number,
  dueText: string | undefined,
): string {
  const isWide = caption.text.length * 6.6 > caption.span * columnWidth;
  const end = caption.start + caption.span - 1;
  return [
    styles.caption,
    isWide && caption.start === 1 && styles.captionStart,
    isWide && end === columns && styles.captionEnd,
    caption.text === dueText && end === columns && styles.captionGoal,
    caption.text === 'hôm nay' && styles.captionToday,
  ]
    .filter(Boolean)
    .join(' ');
}
