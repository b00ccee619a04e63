import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { assistanceLevelLabels } from '../../../shared/digital-words.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatDayMonthPadded, formatHour } from '../../../shared/format.ts';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { campaignPath } from './campaign-paths.ts';
import { lastDigits } from './last-digits.ts';
import styles from './Tally.module.css';
import { useInvalidateDigital } from './use-invalidate-digital.ts';

/** What the team logged on the day, the latest first; a wrong one is taken out here. */
export function TallyLast(props: { campaignId: string; teamId: string; day: string; isToday: boolean }) {
  const { campaignId, teamId, day, isToday } = props;
  const trpc = useTRPC();
  const invalidate = useInvalidateDigital();
  const asked = useQuery(
    trpc.digital.campaign.entries.queryOptions({ id: campaignId, day, teamId, limit: 30 }),
  );
  const removing = useMutation(trpc.digital.campaign.remove.mutationOptions({ onSettled: invalidate }));
  const rows = asked.data?.rows ?? [];
  return (
    <Panel
      title={isToday ? 'Hôm nay' : `Ngày ${formatDayMonthPadded(day)}`}
      note={asked.data && `${formatInteger(asked.data.count)} lượt của tổ`}
      fill
      flush
      actions={
        <Button component={Link} to={campaignPath(campaignId)} size="small" variant="text">
          Về đợt
        </Button>
      }
    >
      {removing.isError && <ErrorNotice error={removing.error} />}
      {asked.data && rows.length === 0 && (
        <EmptyState title="Chưa ghi lượt nào">Lượt vừa ghi hiện ở đây, ghi nhầm thì bỏ.</EmptyState>
      )}
      <ul className={styles.last}>
        {rows.map(({ id, name, area, topicLabel, level, at }, index) => (
          <li key={id}>
            <span>
              <b className="cut">{name || nameless(id, (asked.data?.count ?? 0) - index, area)}</b>
              <small>
                {formatHour(at)}, {topicLabel}, {assistanceLevelLabels[level].toLowerCase()}
              </small>
            </span>
            <IconButton
              aria-label={`Bỏ lượt ${topicLabel} lúc ${formatHour(at)} của ${name || (lastDigits(id) ?? 'người không ghi tên')}`}
              disabled={removing.isPending}
              onClick={() => removing.mutate({ id })}
            >
              <DeleteOutlined />
            </IconButton>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** "Lượt 12, số …187, Tiểu khu 3": what tells one from the other where no names are kept. */
const nameless = (id: string, number: number, area: string): string => {
  const digits = lastDigits(id);
  return [`Lượt ${formatInteger(number)}`, digits && `số ${digits}`, area].filter(Boolean).join(', ');
};
