import type { RatingWarning } from '../../../shared/domain/rating-figures.ts';
import { formatInteger, formatRatio } from '../../../shared/domain/ratio.ts';
import { formatDay } from '../../../shared/format.ts';
import { Shape } from '../../components/StatusMark.tsx';
import styles from './Ratings.module.css';

const mostShown = 6;

/** What should be looked at before a figure is believed; by day, never by hour. */
export function Warnings({ warnings }: { warnings: readonly RatingWarning[] }) {
  if (warnings.length === 0) return null;
  const more = warnings.length - mostShown;
  return (
    <section className={styles.warnings} aria-label="Điều cần xem lại">
      <ul>
        {warnings.slice(0, mostShown).map((warning, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two warnings of a day may be alike in everything
          <li key={index}>
            <Shape tone="due" />
            {wordsOf(warning)}
          </li>
        ))}
      </ul>
      {more > 0 && <p>và {formatInteger(more)} lần khác trong kỳ.</p>}
    </section>
  );
}

function wordsOf(warning: RatingWarning): string {
  if (warning.kind === 'uncodedPaper')
    return `Phiếu giấy không có mã: ${formatRatio(warning.answers, warning.of)} đánh giá trong kỳ; không kiểm được có ai trả lời thật.`;
  const day = `Ngày ${formatDay(warning.day)}`;
  if (warning.kind === 'outOfHours')
    return `${day}: ${formatInteger(warning.answers)} đánh giá ngoài giờ làm việc.`;
  const burst = `${day}: ${formatInteger(warning.answers)} đánh giá trong một phút`;
  if (warning.ofOne === 0) return `${burst}.`;
  const part = warning.ofOne === warning.answers ? 'tất cả' : formatInteger(warning.ofOne);
  return `${burst}, ${part} của ${warning.clerkName ?? 'một cán bộ'}.`;
}
