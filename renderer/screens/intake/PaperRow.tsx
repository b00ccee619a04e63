import CheckOutlined from '@mui/icons-material/CheckOutlined';
import { type KeyboardEvent, useId } from 'react';
import { Stepper } from '../../components/Stepper.tsx';
import type { PaperValues } from './intake-values.ts';
import styles from './ProcedureColumn.module.css';
import { isShownOnly, splitPaperName } from './papers.ts';

/**
 * One paper: tick, originals, copies and their kind; pages where the copies are to be certified. Where pages are paid, the
 * copies are those to be certified, of the paper in this row.
 */
export function PaperRow(props: {
  paper: PaperValues;
  isFirst: boolean;
  withPages: boolean;
  /** The price counts pages: the quick walk stops there. */
  paysPages: boolean;
  onChange: (paper: PaperValues) => void;
}) {
  const { paper, isFirst, withPages, paysPages, onChange } = props;
  const id = useId();
  const { title, detail } = splitPaperName(paper.name);
  const change = (part: Partial<PaperValues>) => onChange({ ...paper, ...part });
  // A paper that is not here has none; its usual counts come with the tick.
  const { originals, copies } = paper.ticked ? paper : { originals: 0, copies: 0 };
  const facts = [paper.required && 'bắt buộc', detail].filter(Boolean).join(', ');
  return (
    <li className={styles.paper} data-off={!paper.ticked || undefined}>
      <input
        id={id}
        type="checkbox"
        className={styles.box}
        checked={paper.ticked}
        onChange={(event) => change({ ticked: event.target.checked })}
        onKeyDown={moveBetweenRows}
        aria-describedby={`${id}-facts`}
        data-after-procedure={isFirst ? '' : undefined}
      />
      <label htmlFor={id} className={styles.paperName}>
        {title}
        <small id={`${id}-facts`} title={facts}>
          {facts}
        </small>
      </label>
      {withPages && (
        <span className={styles.stack}>
          <PagesField
            paper={paper}
            title={title}
            isStop={paysPages && paper.ticked}
            onChange={(pages) => change({ pages, ...(pages !== null && { ticked: true }) })}
          />
          {paper.ticked && (
            <button
              type="button"
              className={styles.quietButton}
              aria-pressed={paper.electronic}
              title="Ký thêm bản sao điện tử"
              onClick={() => change({ electronic: !paper.electronic })}
            >
              {paper.electronic && <CheckOutlined />}
              bản điện tử
            </button>
          )}
        </span>
      )}
      {paper.shown ? (
        <button
          type="button"
          className={styles.quietButton}
          title="Chỉ xem rồi trả lại. Bấm nếu giữ bản chính"
          onClick={() => change({ shown: false, originals: 1, copies, ticked: true })}
        >
          xuất trình
        </button>
      ) : (
        <Stepper
          label={`bản chính ${title}`}
          value={originals}
          onChange={(next) =>
            change({
              originals: next,
              copies,
              shown: next === 0 && isShownOnly(paper.name),
              ...(next > 0 && { ticked: true }),
            })
          }
        />
      )}
      <span className={styles.stack}>
        <Stepper
          label={`${paysPages ? 'số bản cần chứng thực' : 'bản sao'} ${title}`}
          value={copies}
          onChange={(next) => change({ originals, copies: next, ...(next > 0 && { ticked: true }) })}
        />
        {copies > 0 && !paysPages && (
          <button
            type="button"
            className={styles.quietButton}
            aria-label={`Loại bản sao: ${copyWords[paper.copyKind]}. Đổi`}
            onClick={() => change({ copyKind: paper.copyKind === 'photo' ? 'certified' : 'photo' })}
          >
            {copyWords[paper.copyKind]}
          </button>
        )}
      </span>
    </li>
  );
}

const copyWords = { photo: 'phô tô', certified: 'chứng thực' } as const;

function PagesField(props: {
  paper: PaperValues;
  title: string;
  isStop: boolean;
  onChange: (pages: number | null) => void;
}) {
  const { paper, title, isStop, onChange } = props;
  return (
    <input
      className={styles.pages}
      inputMode="numeric"
      aria-label={`số trang ${title}`}
      value={paper.pages ?? ''}
      placeholder="–"
      data-enter={isStop ? undefined : 'skip'}
      onFocus={(event) => event.target.select()}
      onChange={(event) => {
        const digits = event.target.value.replaceAll(/\D/g, '').slice(0, 3);
        onChange(digits === '' ? null : Number(digits));
      }}
    />
  );
}

/** Arrows walk from tick to tick. */
function moveBetweenRows(event: KeyboardEvent<HTMLInputElement>) {
  const step =
    event.key === 'ArrowDown'
      ? 'nextElementSibling'
      : event.key === 'ArrowUp'
        ? 'previousElementSibling'
        : null;
  if (step === null) return;
  event.preventDefault();
  event.currentTarget.closest('li')?.[step]?.querySelector<HTMLElement>('input')?.focus();
}
