import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { useOfficeNow, useSession } from '../../session.tsx';
import { PeriodFields } from './PeriodFields.tsx';
import { Report } from './Report.tsx';
import { type Period, periodWords, useRatingPlace } from './rating-period.ts';
import { Tt01 } from './Tt01.tsx';

const tabs = [
  { value: 'marks', label: 'Mức độ hài lòng' },
  { value: 'tt01', label: 'TT 01/2018' },
] as const;

/** Satisfaction, for leaders alone. */
export function Ratings() {
  const { person } = useSession();
  const today = useOfficeNow().slice(0, 10);
  const [place, go] = useRatingPlace(today);
  if (!person?.roles.includes('leader')) {
    return (
      <Page title="Đánh giá">
        <EmptyState
          title="Chỉ lãnh đạo xem được kết quả đánh giá"
          action={
            <Button component={Link} to="/danh-gia/nhap-phieu">
              Nhập phiếu giấy
            </Button>
          }
        >
          Người trả lời được giữ kín, cả với cán bộ tại quầy (NĐ 118/2025/NĐ-CP, Điều 29.3).
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title="Đánh giá"
      tabs={<Segmented label="Nội dung" value={place.tab} options={tabs} onChange={(tab) => go({ tab })} />}
      sub={place.name !== 'own' && periodWords(place)}
      actions={
        <>
          <PeriodFields place={place} today={today} onGo={go} />
          <Button component={Link} to="/danh-gia/nhap-phieu">
            Nhập phiếu giấy
          </Button>
        </>
      }
      scroll
    >
      {place.tab === 'marks' ? (
        <Marks from={place.from} to={place.to} />
      ) : (
        <Tt01 from={place.from} to={place.to} />
      )}
    </Page>
  );
}

function Marks({ from, to }: Period) {
  const trpc = useTRPC();
  const report = useQuery({
    ...trpc.ratings.report.queryOptions({ from, to }),
    placeholderData: keepPreviousData,
  });
  const comments = useQuery({
    ...trpc.ratings.comments.queryOptions({ from, to }),
    placeholderData: keepPreviousData,
  });
  if (report.isError && report.data === undefined)
    return <ErrorState error={report.error} onRetry={() => void report.refetch()} />;
  if (report.data === undefined) return null;
  return <Report report={report.data} comments={comments.data ?? []} />;
}
