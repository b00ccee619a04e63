import type { ReactNode } from 'react';
import { formatHour } from '../../shared/format.ts';
import { Mark } from '../components/Mark.tsx';
import styles from './Screen.module.css';
import type { OfficeNow } from './use-office.ts';

/** Who receives here, which desk, the clock; below, what to do now and the hours. */
export function ScreenFrame(props: {
  office: OfficeNow;
  hint: string;
  /** The queue's last calls, in the place of the hours. */
  strip: ReactNode;
  children: ReactNode;
}) {
  const { office, hint, strip, children } = props;
  const { morning, afternoon } = office.hours;
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <Mark />
        <span className={styles.name}>
          <b>{office.officeName}</b>
          <span>{office.unit}</span>
        </span>
        {office.isSample && <span className={styles.sample}>dữ liệu mẫu</span>}
        <span className="grow" />
        <span className={styles.counter}>{office.counterName}</span>
        <time className={styles.clock} dateTime={`${office.now}+07:00`}>
          {formatHour(office.now)}
        </time>
      </header>
      {children}
      <footer className={styles.foot}>
        <span className={styles.hint}>{hint}</span>
        <span className="grow" />
        {strip ?? (
          <span>
            Sáng {morning.opensAt} – {morning.closesAt}, chiều {afternoon.opensAt} – {afternoon.closesAt}
          </span>
        )}
      </footer>
    </div>
  );
}
