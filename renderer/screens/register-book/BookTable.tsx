import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { Link } from 'react-router';
import { formatSerial, type Hole } from '../../../shared/domain/register-book.ts';
import { type BookColumn, bookHeads } from '../../../shared/domain/register-book-columns.ts';
import { bookKind, bookText } from '../../../shared/register-book-words.ts';
import type { BookPage } from '../../../shared/views-book.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useSession } from '../../session.tsx';
import styles from './RegisterBook.module.css';

interface BookTableProps {
  columns: readonly BookColumn[];
  /** Undefined while the first page is read. */
  lines: BookPage['lines'] | undefined;
  holes: readonly Hole[];
  /** The serial that was asked for. */
  marked: number | null;
  isStale: boolean;
  /** A book that goes on is opened where one writes. */
  standAtEnd: boolean;
}

/** Pixels of a column of so many characters. */
const pixels = ({ width }: BookColumn): number => Math.round(width * 7.4 + 18);

/** The page as a table that scrolls in itself: heads and serial stay in sight. ↑↓ go from line to line, Enter opens. */
export function BookTable({ columns, lines, holes, marked, isStale, standAtEnd }: BookTableProps) {
  const { office } = useSession();
  const box = useRef<HTMLDivElement>(null);
  const shown = columns.filter((column) => column.shown);
  const isThere = lines !== undefined && !isStale;
  useLayoutEffect(() => {
    if (!isThere) return;
    const line = marked === null ? null : box.current?.querySelector(`[data-serial="${marked}"]`);
    if (line) line.scrollIntoView({ block: 'center' });
    else if (standAtEnd) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [isThere, marked, standAtEnd]);
  if (lines === undefined) {
    return (
      <div className={styles.table}>
        <Delayed>
          <p className={styles.reading} role="status">
            Đang đọc sổ
          </p>
        </Delayed>
      </div>
    );
  }
  if (lines.length === 0) {
    return (
      <div className={styles.table}>
        <EmptyState title="Quyển này chưa có dòng nào">
          Hồ sơ tiếp nhận tới đây sẽ ghi vào quyển này.
        </EmptyState>
      </div>
    );
  }
  const heads = bookHeads(shown);
  const isGrouped = heads.some(({ group }) => group !== '');
  return (
    <div className={styles.table} ref={box} data-stale={isStale || undefined}>
      <table style={{ width: shown.reduce((sum, column) => sum + pixels(column), 0) }}>
        <colgroup>
          {shown.map((column) => (
            <col key={column.name} style={{ width: pixels(column) }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {heads.map(({ group, columns: members }) =>
              group === '' ? (
                <th key={members[0]?.name} rowSpan={isGrouped ? 2 : 1} scope="col">
                  {members[0]?.head}
                </th>
              ) : (
                <th key={members[0]?.name} colSpan={members.length} scope="colgroup">
                  {group}
                </th>
              ),
            )}
          </tr>
          {isGrouped && (
            <tr>
              {heads.flatMap(({ group, columns: members }) =>
                group === ''
                  ? []
                  : members.map((column) => (
                      <th key={column.name} scope="col">
                        {column.head}
                      </th>
                    )),
              )}
            </tr>
          )}
        </thead>
        <tbody onKeyDown={moveByArrows}>
          {lines.map((line, index) => [
            <HoleRow
              key={`hole-${line.serial}`}
              holes={index === 0 ? [] : holesBetween(holes, lines[index - 1]?.serial ?? 0, line.serial)}
              span={shown.length}
            />,
            <tr key={line.serial} data-serial={line.serial} data-marked={line.serial === marked || undefined}>
              {shown.map(({ name }) =>
                name === 'serial' ? (
                  <th key={name} scope="row">
                    <Link to={`/ho-so/${line.caseId}`}>{formatSerial(line.serial)}</Link>
                  </th>
                ) : (
                  <td key={name} data-kind={bookKind(name)} data-name={name}>
                    <span title={bookText(line, name, office)}>
                      {name === 'caseCode' ? <Code text={line.caseCode} /> : bookText(line, name, office)}
                    </span>
                  </td>
                ),
              )}
            </tr>,
          ])}
        </tbody>
      </table>
      {isStale && (
        <Delayed>
          <span className="hidden" role="status">
            Đang đọc sổ
          </span>
        </Delayed>
      )}
    </div>
  );
}

/** A code goes on in the next line after its agency, nowhere else. */
function Code({ text }: { text: string }) {
  const [agency = '', ...rest] = text.split('-');
  return (
    <>
      {rest.length > 0 ? `${agency}-` : agency}
      <wbr />
      <span className="nowrap">{rest.join('-')}</span>
    </>
  );
}

function holesBetween(holes: readonly Hole[], after: number, before: number): Hole[] {
  return holes.filter(({ from, to }) => from > after && to < before);
}

/** Serials that no line has are said where they would stand. */
function HoleRow({ holes, span }: { holes: readonly Hole[]; span: number }) {
  return holes.map(({ from, to }) => (
    <tr key={from} className={styles.hole}>
      <td colSpan={span}>
        Không có số {formatSerial(from)}
        {to > from && ` đến ${formatSerial(to)}`}
      </td>
    </tr>
  ));
}

function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('th a')];
  const at = links.indexOf(event.target as HTMLElement);
  const next = at < 0 ? undefined : links[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
