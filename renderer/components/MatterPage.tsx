import Button from '@mui/material/Button';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useKeys } from '../keys.ts';
import { EmptyState } from './EmptyState.tsx';
import { ErrorState } from './ErrorNotice.tsx';
import { Keycap } from './Keycap.tsx';
import { type Owed, OwedMark } from './OwedMark.tsx';
import { Page } from './Page.tsx';
import panes from './Panes.module.css';
import { Segmented } from './Segmented.tsx';

export type MatterView = 'open' | 'ended';

/** Which list the address asks for. */
export function useMatterView(): MatterView {
  return useSearchParams()[0].get('xem') === 'xong' ? 'ended' : 'open';
}

interface MatterPageProps<Row> {
  title: string;
  /** Address of the page: `/phan-anh`. */
  path: string;
  rows: UseQueryResult<Row[], unknown>;
  listLabel: string;
  /** What one row says beside its mark: first its name, then lines of its own. */
  nameOf: (row: Row) => ReactNode;
  linesOf: (row: Row) => ReactNode;
  icon: ReactNode;
  /** The word and the picture of writing one down. */
  entry: { word: string; icon: ReactNode };
  /** The key of the page writes one down also while another is shown: nothing that may be done with that one has the key. */
  entryKeepsKey?: boolean;
  startsEntering?: boolean;
  emptyWords: Record<MatterView, string>;
  /** What the page is for, where there is nothing yet. */
  children: ReactNode;
  detailOf: (id: number, onActed: () => void) => ReactNode;
  entryForm: (onEntered: (id: number) => void, onClose: () => void) => ReactNode;
}

/** What the office was told and owes an answer to: the list by what is owed next, beside it the one that is chosen. */
export function MatterPage<Row extends Owed & { id: number }>(props: MatterPageProps<Row>) {
  const { title, path, rows, icon, entry, entryKeepsKey = false, emptyWords, detailOf, entryForm } = props;
  const go = useNavigate();
  const view = useMatterView();
  const search = view === 'ended' ? '?xem=xong' : '';
  const chosen = Number(useParams().id) || null;
  const shown = chosen ?? rows.data?.[0]?.id ?? null;
  const [isEntering, setEntering] = useState(props.startsEntering ?? false);
  const hasKey = entryKeepsKey || shown === null;
  useKeys(hasKey ? { primary: () => setEntering(true) } : {});
  return (
    <Page
      title={title}
      tabs={
        <Segmented<MatterView>
          label="Xem"
          value={view}
          options={[
            { value: 'open', label: 'Đang xử lý' },
            { value: 'ended', label: 'Đã xong' },
          ]}
          onChange={(next) => void go(`${path}${next === 'ended' ? '?xem=xong' : ''}`, { replace: true })}
        />
      }
      actions={
        <Button
          // The accent is for the next act of the one that is shown.
          variant={shown === null ? 'contained' : 'outlined'}
          color={shown === null ? 'primary' : 'inherit'}
          startIcon={entry.icon}
          endIcon={hasKey && <Keycap name="primary" />}
          onClick={() => setEntering(true)}
        >
          {entry.word}
        </Button>
      }
    >
      {rows.data === undefined ? (
        rows.isError && <ErrorState error={rows.error} onRetry={() => void rows.refetch()} />
      ) : rows.data.length === 0 && chosen === null ? (
        <EmptyState icon={icon} title={emptyWords[view]}>
          {props.children}
        </EmptyState>
      ) : (
        <div className={panes.panes}>
          <nav className={panes.list} aria-label={props.listLabel}>
            {rows.data.length === 0 && <p className={panes.empty}>{emptyWords[view]}.</p>}
            {rows.data.map((row) => (
              <Link
                key={row.id}
                className={panes.row}
                to={`${path}/${row.id}${search}`}
                aria-current={row.id === shown}
              >
                <b className="cut">{props.nameOf(row)}</b>
                <OwedMark owed={row} />
                {props.linesOf(row)}
              </Link>
            ))}
          </nav>
          {shown !== null &&
            // What was acted on stays in sight, though it leaves the list.
            detailOf(shown, () => void go(`${path}/${shown}${search}`, { replace: true }))}
        </div>
      )}
      {isEntering &&
        entryForm(
          (id) => {
            setEntering(false);
            void go(`${path}/${id}`);
          },
          () => setEntering(false),
        )}
    </Page>
  );
}
