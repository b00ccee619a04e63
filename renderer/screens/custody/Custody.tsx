import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { HeldTable } from './HeldTable.tsx';
import { UnclaimedGroups } from './UnclaimedGroups.tsx';

type Tab = 'originals' | 'results';

/** What the office keeps for citizens: their originals, and results that nobody has collected. */
export function Custody() {
  const trpc = useTRPC();
  const [params, setParams] = useSearchParams();
  const tab: Tab = params.get('muc') === 'ket-qua' ? 'results' : 'originals';
  const held = useQuery(trpc.custody.originals.queryOptions());
  const groups = useQuery(trpc.custody.unclaimed.queryOptions());
  const waiting = groups.data?.reduce((sum, { count }) => sum + count, 0);
  const asked = tab === 'originals' ? held : groups;
  const counted = (words: string, count: number | undefined) =>
    count === undefined ? words : `${words} ${formatInteger(count)}`;
  return (
    <Page
      title="Lưu giữ"
      scroll
      tabs={
        <Segmented<Tab>
          label="Đang giữ gì"
          value={tab}
          options={[
            { value: 'originals', label: counted('Bản chính đang giữ', held.data?.cases) },
            { value: 'results', label: counted('Kết quả chưa nhận', waiting) },
          ]}
          onChange={(next) => setParams(next === 'results' ? { muc: 'ket-qua' } : {}, { replace: true })}
        />
      }
    >
      {asked.isError && <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />}
      {tab === 'originals' && held.data && <HeldTable held={held.data} />}
      {tab === 'results' && groups.data && <UnclaimedGroups groups={groups.data} />}
    </Page>
  );
}
