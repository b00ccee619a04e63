import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { assistanceLevelLabels } from '../../../shared/digital-words.ts';
import { formatDay } from '../../../shared/format.ts';
import { api, useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Panel } from '../../components/Panel.tsx';
import styles from './Digital.module.css';
import { type Counted, cardPath, digitalPath, readCounted } from './digital-paths.ts';
import { helpWords } from './digital-words.ts';
import { PeopleRows } from './PeopleRows.tsx';
import { useDigitalSetup } from './use-digital-setup.ts';

/** Exactly what a number of the page counts: people, or lượt. */
export function CountedList() {
  const [params] = useSearchParams();
  const counted = readCounted(params);
  const words = useWords(counted);
  const empty = <EmptyState title="Không có ai ở đây">Con số của danh sách này là 0.</EmptyState>;
  const back = (
    <Button component={Link} to={digitalPath} size="small" variant="text">
      Về Hỗ trợ số
    </Button>
  );
  if (counted === undefined)
    return (
      <EmptyState title="Địa chỉ không rõ" action={back}>
        Mở lại danh sách từ một con số của trang Hỗ trợ số.
      </EmptyState>
    );
  return (
    <Panel title={words.title} note={words.note} actions={back} flush>
      {counted.kind === 'helps' ? (
        <HelpRows counted={counted} />
      ) : (
        <PeopleRows key={params.toString()} counted={counted} empty={empty} />
      )}
    </Panel>
  );
}

function useWords(counted: Counted | undefined): { title: string; note: string } {
  const setup = useDigitalSetup();
  if (counted === undefined) return { title: '', note: '' };
  const { from, to } = counted.period;
  const days = from === to ? formatDay(to) : `${formatDay(from)} – ${formatDay(to)}`;
  if (counted.kind === 'helped') return { title: 'Người được giúp', note: days };
  if (counted.kind === 'helps') {
    const level = counted.level && `: ${assistanceLevelLabels[counted.level].toLowerCase()}`;
    return { title: `Lượt giúp${level ?? ''}`, note: days };
  }
  const { state, measure, area } = counted;
  const label =
    measure === 'complete'
      ? 'đủ tiêu chí'
      : (setup?.criteria.find(({ id }) => id === measure)?.label ??
        setup?.funnel.find(({ id }) => `step:${id}` === measure)?.label ??
        '');
  const title = {
    all: 'Người có thẻ',
    reached: `Đã đạt: ${label}`,
    within: `Đạt trong kỳ: ${label}`,
    lacking: `Còn thiếu: ${label}`,
  }[state];
  const note = state === 'within' ? days : `đến ${formatDay(to)}`;
  return { title, note: area === null ? note : `${note} · ${area || 'chưa rõ địa bàn'}` };
}

type After = { key: string; id: string } | null;

function HelpRows({ counted }: { counted: Extract<Counted, { kind: 'helps' }> }) {
  const trpc = useTRPC();
  const setup = useDigitalSetup();
  const { period, level, teamId, topic = null } = counted;
  const pages = useInfiniteQuery({
    queryKey: [...trpc.digital.pathKey(), 'helps', counted],
    queryFn: ({ pageParam }) => api.digital.helps.query({ period, level, teamId, topic, after: pageParam }),
    initialPageParam: null as After,
    getNextPageParam: (last) => last.next,
  });
  if (pages.data === undefined)
    return pages.isError ? <ErrorState error={pages.error} onRetry={() => void pages.refetch()} /> : null;
  const rows = pages.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0)
    return <EmptyState title="Không có lượt nào ở đây">Con số của danh sách này là 0.</EmptyState>;
  return (
    <>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={cardPath(row.personId)}>
              <b className="cut">{row.personName || 'Không ghi tên'}</b>
              <span>{setup?.topics.find(({ id }) => id === row.topic)?.label ?? row.topic}</span>
              <small className="cut">{helpWords(row)}</small>
              <small>{row.teamName ?? row.area}</small>
            </Link>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <div className={styles.more}>
          <Button size="small" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
            Xem thêm
          </Button>
        </div>
      )}
    </>
  );
}
