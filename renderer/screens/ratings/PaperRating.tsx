import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { PaperForm } from './PaperForm.tsx';

/** Answers on paper, typed in one after another. What was typed in before is not shown here. */
export function PaperRating() {
  const trpc = useTRPC();
  const setup = useQuery(trpc.setup.rating.queryOptions());
  return (
    <Page
      title="Nhập phiếu đánh giá giấy"
      sub="gõ số của mức, Enter sang ô sau, Ctrl ↵ lưu; phiếu đã lưu không xem lại được ở đây"
      scroll
    >
      {setup.data ? (
        <PaperForm setup={setup.data} />
      ) : setup.isError ? (
        <ErrorState error={setup.error} onRetry={() => void setup.refetch()} />
      ) : null}
    </Page>
  );
}
