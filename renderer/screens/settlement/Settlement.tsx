import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { Figures } from './Figures.tsx';
import { MoneyTable } from './MoneyTable.tsx';
import { Parts } from './Parts.tsx';
import { PeriodBar } from './PeriodBar.tsx';
import styles from './Settlement.module.css';
import { pathOf, type SettlementPlace, usePlace } from './settlement-place.ts';
import { UnpaidTable } from './UnpaidTable.tsx';

/** The money of a month for its settlement (NĐ 118 Đ12.9), and what is still to be paid. Every number opens its lines. */
export function Settlement() {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const place = usePlace();
  const { tab, period } = place;
  const go = (part: Partial<SettlementPlace>) =>
    void navigate(pathOf({ ...place, ...part }), { replace: true });
  const summary = useQuery({
    ...trpc.settlement.summary.queryOptions({ period }),
    placeholderData: keepPreviousData,
  });
  const waiting = summary.data?.unpaid.count;
  return (
    <Page
      title="Thu phí"
      tabs={
        <Segmented
          label="Tiền nào"
          value={tab}
          options={[
            { value: 'money', label: 'Sổ thu' },
            {
              value: 'unpaid',
              label: waiting === undefined ? 'Chưa thu' : `Chưa thu ${formatInteger(waiting)}`,
            },
          ]}
          onChange={(next) => go({ tab: next })}
        />
      }
      actions={tab === 'money' && <PeriodBar period={period} onChange={(next) => go({ period: next })} />}
    >
      {summary.isError && summary.data === undefined && (
        <ErrorState error={summary.error} onRetry={() => void summary.refetch()} />
      )}
      {tab === 'unpaid' && <UnpaidTable />}
      {tab === 'money' && summary.data && (
        <>
          <Figures place={place} settlement={summary.data} />
          <div className={styles.columns}>
            {summary.data.byProcedure.length > 0 && <Parts place={place} settlement={summary.data} />}
            <MoneyTable key={pathOf(place)} place={place} settlement={summary.data} />
          </div>
        </>
      )}
    </Page>
  );
}
