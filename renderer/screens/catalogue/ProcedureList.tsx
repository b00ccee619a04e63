import SearchOutlined from '@mui/icons-material/SearchOutlined';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { shortLimitText } from '../../../shared/appointment-words.ts';
import { formatMoney } from '../../../shared/format.ts';
import type { CatalogueRow } from '../../../shared/views.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { findProcedures } from '../../components/find-procedures.ts';
import { Shape } from '../../components/StatusMark.tsx';
import { walkLinks } from '../../components/walk-links.ts';
import styles from './Catalogue.module.css';

/** The list by field; typing finds as the intake does. Arrows walk, Enter opens. */
export function ProcedureList({
  rows,
  chosen,
}: {
  rows: readonly CatalogueRow[];
  chosen: string | undefined;
}) {
  const [text, setText] = useState('');
  const { search } = useLocation();
  const list = useRef<HTMLDivElement>(null);
  const isRead = rows.length > 0;
  useEffect(() => {
    if (isRead) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [isRead]);
  const groups = text.trim() === '' ? byField(rows) : [{ field: null, rows: findProcedures(rows, text) }];
  const found = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return (
    <search className={styles.list} onKeyDown={(event) => walkLinks(event, list)}>
      <div className={styles.search}>
        <TextField
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') list.current?.querySelector('a')?.click();
          }}
          placeholder="Chữ đầu, từ bất kỳ hoặc mã"
          autoFocus
          slotProps={{
            htmlInput: { 'aria-label': 'Tìm thủ tục', spellCheck: false },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <SearchOutlined />
                </InputAdornment>
              ),
            },
          }}
        />
      </div>
      <div ref={list} className={styles.rows}>
        {found === 0 && rows.length > 0 && (
          <EmptyState title="Không có thủ tục nào khớp">Thử ít chữ hơn, hoặc gõ mã thủ tục.</EmptyState>
        )}
        {groups.map((group) => (
          <section key={group.field ?? 'found'} aria-label={group.field ?? 'Kết quả tìm'}>
            {group.field && (
              <h2 className={styles.field}>
                {group.field} <span>{group.rows.length}</span>
              </h2>
            )}
            <ul>
              {group.rows.map((row) => (
                <li key={row.code}>
                  <Link
                    to={`/danh-muc/${row.code}${search}`}
                    className={styles.entry}
                    aria-current={row.code === chosen || undefined}
                  >
                    <b className="cut">{row.shortName}</b>
                    <span>{shortLimitText(row.limit)}</span>
                    <small>
                      {row.code}
                      {row.confidence === 'unverified' && (
                        <span className={styles.doubtful}>
                          <Shape tone="due" />
                          chưa xác nhận
                        </span>
                      )}
                    </small>
                    <small>{feeText(row.feeVnd)}</small>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </search>
  );
}

function feeText(feeVnd: number | null): string {
  if (feeVnd === null) return 'chưa có mức';
  return feeVnd === 0 ? 'không thu' : formatMoney(feeVnd);
}

function byField(rows: readonly CatalogueRow[]): { field: string; rows: CatalogueRow[] }[] {
  const groups = Map.groupBy(rows, (row) => row.field);
  return [...groups].map(([field, members]) => ({ field, rows: members }));
}
