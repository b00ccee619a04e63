import AddOutlined from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useOfficeNow } from '../../session.tsx';
import { ThingDialog } from './ThingDialog.tsx';
import styles from './Things.module.css';
import type { Thing, ThingRow } from './things.tsx';

interface ThingPanelProps<Row extends ThingRow> {
  thing: Thing<Row>;
  /** What stands first. */
  compare?: (a: Row, b: Row, today: string) => number;
  /** Beside the number of rows. */
  note?: (rows: readonly Row[]) => string;
  /** A last cell, such as a sheet to print. */
  act?: (row: Row) => ReactNode;
}

/** A table of plain rows; the first cell opens the form. */
export function ThingPanel<Row extends ThingRow>(props: ThingPanelProps<Row>) {
  const { thing, compare, note, act } = props;
  const trpc = useTRPC();
  const today = useOfficeNow().slice(0, 10);
  const [opened, setOpened] = useState<{ row: Row | null } | null>(null);
  const teams = useQuery(trpc.digital.teams.list.queryOptions()).data ?? [];
  const asked = useThings(thing);
  const rows = (asked.data ?? []).toSorted((a, b) => compare?.(a, b, today) ?? 0);
  const teamName = (teamId: string | null) => teams.find(({ id }) => id === teamId)?.name ?? '';
  return (
    <Panel
      title={thing.title}
      note={rows.length > 0 && `${formatInteger(rows.length)}${note ? ` · ${note(rows)}` : ''}`}
      flush
      actions={
        <Button size="small" startIcon={<AddOutlined />} onClick={() => setOpened({ row: null })}>
          Thêm
        </Button>
      }
    >
      {asked.isError && asked.data === undefined ? (
        <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
      ) : rows.length === 0 ? (
        asked.data && <EmptyState title="Chưa có dòng nào">{thing.empty}</EmptyState>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.things}>
            <caption className="hidden">{thing.title}</caption>
            <thead>
              <tr>
                {thing.columns.map(({ head, isNumber }) => (
                  <th key={head} scope="col" data-number={isNumber || undefined}>
                    {head}
                  </th>
                ))}
                {act && (
                  <td>
                    <span className="hidden">Việc</span>
                  </td>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  {thing.columns.map(({ head, cell, isNumber }, index) => (
                    <td key={head} data-number={isNumber || undefined}>
                      {index === 1 ? (
                        <button type="button" onClick={() => setOpened({ row })}>
                          {cell(row, { today, teamName })}
                        </button>
                      ) : (
                        cell(row, { today, teamName })
                      )}
                    </td>
                  ))}
                  {act && <td data-act="">{act(row)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {opened && <ThingDialog thing={thing} row={opened.row} onClose={() => setOpened(null)} />}
    </Panel>
  );
}

/** The rows of a kind. */
export function useThings<Row extends ThingRow>(thing: Thing<Row>) {
  const trpc = useTRPC();
  return useQuery({ queryKey: [...trpc.digital.pathKey(), 'things', thing.key], queryFn: thing.list });
}
