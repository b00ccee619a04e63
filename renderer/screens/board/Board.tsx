import AssignmentTurnedInOutlined from '@mui/icons-material/AssignmentTurnedInOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatDay, formatWorkingTime, weekdayName } from '../../../shared/format.ts';
import type { Board as BoardData } from '../../../shared/views.ts';
import type { BookReminder } from '../../../shared/views-book.ts';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { Page } from '../../components/Page.tsx';
import { ReceiveButton } from '../../components/ReceiveButton.tsx';
import { Shape } from '../../components/StatusMark.tsx';
import { listPath } from '../../list-state.ts';
import styles from './Board.module.css';
import { BoardFigures } from './BoardFigures.tsx';
import { BoardSkeleton } from './BoardSkeleton.tsx';
import { FirstCase } from './FirstCase.tsx';
import { IntakeByHour } from './IntakeByHour.tsx';
import { LowRatings } from './LowRatings.tsx';
import { OwnWarnings } from './OwnWarnings.tsx';
import { Waiting } from './Waiting.tsx';
import { WorkGroups } from './WorkGroups.tsx';

/** What must be done now. Every number opens exactly its cases. */
export function Board() {
  const trpc = useTRPC();
  // Time left moves with the clock, without any change in the register.
  const board = useQuery({ ...trpc.cases.board.queryOptions(), refetchInterval: 60_000 });
  return (
    <Page
      title="Bàn làm việc"
      sub={board.data && dayWords(board.data)}
      actions={board.data && board.data.years.length > 0 && <BoardActs />}
    >
      {board.data ? (
        <BoardBody board={board.data} />
      ) : board.isError ? (
        <ErrorState error={board.error} onRetry={() => void board.refetch()} />
      ) : (
        <BoardSkeleton />
      )}
    </Page>
  );
}

function BoardBody({ board }: { board: BoardData & BookReminder }) {
  if (board.years.length === 0) return <FirstCase />;
  return (
    <>
      <BoardFigures board={board} />
      <LowRatings />
      {board.bookToClose !== null && (
        <p className={styles.book}>
          <Shape tone="due" />
          <Link to={`/so-theo-doi?nam=${board.bookToClose}`}>Sổ năm {board.bookToClose} chưa khóa</Link>
        </p>
      )}
      <div className={styles.columns}>
        <WorkGroups groups={board.groups} now={board.now} />
        <div className={styles.side}>
          <OwnWarnings />
          <Waiting waiting={board.waiting} total={board.figures.ready.count} />
          <IntakeByHour today={board.today} now={board.now} />
        </div>
      </div>
    </>
  );
}

function BoardActs() {
  return (
    <>
      <Button
        component={Link}
        to={listPath({ view: 'ready' })}
        startIcon={<AssignmentTurnedInOutlined />}
        endIcon={<Keycap name="return" />}
        aria-keyshortcuts="F4"
      >
        Trả kết quả
      </Button>
      <ReceiveButton />
    </>
  );
}

/** "Thứ Năm, 24/04/2025 · còn 5 giờ 45 làm việc hôm nay". */
function dayWords({ now, isWorkingDay, dayName, minutesLeftToday }: BoardData): string {
  const day = `${weekdayName(now)}, ${formatDay(now)}`;
  if (!isWorkingDay) return `${day} · ${dayName ? `nghỉ ${dayName}` : 'ngày nghỉ'}`;
  if (minutesLeftToday === 0) return `${day} · hết giờ làm việc hôm nay`;
  // A day of 24 hours, so that the hours of today never turn into "1 ngày".
  return `${day} · còn ${formatWorkingTime(minutesLeftToday, 24 * 60)} làm việc hôm nay`;
}
