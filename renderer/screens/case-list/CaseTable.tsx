import { DataGrid, type GridRowSelectionModel, useGridApiRef } from '@mui/x-data-grid';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { CasePage } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { cspNonce } from '../../csp-nonce.ts';
import { useKeys } from '../../keys.ts';
import type { ListState } from '../../list-state.ts';
import { useOfficeNow, useSession } from '../../session.tsx';
import styles from './CaseList.module.css';
import { caseColumns } from './case-columns.tsx';
import { filterChips } from './filter-chips.ts';
import { ListEmpty } from './ListEmpty.tsx';
import { TableFoot } from './TableFoot.tsx';
import { useChipNames } from './use-chip-names.ts';
import { useColumnWidths } from './use-column-widths.ts';
import { useLate } from './use-late.ts';
import { useNarrow } from './use-narrow.ts';

interface CaseTableProps {
  state: ListState;
  /** Undefined while the first page is read. */
  page: CasePage | undefined;
  /** The rows shown belong to the question before. */
  isStale: boolean;
  firstRow: number;
  onSort: (order: Pick<ListState, 'sort' | 'direction'>) => void;
  onPrevious?: () => void;
  onNext?: () => void;
}

/** Which line was opened from which place in the history, so that going back stands on it again. */
const openedRows = new Map<string, number>();

const nothing: GridRowSelectionModel = { type: 'include', ids: new Set() };

/** One page of cases. ↑↓ move, Enter opens, Space marks; the foot acts on what is marked. */
export function CaseTable({ state, page, isStale, firstRow, onSort, onPrevious, onNext }: CaseTableProps) {
  const navigate = useNavigate();
  const { key: place } = useLocation();
  const session = useSession();
  const now = useOfficeNow();
  const grid = useGridApiRef();
  const names = useChipNames();
  const [marked, setMarked] = useState(nothing);
  const [widths, rememberWidth] = useColumnWidths('case-list');
  const isNarrow = useNarrow();
  const isWaiting = useLate(page === undefined || isStale);
  const rows = page?.rows ?? [];
  const exporting = useMutation(useTRPC().exports.cases.mutationOptions());
  const exportList = () => {
    const { view, filter, sort, direction } = state;
    const columns = (grid.current?.getVisibleColumns() ?? []).map(({ field }) => field);
    const conditions = filterChips(filter, names).map(({ name, value }) => `${name}: ${value}`);
    return exporting.mutateAsync({ view, filter, sort, direction, columns, conditions });
  };
  const chosen = rows.filter(({ id }) => marked.ids.has(id));
  useKeys(chosen.length > 0 ? { back: () => setMarked(nothing) } : {});

  const open = (id: number) => {
    openedRows.set(place, id);
    void navigate(`/ho-so/${id}`);
  };

  // The keyboard stands on the line it came from or the first one, unless somebody is typing elsewhere.
  const startId = rows.find(({ id }) => id === openedRows.get(place))?.id ?? rows[0]?.id;
  useEffect(() => {
    if (startId === undefined || (document.activeElement ?? document.body) !== document.body) return;
    grid.current?.setCellFocus(startId, 'caseCode');
    grid.current?.scrollToIndexes({ rowIndex: grid.current.getRowIndexRelativeToVisibleRows(startId) });
  }, [startId, grid]);

  return (
    <>
      <div className={styles.table}>
        <DataGrid
          apiRef={grid}
          aria-label="Hồ sơ"
          rows={rows}
          columns={caseColumns({ session, now, widths })}
          columnVisibilityModel={{ receivedAt: !isNarrow, holder: !isNarrow }}
          rowHeight={40}
          columnHeaderHeight={40}
          checkboxSelection
          disableRowSelectionOnClick
          disableRowSelectionExcludeModel
          rowSelectionModel={marked}
          onRowSelectionModelChange={setMarked}
          sortingMode="server"
          sortingOrder={['asc', 'desc']}
          sortModel={[{ field: state.sort, sort: state.direction }]}
          onSortModelChange={([order]) => {
            const field = order?.field;
            if (
              field === 'caseCode' ||
              field === 'applicantName' ||
              field === 'receivedAt' ||
              field === 'dueAt'
            ) {
              onSort({ sort: field, direction: order?.sort ?? 'asc' });
            }
          }}
          disableColumnMenu
          disableColumnFilter
          disableColumnSelector
          hideFooter
          loading={isWaiting}
          onRowClick={({ row }) => open(row.id)}
          onCellKeyDown={({ row, field }, event) => {
            if (event.key === 'Enter' && field !== '__check__') open(row.id);
          }}
          onColumnWidthChange={({ colDef, width }) => rememberWidth(colDef.field, width)}
          slots={{ noRowsOverlay: page === undefined ? Nothing : ListEmpty }}
          slotProps={{ loadingOverlay: { variant: 'skeleton', noRowsVariant: 'skeleton' } }}
          {...(cspNonce && { nonce: cspNonce })}
        />
      </div>
      <TableFoot
        total={page?.total}
        firstRow={firstRow}
        shown={rows.length}
        chosen={chosen}
        onlyUnprinted={state.filter.unprinted === true}
        exportList={exportList}
        onClear={() => setMarked(nothing)}
        onPrevious={onPrevious}
        onNext={onNext}
      />
    </>
  );
}

function Nothing() {
  return null;
}
