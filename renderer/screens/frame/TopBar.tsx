import type { Ref } from 'react';
import { formatDay, formatHour, shortWeekday } from '../../../shared/format.ts';
import { useOfficeNow, useSession } from '../../session.tsx';
import frame from './Frame.module.css';
import { PersonMenu } from './PersonMenu.tsx';
import { SearchBox } from './SearchBox.tsx';
import styles from './TopBar.module.css';
import { Truths } from './Truths.tsx';

interface TopBarProps {
  search: Ref<HTMLInputElement>;
  connected: boolean;
}

export function TopBar({ search, connected }: TopBarProps) {
  const { office, isSample } = useSession();
  return (
    <header className={frame.top}>
      <div className={styles.unit}>
        <b>{office.unit}</b>
        <span>
          <span className={isSample ? styles.long : undefined}>Bộ phận Một cửa</span>
          {isSample && (
            <>
              <span className={styles.long}> · </span>dữ liệu mẫu
            </>
          )}
        </span>
      </div>
      <SearchBox ref={search} />
      <span className="grow" />
      <Truths connected={connected} />
      <PersonMenu />
      <Clock />
    </header>
  );
}

function Clock() {
  const now = useOfficeNow();
  return (
    <time className={styles.clock} dateTime={`${now}+07:00`}>
      <b>{formatHour(now)}</b>
      <span>
        {shortWeekday(now)} {formatDay(now)}
      </span>
    </time>
  );
}
