import CloseOutlined from '@mui/icons-material/CloseOutlined';
import { type ClipboardEvent, type KeyboardEvent, memo, useCallback } from 'react';
import { readPaste } from '../../../../shared/domain/bulk-paste.ts';
import styles from './Bulk.module.css';
import {
  type ColumnKey,
  emptyRow,
  gridColumns,
  isEmptyRow,
  type RowFault,
  type RowValues,
  tidyCell,
} from './bulk-values.ts';

/** The list as it is typed or pasted. Enter goes on, ↑↓ change the line; there is always an empty line at the end. */
export function BulkGrid(props: {
  rows: readonly RowValues[];
  faults: readonly RowFault[];
  /** Looks wrong, and is received all the same. */
  doubts: readonly RowFault[];
  onChange: (change: (rows: readonly RowValues[]) => readonly RowValues[]) => void;
  /** The columns of what was pasted that the list has no place for. */
  onLeft: (columns: readonly string[]) => void;
}) {
  const { rows, faults, doubts, onChange, onLeft } = props;
  const change = useCallback(
    (id: string, key: ColumnKey, text: string) =>
      onChange((before) =>
        withEmptyEnd(before.map((row) => (row.id === id ? { ...row, [key]: text } : row))),
      ),
    [onChange],
  );
  const remove = useCallback(
    (id: string) => onChange((before) => withEmptyEnd(before.filter((row) => row.id !== id))),
    [onChange],
  );
  const onPaste = (event: ClipboardEvent<HTMLTableElement>) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const paste = readPaste(text);
    const pasted = paste.rows.map((row) => emptyRow(tidied(row)));
    onLeft(paste.left);
    const place = Number((event.target as HTMLElement).closest('tr')?.dataset.index ?? rows.length);
    onChange((before) => {
      const kept = before.filter((row, index) => index < place || !isEmptyRow(row));
      return withEmptyEnd([...kept.slice(0, place), ...pasted, ...kept.slice(place)]);
    });
  };
  return (
    <div className={styles.scroll}>
      <table className={styles.grid} onPaste={onPaste} onKeyDown={moveBetweenLines}>
        <thead>
          <tr>
            <th scope="col">STT</th>
            {gridColumns.map(({ key, label }) => (
              <th key={key} scope="col" data-column={key}>
                {label}
              </th>
            ))}
            <th scope="col" aria-label="Bỏ dòng" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <GridRow
              key={row.id}
              row={row}
              index={index}
              wrong={faults
                .filter(({ rowId }) => rowId === row.id)
                .map(({ key }) => key)
                .join(' ')}
              isDoubtful={doubts.some(({ rowId }) => rowId === row.id)}
              onCell={change}
              onRemove={remove}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface GridRowProps {
  row: RowValues;
  index: number;
  /** Keys of the wrong cells; a text, so that a line that did not change is not drawn again. */
  wrong: string;
  /** Its number stands before it under another name. */
  isDoubtful: boolean;
  onCell: (id: string, key: ColumnKey, text: string) => void;
  onRemove: (id: string) => void;
}

const GridRow = memo(function GridRow({ row, index, wrong, isDoubtful, onCell, onRemove }: GridRowProps) {
  return (
    <tr data-index={index}>
      <td className={styles.number}>{index + 1}</td>
      {gridColumns.map(({ key, label, inputMode }) => (
        <td key={key}>
          <input
            aria-label={`${label}, dòng ${index + 1}`}
            aria-invalid={wrong.split(' ').includes(key)}
            data-doubtful={isDoubtful && key === 'idNumber'}
            value={row[key]}
            inputMode={inputMode ?? 'text'}
            autoComplete="off"
            spellCheck={false}
            maxLength={300}
            {...(key === 'procedure' && { list: 'bulk-procedures' })}
            onChange={({ target }) => onCell(row.id, key, target.value)}
            onBlur={({ target }) => {
              const tidy = tidyCell(key, target.value);
              if (tidy !== target.value) onCell(row.id, key, tidy);
            }}
          />
        </td>
      ))}
      <td>
        <button
          type="button"
          tabIndex={-1}
          className={styles.remove}
          aria-label={`Bỏ dòng ${index + 1}`}
          onClick={() => onRemove(row.id)}
        >
          <CloseOutlined />
        </button>
      </td>
    </tr>
  );
});

export function withEmptyEnd(rows: readonly RowValues[]): readonly RowValues[] {
  const last = rows.at(-1);
  return last && isEmptyRow(last) ? rows : [...rows, emptyRow()];
}

function tidied(row: Omit<RowValues, 'id'>): Omit<RowValues, 'id'> {
  const cells = Object.entries(row).map(([key, text]) => [key, tidyCell(key as ColumnKey, text)]);
  return Object.fromEntries(cells) as Omit<RowValues, 'id'>;
}

function moveBetweenLines(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key] as
    | 'nextElementSibling'
    | 'previousElementSibling'
    | undefined;
  const { target } = event;
  if (step === undefined || !(target instanceof HTMLInputElement) || target.list !== null) return;
  const cell = target.closest('td');
  const line = cell?.closest('tr')?.[step];
  const other = line?.children[cell?.cellIndex ?? 0]?.querySelector('input');
  if (!other) return;
  event.preventDefault();
  other.focus();
}
