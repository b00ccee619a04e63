import AddOutlined from '@mui/icons-material/AddOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { ReactNode } from 'react';
import { LabelledField } from '../../components/LabelledField.tsx';
import styles from './NamedRows.module.css';

interface NamedRow {
  id: string;
  label: string;
  isEnded?: boolean | undefined;
}

interface NamedRowsProps<Row extends NamedRow> {
  /** "Việc đã giúp". */
  title: string;
  hint?: string;
  /** "Tên việc". */
  name: string;
  rows: readonly Row[];
  /** Ids that are in the register already: such a row ends, it never goes. */
  saved: readonly { id: string }[];
  /** How a saved row leaves: it ends, goes, or (none) stays. */
  leaves?: 'ends' | 'goes' | 'never';
  /** Fault of a field, by `index.field`. */
  faults: Readonly<Record<string, string>>;
  most: number;
  fresh: (id: string) => Row;
  onChange: (rows: Row[]) => void;
  /** After the rows. */
  foot?: ReactNode;
  /** What a row has beside its name. */
  children?: (row: Row, set: (part: Partial<Row>) => void) => ReactNode;
}

/** Rows that have a name and an order, folded away until somebody wants to change them. */
export function NamedRows<Row extends NamedRow>(props: NamedRowsProps<Row>) {
  const { title, hint, name, rows, saved, leaves = 'ends', faults, most, fresh, onChange } = props;
  const { foot, children } = props;
  const offered = rows.filter((row) => !row.isEnded);
  const ended = rows.filter((row) => row.isEnded);
  const isSaved = ({ id }: Row) => saved.some((row) => row.id === id);
  const isFaulty = Object.keys(faults).length > 0;
  const set = (id: string, part: Partial<Row>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const faultOf = (row: Row) => (row.label.trim() === '' ? 'required' : faults[`${rows.indexOf(row)}.label`]);
  return (
    <details className={styles.named} open={isFaulty || undefined}>
      <summary>
        <b>{title}</b>
        <span className="cut">{offered.map(({ label }) => label).join(', ')}</span>
      </summary>
      <ul>
        {offered.map((row, index) => {
          const before = offered[index - 1];
          const words = `${name} ${row.label}`;
          return (
            <li key={row.id}>
              <LabelledField
                label={name}
                value={row.label}
                onChange={(label) => set(row.id, { label } as Partial<Row>)}
                fault={faultOf(row)}
                faultText={faultOf(row) === 'twice' ? 'Có hai dòng trùng tên.' : undefined}
              />
              {children?.(row, (part) => set(row.id, part))}
              <IconButton
                aria-label={`Đưa lên: ${words}`}
                title="Đưa lên"
                disabled={before === undefined}
                onClick={() => before && onChange(swapped(rows, before, row))}
              >
                <ArrowUpwardOutlined />
              </IconButton>
              {leaves === 'goes' || !isSaved(row) ? (
                <Button
                  size="small"
                  variant="text"
                  aria-label={`Bỏ: ${words}`}
                  onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
                >
                  Bỏ
                </Button>
              ) : (
                leaves === 'ends' && (
                  <Button
                    size="small"
                    variant="text"
                    aria-label={`Thôi dùng: ${words}`}
                    onClick={() => set(row.id, { isEnded: true } as Partial<Row>)}
                  >
                    Thôi dùng
                  </Button>
                )
              )}
            </li>
          );
        })}
      </ul>
      <Button
        size="small"
        startIcon={<AddOutlined />}
        disabled={rows.length >= most}
        onClick={() => onChange([...rows, fresh(crypto.randomUUID().replaceAll('-', '').slice(0, 12))])}
      >
        Thêm dòng
      </Button>
      {foot && <div className={styles.foot}>{foot}</div>}
      {ended.length > 0 && (
        <p className={styles.ended}>
          Đã thôi dùng:
          {ended.map((row) => (
            <Button
              key={row.id}
              size="small"
              variant="text"
              aria-label={`Dùng lại: ${row.label}`}
              onClick={() => set(row.id, { isEnded: undefined } as Partial<Row>)}
            >
              {row.label}, dùng lại
            </Button>
          ))}
        </p>
      )}
      {hint && <small>{hint}</small>}
    </details>
  );
}

function swapped<Row>(rows: readonly Row[], one: Row, other: Row): Row[] {
  return rows.map((row) => (row === one ? other : row === other ? one : row));
}
