import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { workingMinutesPerDay } from '../../../shared/domain/opening-hours.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatDayMonthPadded, formatHour, formatWorkingTime } from '../../../shared/format.ts';
import type { Board } from '../../../shared/views.ts';
import { Figure, FigureStrip } from '../../components/Figure.tsx';
import { listPath, outboxPath } from '../../list-state.ts';
import { useSession } from '../../session.tsx';
import { YearLines } from './YearLines.tsx';

/** Five figures in one strip and, under a hairline, the truth of the years. */
export function BoardFigures({ board }: { board: Board }) {
  const { hours } = useSession();
  const { late, dueToday, awaiting, ready, unprinted } = board.figures;
  const oldest = late.oldestMinutes;
  return (
    <FigureStrip label="Năm con số" foot={<YearLines years={board.years} />}>
      <Figure
        count={formatInteger(late.count)}
        tone="late"
        word="Quá hạn"
        sub={
          oldest === null ? 'không có' : `lâu nhất ${formatWorkingTime(oldest, workingMinutesPerDay(hours))}`
        }
        to={listPath({ view: 'late' })}
      />
      <Figure
        count={formatInteger(dueToday.count)}
        tone="due"
        word="Đến hạn hôm nay"
        sub={
          dueToday.pastHour > 0
            ? `${dueToday.pastHour} hồ sơ đã quá giờ hẹn`
            : dueToday.count > 0
              ? 'chưa hồ sơ nào quá giờ'
              : 'không có'
        }
        to={listPath({ view: 'dueToday' })}
      />
      <Figure
        count={formatInteger(awaiting.count)}
        tone="wait"
        word="Chờ bổ sung"
        sub={
          awaiting.mayStop > 0
            ? `${awaiting.mayStop} hồ sơ quá hạn bổ sung`
            : awaiting.count > 0
              ? 'chờ người dân nộp thêm'
              : 'không có'
        }
        to={listPath({ view: 'awaiting' })}
      />
      <Figure
        count={formatInteger(ready.count)}
        tone="ready"
        word="Sẵn sàng trả"
        sub={
          ready.overTenDays > 0
            ? `${ready.overTenDays} hồ sơ quá 10 ngày`
            : ready.count > 0
              ? 'đều trong 10 ngày'
              : 'không có'
        }
        to={listPath({ view: 'ready' })}
      />
      <Figure
        count={formatInteger(unprinted.count)}
        icon={<PrintOutlined />}
        word="Chưa in"
        sub={
          unprinted.count === 0
            ? 'đã in hết'
            : `${ownersWords(unprinted.cases)}${unprinted.oldestAt ? `, từ ${sinceWords(unprinted.oldestAt, board.now)}` : ''}`
        }
        to={outboxPath}
      />
    </FigureStrip>
  );
}

/** "phiếu của 3 hồ sơ"; lists of cases belong to none of them. */
function ownersWords(cases: number): string {
  return cases === 0 ? 'phiếu của danh sách' : `phiếu của ${formatInteger(cases)} hồ sơ`;
}

/** "09:05", "23/04". */
function sinceWords(at: string, now: string): string {
  const isToday = at.slice(0, 10) === now.slice(0, 10);
  return isToday ? formatHour(at) : formatDayMonthPadded(at);
}
