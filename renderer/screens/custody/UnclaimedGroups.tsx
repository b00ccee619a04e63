import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatDayMonthPadded, formatShortTime } from '../../../shared/format.ts';
import { noticeChannelLabels } from '../../../shared/labels.ts';
import { refusalWords } from '../../../shared/refusal-words.ts';
import type { UnclaimedGroup, UnclaimedRow } from '../../../shared/views-counter.ts';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { Panel } from '../../components/Panel.tsx';
import styles from './Custody.module.css';
import { Phone } from './Phone.tsx';
import { useCustodyAct } from './use-custody-act.ts';

type Asked = { kind: 'call' | 'setAside'; row: UnclaimedRow } | null;

/** Results that wait for their citizens, by how long; each stands in one group. */
export function UnclaimedGroups({ groups }: { groups: UnclaimedGroup[] }) {
  const [asked, setAsked] = useState<Asked>(null);
  const filled = groups.filter(({ count }) => count > 0);
  const patience = groups.at(-2)?.overDays ?? 0;
  if (filled.length === 0) {
    return (
      <EmptyState icon={<TaskAltOutlined />} title="Không có kết quả nào chờ nhận">
        Hồ sơ giải quyết xong mà người dân chưa đến nhận hiện ở đây.
      </EmptyState>
    );
  }
  return (
    <>
      {filled.map(({ overDays, count, rows }) => (
        <Panel
          key={overDays}
          title={overDays > 0 ? `Quá ${overDays} ngày` : `Trong ${patience} ngày`}
          note={
            rows.length < count
              ? `${formatInteger(rows.length)} trong ${formatInteger(count)} hồ sơ`
              : `${formatInteger(count)} hồ sơ`
          }
          flush
        >
          <table className={styles.table}>
            <tbody>
              {rows.map((row) => (
                <Line key={row.id} row={row} onAsk={(kind) => setAsked({ kind, row })} />
              ))}
            </tbody>
          </table>
        </Panel>
      ))}
      {asked?.kind === 'call' && <Call row={asked.row} onClose={() => setAsked(null)} />}
      {asked?.kind === 'setAside' && <SetAside row={asked.row} onClose={() => setAsked(null)} />}
    </>
  );
}

function Line({ row, onAsk }: { row: UnclaimedRow; onAsk: (kind: 'call' | 'setAside') => void }) {
  const { refusal } = row;
  const why = refusal ? refusalWords({ act: 'setAside', status: row.status, refusal }) : undefined;
  return (
    <tr>
      <td>
        <b>{row.applicantName}</b>
        <small>
          <MuiLink component={Link} to={`/ho-so/${row.id}`}>
            {row.caseCode}
          </MuiLink>{' '}
          {row.procedureShortName}
        </small>
      </td>
      <td className={styles.days}>
        {row.days === 0 ? 'xong hôm nay' : `chờ ${formatInteger(row.days)} ngày`}
        {row.endedAt && <small>từ {formatDayMonthPadded(row.endedAt)}</small>}
      </td>
      <td className={styles.phoneCell}>
        <Phone number={row.phone} />
      </td>
      <td>
        {contactWords(row).map((words) => (
          <small key={words}>{words}</small>
        ))}
      </td>
      <td className={styles.acts}>
        <Button size="small" onClick={() => onAsk('call')}>
          Đã gọi
        </Button>
        <Button size="small" disabled={refusal !== null} title={why} onClick={() => onAsk('setAside')}>
          Cất
        </Button>
        <Button size="small" component={Link} to={`/ho-so/${row.id}`}>
          Trả kết quả
        </Button>
      </td>
    </tr>
  );
}

/** When the citizen was last reached, and where the result lies. */
function contactWords({ lastCall, lastNotice, lastVisitAt, setAside }: UnclaimedRow): string[] {
  return [
    lastCall &&
      `Gọi ${formatShortTime(lastCall.at)}, ${lastCall.by.name}${lastCall.note ? `: ${lastCall.note}` : ''}`,
    lastNotice &&
      `Báo ${noticeChannelLabels[lastNotice.channel]} ${formatShortTime(lastNotice.at)}, ${lastNotice.personName}`,
    lastVisitAt && `Đến ${formatShortTime(lastVisitAt)}`,
    setAside && `Cất ở ${setAside.place}`,
    !lastCall && !lastNotice && !lastVisitAt && 'Chưa báo lần nào',
  ].filter((words) => typeof words === 'string');
}

/** A call is noted beside the case; it is no visit. */
function Call({ row, onClose }: { row: UnclaimedRow; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const called = useMutation(
    trpc.custody.called.mutationOptions({
      onSuccess: async () => {
        onClose();
        await client.invalidateQueries({ queryKey: trpc.custody.pathKey() });
      },
    }),
  );
  return (
    <FormDialog
      title={`Đã gọi cho ${row.applicantName}`}
      word="Ghi"
      pending={called.isPending}
      error={called.error}
      onSubmit={() => called.mutate({ id: row.id, note })}
      onClose={onClose}
    >
      <LabelledField label="Người dân nói gì" value={note} onChange={setNote} placeholder="vd. hẹn thứ Sáu" />
    </FormDialog>
  );
}

function SetAside({ row, onClose }: { row: UnclaimedRow; onClose: () => void }) {
  const act = useCustodyAct();
  const [place, setPlace] = useState('');
  const [note, setNote] = useState('');
  const { id, version } = row;
  return (
    <FormDialog
      title="Cất kết quả chưa nhận"
      word="Cất"
      pending={act.pending}
      error={act.error}
      disabled={place.trim() === ''}
      onSubmit={() => void act.run({ id, version, act: { kind: 'setAside', place, note } }, onClose)}
      onClose={onClose}
    >
      <LabelledField
        label="Cất ở đâu"
        value={place}
        onChange={setPlace}
        hint="Kết quả vẫn trả được bất cứ lúc nào"
      />
      <LabelledField label="Ghi chú" value={note} onChange={setNote} />
    </FormDialog>
  );
}
