import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatDay } from '../../../shared/format.ts';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { Page } from '../../components/Page.tsx';
import { PeriodDays } from '../../components/PeriodDays.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import { useKeys } from '../../keys.ts';
import { ShownProvider } from './CasesLink.tsx';
import { Figures } from './Figures.tsx';
import styles from './Leader.module.css';
import { mostYears, useLeaderPlace } from './leader-place.ts';
import { PeriodChoice } from './PeriodChoice.tsx';
import { PrintHead } from './PrintHead.tsx';
import { Qd766 } from './Qd766.tsx';
import { ScopeBar } from './ScopeBar.tsx';
import { LeaderSettingsProvider } from './use-leader-settings.ts';
import { useMoney } from './use-money.ts';
import { useSatisfaction } from './use-satisfaction.ts';

const tabs = [
  { value: 'figures', label: 'Chỉ số' },
  { value: 'qd766', label: 'Ước tính QĐ 766' },
] as const;

/** The page that a leader reads in two minutes; every number on it opens its cases. */
export function Leader() {
  if (useMayManage()) return <LeaderPage />;
  return (
    <Page title="Lãnh đạo">
      <EmptyState
        title="Chỉ lãnh đạo và quản trị xem được trang này"
        action={
          <Button component={Link} to="/bao-cao">
            Mở báo cáo
          </Button>
        }
      >
        Số liệu theo biểu mẫu ở trang Báo cáo, ai ngồi quầy cũng xem được.
      </EmptyState>
    </Page>
  );
}

function LeaderPage() {
  const trpc = useTRPC();
  const [place, go] = useLeaderPlace();
  const { period, scope, tab } = place;
  const settings = useQuery(trpc.leader.settings.queryOptions());
  const asked = useQuery({
    ...trpc.statistics.page.queryOptions({ period, scope }),
    placeholderData: keepPreviousData,
  });
  const page = asked.data;
  const satisfaction = useSatisfaction(period, page?.before, asked.isPlaceholderData);
  const money = useMoney(period, page?.before, asked.isPlaceholderData);
  // Answers and payments are not split by what the cases are.
  const isWhole = Object.keys(scope).length === 0;
  const workbook = useMutation(trpc.statistics.export.mutationOptions());
  useKeys({ print: () => window.print() });
  const failed = [settings, asked].find(({ isError, data }) => isError && data === undefined);
  return (
    <Page
      title="Lãnh đạo"
      tabs={
        <span className={styles.onScreen}>
          <Segmented label="Nội dung" value={tab} options={tabs} onChange={(next) => go({ tab: next })} />
        </span>
      }
      actions={
        <span className={styles.onScreen}>
          <PeriodChoice place={place} onGo={go} />
          <Button
            size="small"
            startIcon={<PrintOutlined />}
            endIcon={<Keycap name="print" />}
            aria-keyshortcuts="F8"
            onClick={() => window.print()}
          >
            In, lưu PDF
          </Button>
          {tab === 'figures' && (
            <ExportButton make={() => workbook.mutateAsync({ period, scope })}>Excel</ExportButton>
          )}
          <Button size="small" component={Link} to={`/bao-cao?tu=${period.from}&den=${period.to}`}>
            Báo cáo
          </Button>
        </span>
      }
      scroll
    >
      {settings.data && page ? (
        <LeaderSettingsProvider value={settings.data}>
          <ShownProvider value={{ period: page.period, scope: page.scope }}>
            <PrintHead
              title={tab === 'qd766' ? 'Ước tính điểm QĐ 766,' : 'Số liệu một cửa,'}
              period={page.period}
              scope={page.scope}
            />
            <ScopeBar scope={scope} points={settings.data.points} onChange={(next) => go({ scope: next })}>
              {place.name === 'own' && (
                <PeriodDays period={period} onChange={(own) => go({ name: 'own', period: own })} />
              )}
            </ScopeBar>
            {place.cutFrom !== null && (
              <p className={styles.cut}>
                <StatusMark tone="due">
                  Trang này xem nhiều nhất {mostYears} năm: chỉ tính từ {formatDay(period.from)}, không từ{' '}
                  {formatDay(place.cutFrom)}.
                </StatusMark>
              </p>
            )}
            {tab === 'qd766' ? (
              <Qd766 page={page} satisfaction={isWhole ? satisfaction.value : null} />
            ) : (
              <Figures
                page={page}
                satisfaction={isWhole ? satisfaction : null}
                money={isWhole ? money : null}
                split={place.split}
                onSplit={(split) => go({ split })}
              />
            )}
          </ShownProvider>
        </LeaderSettingsProvider>
      ) : (
        failed && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      )}
    </Page>
  );
}
