import { formatInteger } from '../../../shared/domain/ratio.ts';
import { denominations } from '../../../shared/domain/shift-closing.ts';
import { formatMoney } from '../../../shared/format.ts';
import type { OpenShift } from '../../../shared/views-shift.ts';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import styles from './CashCount.module.css';
import { differenceTone, differenceWords } from './difference-words.ts';
import type { Closing } from './use-closing.ts';
import { countOf } from './use-counting-again.ts';

/** The drawer, note by note: Enter goes down, the sums follow every digit. */
export function CashCount({ shift, closing }: { shift: OpenShift; closing: Closing }) {
  const { values, setPieces, piecesOf, countedVnd, differenceVnd, isCounted } = closing;
  return (
    <Panel title="Tiền mặt trong ngăn" flush>
      <table className={styles.cash}>
        <thead>
          <tr>
            <th scope="col">Mệnh giá</th>
            <th scope="col">Số tờ</th>
            <th scope="col">Thành tiền</th>
          </tr>
        </thead>
        <tbody>
          {denominations.map((value, index) => (
            <tr key={value}>
              <th scope="row">{formatInteger(value)}</th>
              <td>
                <input
                  inputMode="numeric"
                  autoComplete="off"
                  aria-label={`Số tờ ${formatMoney(value)}`}
                  placeholder="0"
                  // The first thing to do on this page.
                  ref={index === 0 ? focusOnce : undefined}
                  {...(index === 0 && countOf(shift.id))}
                  value={values.pieces[value] ?? ''}
                  onChange={({ target }) => setPieces(value, target.value)}
                  onFocus={({ target }) => target.select()}
                />
              </td>
              <td data-zero={piecesOf(value) === 0 || undefined}>{formatInteger(value * piecesOf(value))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              Đếm được
            </th>
            <td>{formatMoney(countedVnd)}</td>
          </tr>
          <tr>
            <th scope="row" colSpan={2}>
              Phải có
            </th>
            <td>{formatMoney(shift.expectedVnd)}</td>
          </tr>
        </tfoot>
      </table>
      <div className={styles.difference} aria-live="polite">
        {isCounted || differenceVnd === 0 ? (
          <StatusMark tone={differenceTone(differenceVnd)} strong>
            {differenceWords(differenceVnd)}
          </StatusMark>
        ) : (
          <span className={styles.hint}>Gõ số tờ từng loại, Enter xuống dòng</span>
        )}
      </div>
    </Panel>
  );
}

const focused = new WeakSet<HTMLInputElement>();

function focusOnce(input: HTMLInputElement | null): void {
  if (input === null || focused.has(input)) return;
  focused.add(input);
  if ((document.activeElement ?? document.body) === document.body) input.focus();
}
