import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatDay, formatHour } from '../../../shared/format.ts';
import type { CurrentShift } from '../../../shared/views-shift.ts';
import { useTRPC } from '../../api.ts';
import { DateLine, DateLines, DateNote } from '../../components/DateLines.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useSession } from '../../session.tsx';
import styles from './Shift.module.css';

type Ahead = NonNullable<CurrentShift['ahead']>;

/** Money stands under a time that has not come: what that holds up, until when, and the way out where the clock is right now. */
export function ClockAhead({ ahead }: { ahead: Ahead }) {
  const roles = useSession().person?.roles ?? [];
  const [isAsking, setAsking] = useState(false);
  const mayConfirm = roles.some((role) => role === 'leader' || role === 'administrator');
  return (
    <Panel title="Đồng hồ máy">
      <div className={styles.clock}>
        <StatusMark tone="due" strong>
          {`Có ${countWords(ahead)} ghi sau giờ máy hiện nay, đến ${timeWords(ahead.to)}`}
        </StatusMark>
        <p>
          Chưa thu, hoàn, chốt ca được trước giờ đó. Giờ máy đang sai thì chỉnh lại đồng hồ.
          {mayConfirm
            ? ' Giờ máy đang đúng thì xác nhận một lần rồi làm tiếp.'
            : ' Giờ máy đang đúng thì nhờ lãnh đạo hoặc quản trị mở trang này và xác nhận.'}
        </p>
        {mayConfirm && <Button onClick={() => setAsking(true)}>Giờ máy đang đúng</Button>}
      </div>
      {isAsking && <Question ahead={ahead} onClose={() => setAsking(false)} />}
    </Panel>
  );
}

function Question({ ahead, onClose }: { ahead: Ahead; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const said = useMutation(
    trpc.shifts.confirmClock.mutationOptions({
      onSuccess: onClose,
      onSettled: () => client.invalidateQueries({ queryKey: trpc.shifts.pathKey() }),
    }),
  );
  const { now, to } = ahead;
  return (
    <FormDialog
      title="Giờ máy đang đúng?"
      word="Đúng, ghi theo giờ này"
      pending={said.isPending}
      error={said.error}
      onSubmit={() => said.mutate({ today: now.slice(0, 10), to })}
      onClose={onClose}
    >
      <DateLines>
        <DateLine label="Giờ máy" at={now} />
        <DateLine label="Đã ghi tiền đến" at={to} />
        <DateNote>
          {`${countWords(ahead)} ghi sau giờ này giữ nguyên ngày giờ đã ghi. Từ nay tiền ghi theo giờ máy. Tên người xác nhận và giờ được ghi vào nhật ký.`}
        </DateNote>
      </DateLines>
    </FormDialog>
  );
}

/** "3 lượt tiền, 1 lần chốt ca". */
function countWords({ moves, demands, closings }: Ahead): string {
  const counts: [number, string][] = [
    [moves, 'lượt tiền'],
    [demands, 'khoản chưa thu'],
    [closings, 'lần chốt ca'],
  ];
  const told = counts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatInteger(count)} ${word}`);
  return told.length === 0 ? 'ca' : told.join(', ');
}

const timeWords = (at: string): string => `${formatHour(at)} ${formatDay(at)}`;
