import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { assistanceLevelLabels } from '../../../shared/digital-words.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatShortTime } from '../../../shared/format.ts';
import type { CampaignEntryRow, CampaignPerson } from '../../../shared/views-campaign.ts';
import { api, useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { type CampaignCounted, campaignPath, readCampaignCounted } from './campaign-paths.ts';
import styles from './Digital.module.css';
import { cardPath } from './digital-paths.ts';

type Row = { kind: 'person'; person: CampaignPerson } | { kind: 'entry'; entry: CampaignEntryRow };

const titles = { people: 'Người của đợt', repeated: 'Người gặp nhiều tổ', entries: 'Lượt của đợt' } as const;

/** Exactly what a number of a campaign counts. */
export function CampaignList() {
  const trpc = useTRPC();
  const [params] = useSearchParams();
  const counted = readCampaignCounted(params);
  const pages = useInfiniteQuery({
    queryKey: [...trpc.digital.pathKey(), 'campaign', counted],
    queryFn: ({ pageParam }) => ask(counted, pageParam),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const read = all.reduce((sum, { rows }) => sum + rows.length, 0);
      return read < last.count ? read : undefined;
    },
    enabled: counted !== undefined,
  });
  if (counted === undefined)
    return <EmptyState title="Địa chỉ không rõ">Mở lại danh sách từ một con số của đợt.</EmptyState>;
  if (pages.data === undefined)
    return pages.isError ? <ErrorState error={pages.error} onRetry={() => void pages.refetch()} /> : null;
  const rows = pages.data.pages.flatMap((page) => page.rows);
  return (
    <Panel
      title={titles[counted.kind]}
      note={formatInteger(pages.data.pages[0]?.count ?? 0)}
      actions={
        <Button component={Link} to={campaignPath(counted.id)} size="small" variant="text">
          Về đợt
        </Button>
      }
      flush
    >
      {rows.length === 0 && <EmptyState title="Không có ai ở đây">Con số của danh sách này là 0.</EmptyState>}
      <ul className={styles.rows}>
        {rows.map((row) => (
          <RowItem key={row.kind === 'entry' ? row.entry.id : personKey(row.person)} row={row} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <div className={styles.more}>
          <Button size="small" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
            Xem thêm
          </Button>
        </div>
      )}
    </Panel>
  );
}

async function ask(
  counted: CampaignCounted | undefined,
  from: number,
): Promise<{ rows: Row[]; count: number }> {
  if (counted === undefined) return { rows: [], count: 0 };
  const { id, day } = counted;
  if (counted.kind === 'entries') {
    const { teamId, topic } = counted;
    const { rows, count } = await api.digital.campaign.entries.query({ id, day, teamId, topic, from });
    return { rows: rows.map((entry) => ({ kind: 'entry', entry })), count };
  }
  const onlyRepeated = counted.kind === 'repeated';
  const { rows, count } = await api.digital.campaign.people.query({ id, day, onlyRepeated, from });
  return { rows: rows.map((person) => ({ kind: 'person', person })), count };
}

const personKey = ({ personId, name, birthYear, area, teams }: CampaignPerson): string =>
  personId === null ? [name, birthYear, area, ...teams].join(' ') : String(personId);

function RowItem({ row }: { row: Row }) {
  if (row.kind === 'entry') {
    const { entry } = row;
    return (
      <li>
        <div>
          <b className="cut">{entry.name || 'Không ghi tên'}</b>
          <span>{entry.topicLabel}</span>
          <small className="cut">{[entry.birthYear, entry.area].filter(Boolean).join(' · ')}</small>
          <small>
            {entry.teamName}, {assistanceLevelLabels[entry.level].toLowerCase()}, {formatShortTime(entry.at)}
          </small>
        </div>
      </li>
    );
  }
  const { personId, name, birthYear, area, helps, teams } = row.person;
  const cells: ReactNode = (
    <>
      <b className="cut">{name || 'Không ghi tên'}</b>
      <span>{formatInteger(helps)} lượt</span>
      <small className="cut">{[birthYear, area].filter(Boolean).join(' · ')}</small>
      <small>{teams.join(', ')}</small>
    </>
  );
  return <li>{personId === null ? <div>{cells}</div> : <Link to={cardPath(personId)}>{cells}</Link>}</li>;
}
