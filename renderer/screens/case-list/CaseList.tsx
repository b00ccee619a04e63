import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { ReceiveButton } from '../../components/ReceiveButton.tsx';
import { type ListState, readListState, writeListState } from '../../list-state.ts';
import styles from './CaseList.module.css';
import { CaseTable } from './CaseTable.tsx';
import { FilterBar } from './FilterBar.tsx';
import { ViewTabs } from './ViewTabs.tsx';

const pageSize = 100;

/** Every case, in views, filters and pages; all of it in the address, so that a figure can link to its cases. */
export function CaseList() {
  const trpc = useTRPC();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const state = readListState(params);
  const cursors = useCursors();
  const cursor = cursors.at(-1) ?? null;
  const { view, filter, sort, direction } = state;
  const page = useQuery({
    ...trpc.cases.list.queryOptions({ view, filter, sort, direction, cursor, limit: pageSize }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const show = (next: Partial<ListState>) =>
    void navigate({ search: `?${writeListState({ ...state, ...next })}` }, { replace: true });
  const turn = (next: string[]) => void navigate({ search: `?${params}` }, { state: { cursors: next } });
  return (
    <Page title="Hồ sơ" tabs={<ViewTabs view={view} />}>
      <FilterBar filter={filter} onChange={(next) => show({ filter: next })} actions={<ReceiveButton />} />
      <section className={styles.card} aria-label="Danh sách hồ sơ">
        {page.isError && page.data === undefined ? (
          <ErrorState error={page.error} onRetry={() => void page.refetch()} />
        ) : (
          <CaseTable
            key={`${params} ${cursor}`}
            state={state}
            page={page.data}
            isStale={page.isPlaceholderData}
            firstRow={cursors.length * pageSize + 1}
            onSort={show}
            {...(cursors.length > 0 && { onPrevious: () => turn(cursors.slice(0, -1)) })}
            {...(page.data?.nextCursor && { onNext: () => turn([...cursors, page.data.nextCursor ?? '']) })}
          />
        )}
      </section>
    </Page>
  );
}

/** Cursors of the pages turned so far. They live in the history entry, so that going back finds the same page. */
function useCursors(): string[] {
  const state: unknown = useLocation().state;
  if (typeof state !== 'object' || state === null || !('cursors' in state)) return [];
  return Array.isArray(state.cursors) ? state.cursors.filter((cursor) => typeof cursor === 'string') : [];
}
