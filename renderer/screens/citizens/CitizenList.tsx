import LockOutlined from '@mui/icons-material/LockOutlined';
import SearchOutlined from '@mui/icons-material/SearchOutlined';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { walkLinks } from '../../components/walk-links.ts';
import styles from './Citizens.module.css';
import { factsOf } from './citizen-words.ts';

/** The newest people, or whoever matches: six digits of a number, or a name and a birth year. Arrows walk, Enter opens. */
export function CitizenList(props: {
  chosen: number | undefined;
  onFirst: (id: number | undefined) => void;
}) {
  const { chosen, onFirst } = props;
  const trpc = useTRPC();
  const [text, setText] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const asked = useQuery({
    ...trpc.citizens.list.queryOptions({ text: useDebounced(text.trim()).slice(0, 120) }),
    placeholderData: (old) => old,
  });
  const rows = asked.data ?? [];
  const firstId = rows[0]?.id;
  useEffect(() => onFirst(firstId), [firstId, onFirst]);
  return (
    <search className={styles.list} onKeyDown={(event) => walkLinks(event, list)}>
      <div className={styles.search}>
        <TextField
          value={text}
          autoFocus
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') list.current?.querySelector('a')?.click();
          }}
          placeholder="Tên, tên và năm sinh, số, điện thoại"
          slotProps={{
            htmlInput: { 'aria-label': 'Tìm người', spellCheck: false, maxLength: 120 },
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
      {asked.isError && <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && rows.length === 0 && (
        <EmptyState title={text.trim() === '' ? 'Chưa có người nào' : 'Không có ai khớp'}>
          {text.trim() === ''
            ? 'Người nộp được nhớ lại từ hồ sơ đầu tiên.'
            : 'Thử tên không dấu, hoặc 6 số đầu của số định danh, điện thoại.'}
        </EmptyState>
      )}
      <ul ref={list} className={styles.rows}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link
              to={`/nguoi-dan/${row.id}`}
              className={styles.entry}
              aria-current={row.id === chosen || undefined}
            >
              <b className="cut">
                {row.isRestricted && (
                  <LockOutlined className={styles.lock ?? ''} titleAccess="Hạn chế xử lý dữ liệu" />
                )}
                {row.name}
              </b>
              <span>{row.caseCount} hồ sơ</span>
              <small className="cut">{factsOf(row)}</small>
            </Link>
          </li>
        ))}
      </ul>
    </search>
  );
}
