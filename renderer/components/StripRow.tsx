import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react';
import type { TraceDay } from '../../shared/domain/appointment.ts';
import { formatDayMonth, formatHour } from '../../shared/format.ts';
import { foldWords } from '../../shared/trace-words.ts';
import styles from './AppointmentStrip.module.css';
import { OneDayStrip } from './OneDayStrip.tsx';
import { StripCaptions, type StripSize } from './StripCaptions.tsx';
import { narrowCell, StripDay } from './StripDay.tsx';
import { capacityOf, columnsOf, layoutStrip, type StripItem } from './strip-layout.ts';

const sizes = {
  card: { width: 362, cell: 36, gap: 4, block: 40, widest: 104 },
  page: { width: 770, cell: 37, gap: 4, block: 36, widest: 104 },
  /** In units of a screen that is read from two metres, see `unitOf`. */
  screen: { width: 490, cell: 37, gap: 6, block: 38, widest: 104 },
} as const;

/**
 * "Vì sao hẹn ngày này?" drawn: one cell a day from reception to appointment, folded in the middle where the span is
 * long. A screen reader gets a list of days in words.
 * @param props.dueAt office time. @param props.today YYYY-MM-DD; that day has a ring.
 * @param props.onOpen opens every day of a folded span; without it a fold is only drawn.
 */
export function StripRow(props: {
  trace: readonly TraceDay[];
  dueAt: string | null;
  receivedAt: string;
  today?: string | undefined;
  size?: StripSize;
  onOpen?: ((opener: HTMLElement) => void) | undefined;
}) {
  const { trace, today, size = 'card', onOpen } = props;
  const { ref, width, unit } = useWidth(sizes[size].width, size);
  const only = trace.length === 1 ? trace[0] : undefined;
  const { cell, gap: tightGap, block, widest } = sizes[size];
  if (trace.length === 0) return null;
  if (only) {
    return (
      <div ref={ref}>
        <div style={{ zoom: unit }}>
          <OneDayStrip
            day={only}
            today={today}
            from={formatHour(props.receivedAt)}
            until={formatHour(props.dueAt ?? props.receivedAt)}
            block={block}
          />
        </div>
      </div>
    );
  }
  const items = layoutStrip(trace, capacityOf(width, cell, tightGap), today);
  const columns = columnsOf(items);
  const gap = columns < 9 ? 6 : tightGap;
  const cellWidth = Math.min(widest, (width - gap * (columns - 1)) / columns);
  const style = {
    '--columns': columns,
    '--cell-gap': `${gap}px`,
    '--block': `${block}px`,
    '--widest': `${widest}px`,
    zoom: unit,
  };
  return (
    <div ref={ref} className={styles.frame}>
      <div className={frameClass(cellWidth)} style={style as CSSProperties}>
        <ol className={styles.strip} aria-label="Từng ngày từ lúc nhận đến ngày hẹn">
          {items.map((item, index) =>
            item.type === 'day' ? (
              <StripDay
                key={item.day.date}
                day={item.day}
                today={today}
                width={cellWidth}
                dateText={cellWidth < narrowCell ? shortDate(items, index) : undefined}
              />
            ) : (
              <Fold key={`fold-${item.days[0]?.date}`} days={item.days} onOpen={onOpen} />
            ),
          )}
        </ol>
        <StripCaptions
          items={items}
          today={today}
          columnWidth={cellWidth + gap}
          columns={columns}
          size={size}
        />
      </div>
    </div>
  );
}

/** In narrow cells the month stands only where it begins: "30/12 31 1/1 2". */
function shortDate(items: readonly StripItem[], index: number): string | undefined {
  const item = items[index];
  const before = items[index - 1];
  const isCrowded = items.some((other) => other.type === 'day' && formatDayMonth(other.day.date).length > 4);
  if (item?.type !== 'day' || before?.type !== 'day' || !isCrowded) return undefined;
  const isSameMonth = before.day.date.slice(0, 7) === item.day.date.slice(0, 7);
  return isSameMonth ? String(Number(item.day.date.slice(8, 10))) : undefined;
}

function frameClass(cellWidth: number): string {
  if (cellWidth < narrowCell) return `${styles.frame} ${styles.narrow}`;
  return cellWidth < 58 ? `${styles.frame} ${styles.tight}` : (styles.frame ?? '');
}

/** A run that had no room. It opens the whole calendar of the case, where somebody can. */
function Fold(props: { days: readonly TraceDay[]; onOpen: ((opener: HTMLElement) => void) | undefined }) {
  const { days, onOpen } = props;
  const first = days[0]?.date ?? '';
  const last = days.at(-1)?.date ?? '';
  const numbers = days.flatMap((day) =>
    day.mark === 'counted' && day.number !== undefined ? [day.number] : [],
  );
  const isRest = days.every((day) => day.mark === 'rest');
  const span = `${formatDayMonth(first)}–${formatDayMonth(last)}`;
  const words = `${span}: ${foldWords(days).text}`;
  const drawing = (
    <>
      <span className={styles.weekday} aria-hidden="true">
        {days.length} ngày
      </span>
      <span className={styles.date} aria-hidden="true">
        {span}
      </span>
      <span className={styles.block} aria-hidden="true">
        {isRest ? <span className={styles.name}>nghỉ lễ</span> : numbers[0]}
        {!isRest && <span className={styles.dots}>···</span>}
        {numbers.at(-1)}
      </span>
    </>
  );
  const className = `${styles.fold} ${isRest ? styles.foldRest : ''}`;
  return (
    <li style={{ gridColumn: 'span 3' }}>
      {onOpen ? (
        <button
          type="button"
          className={className}
          aria-haspopup="dialog"
          onClick={(event) => onOpen(event.currentTarget)}
        >
          <span className="hidden">{`${words}. Xem từng ngày`}</span>
          {drawing}
        </button>
      ) : (
        <div className={className} style={{ cursor: 'default' }}>
          <span className="hidden">{words}</span>
          {drawing}
        </div>
      )}
    </li>
  );
}

/**
 * Pixels of one unit of the strip: on a screen that is read from two metres letters stand twice as large, and grow with the
 * root's font size.
 */
function unitOf(size: StripSize): number {
  if (size !== 'screen') return 1;
  return (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 10) * 2.15;
}

/** The element's own width in units, so that a strip folds for its place and not for the window. */
function useWidth(initial: number, size: StripSize) {
  const ref = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState({ width: initial, unit: 1 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const unit = unitOf(size);
      if (element.clientWidth > 0) setMeasured({ width: element.clientWidth / unit, unit });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [size]);
  return { ref, ...measured };
}
