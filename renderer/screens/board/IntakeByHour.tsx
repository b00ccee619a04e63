import { weekdayName } from '../../../shared/format.ts';
import type { Board } from '../../../shared/views.ts';
import { Panel } from '../../components/Panel.tsx';
import { useSession } from '../../session.tsx';
import styles from './IntakeByHour.module.css';

/** Today's receptions by hour as bars, the average of the eight same weekdays before as dotted lines. */
export function IntakeByHour({ today, now }: { today: Board['today']; now: string }) {
  const { hours } = useSession();
  const breakFrom = Math.ceil(hourOf(hours.morning.closesAt));
  const breakTo = Math.floor(hourOf(hours.afternoon.opensAt));
  const shown = today.byHour.filter(({ hour, count }) => count > 0 || hour < breakFrom || hour >= breakTo);
  const top = Math.max(1, ...shown.flatMap(({ count, usual }) => [count, usual]));
  const currentHour = Number(now.slice(11, 13));
  // A new office has no such day behind it.
  const hasUsual = today.byHour.some(({ usual }) => usual > 0);
  const weekday = weekdayName(now).replace('Thứ', 'thứ');
  return (
    <Panel
      title="Tiếp nhận hôm nay"
      note={`${today.received} hồ sơ${hasUsual ? `, ${weekday} thường ${today.usualTotal}` : ''}`}
      fill
    >
      <div className={styles.chart}>
        <ul className={styles.bars} data-dense={shown.length > 11 || undefined}>
          {shown.map(({ hour, count, usual }) => (
            <li
              key={hour}
              className={styles.hour}
              data-current={hour === currentHour || undefined}
              data-after-break={(hour === breakTo && breakTo > breakFrom) || undefined}
            >
              <span className="hidden">
                {hour} giờ: {count} hồ sơ
                {hasUsual && `, thường ${usual.toFixed(1).replace('.', ',')}`}
              </span>
              <span className={styles.column} aria-hidden="true">
                {count > 0 && (
                  <span className={styles.bar} style={{ height: `${(count / top) * 100}%` }}>
                    {count}
                  </span>
                )}
                {usual > 0 && <span className={styles.usual} style={{ bottom: `${(usual / top) * 100}%` }} />}
              </span>
              <span className={styles.label} aria-hidden="true">
                {hour}h
              </span>
            </li>
          ))}
        </ul>
        {hasUsual && <p className={styles.legend}>trung bình 8 {weekday} trước</p>}
      </div>
    </Panel>
  );
}

function hourOf(clock: string): number {
  return Number(clock.slice(0, 2)) + Number(clock.slice(3)) / 60;
}
