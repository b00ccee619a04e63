import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { useFocusHome } from '../../components/use-focus-home.ts';
import { useHeight } from '../../components/use-height.ts';
import { useSession } from '../../session.tsx';
import styles from './Outbox.module.css';
import { OutboxRow } from './OutboxRow.tsx';
import { heightOf, type OutboxGroupKey, type OutboxItem, spanInView } from './outbox-items.ts';
import type { Choice } from './use-choice.ts';

interface OutboxListProps {
  items: readonly OutboxItem[];
  choice: Choice;
  pending: boolean;
  onOpen: () => void;
}

const titles: Record<OutboxGroupKey, string> = {
  attention: 'Cần xử lý',
  waiting: 'Chờ in',
  recent: 'Vừa in',
};
const hintsOf = (platform: 'electron' | 'browser'): Record<OutboxGroupKey, string> => ({
  attention: 'máy in chưa in được, cần người xử lý',
  waiting: platform === 'browser' ? 'in bằng hộp thoại của trình duyệt' : 'phiếu tự chạy, xong sẽ xuống dưới',
  recent: 'máy in đã nhận, và phiếu đã xong trong ngày',
});

/** A list of any length: only the lines in view are drawn. The keyboard stays on the list and moves its place. */
export function OutboxList({ items, choice, pending, onOpen }: OutboxListProps) {
  const id = useId();
  const hints = hintsOf(useSession().platform);
  const box = useRef<HTMLDivElement>(null);
  const [height, measure] = useHeight();
  const [scrollTop, setScrollTop] = useState(0);
  const heights = useMemo(() => items.map(heightOf), [items]);
  const span = spanInView(heights, scrollTop, height);
  const places = useMemo(() => items.flatMap((item, index) => (item.kind === 'job' ? [index] : [])), [items]);
  const line = places[choice.index] ?? 0;
  const top = heights.slice(0, line).reduce((sum, each) => sum + each, 0);
  const bottom = top + (heights[line] ?? 0);
  // The heading of a group comes into view with its first slip.
  const shownTop = choice.index === 0 || items[line - 1]?.kind === 'group' ? top - 34 : top;
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (shownTop < element.scrollTop) element.scrollTop = shownTop;
    else if (bottom > element.scrollTop + element.clientHeight)
      element.scrollTop = bottom - element.clientHeight;
  }, [shownTop, bottom]);
  useFocusHome(() => box.current, !pending, items.length);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const groupIds = (key: OutboxGroupKey) =>
    items.flatMap((item) => (item.kind === 'job' && item.key === key ? [item.job.id] : []));
  const activeKey = items[line]?.key ?? 'attention';
  const listen = (event: KeyboardEvent) => {
    const { index, activeJob } = choice;
    const page = Math.max(1, Math.floor(height / 48));
    const moves: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: places.length - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) event.shiftKey ? choice.extendTo(next) : choice.goTo(next);
    else if (event.key === ' ' && activeJob) choice.toggle([activeJob.id]);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) choice.toggle(groupIds(activeKey));
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) onOpen();
    else if (event.key === 'Escape' && choice.chosen.length > 0) choice.clear();
    else return;
    event.preventDefault();
  };
  return (
    <div
      className={styles.list}
      role="listbox"
      aria-label="Phiếu trong hàng in"
      aria-multiselectable="true"
      aria-activedescendant={choice.activeJob ? `${id}-${choice.activeJob.id}` : undefined}
      tabIndex={0}
      ref={(element) => {
        box.current = element;
        return measure(element);
      }}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onKeyDown={listen}
    >
      <div style={{ height: span.total }} role="presentation">
        <div style={{ transform: `translateY(${span.above}px)` }} role="presentation">
          {items.slice(span.from, span.to).map((item) =>
            item.kind === 'group' ? (
              <div key={item.key} className={styles.group} role="presentation">
                {titles[item.key]}
                <span>
                  {formatInteger(item.total)}
                  {item.shown < item.total && `, hiện ${formatInteger(item.shown)}`} · {hints[item.key]}
                </span>
              </div>
            ) : (
              <OutboxRow
                key={item.job.id}
                id={`${id}-${item.job.id}`}
                job={item.job}
                hasReason={item.key === 'attention'}
                isActive={item.job.id === choice.activeJob?.id}
                isTicked={choice.chosen.some((job) => job.id === item.job.id)}
                onPick={() => choice.goTo(places.indexOf(items.indexOf(item)))}
                onTick={() => choice.toggle([item.job.id])}
                onExtend={() => choice.extendTo(places.indexOf(items.indexOf(item)))}
                onOpen={onOpen}
              />
            ),
          )}
        </div>
      </div>
    </div>
  );
}
