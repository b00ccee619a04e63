import Popover from '@mui/material/Popover';
import { useState } from 'react';
import type { FeeQuestion } from '../../../shared/domain/fee.ts';
import { quoteFee } from '../../../shared/domain/fee-quote.ts';
import type { Procedure } from '../../../shared/domain/procedure.ts';
import { formatMoney } from '../../../shared/format.ts';
import styles from './Fee.module.css';

/** "vì sao?": the computed amount line by line, and what the catalogue says about it. */
export function FeeLines({ question, fee }: { question: FeeQuestion; fee: Procedure['fee'] }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { lines, totalVnd } = quoteFee(question);
  return (
    <>
      <button
        type="button"
        className={styles.why}
        aria-haspopup="dialog"
        aria-label="Vì sao có mức này"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        vì sao?
      </button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': 'Mức thu tính thế nào', className: styles.lines },
        }}
      >
        <table>
          <tbody>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two documents may have one and the same line
              <tr key={index}>
                <th scope="row">
                  {line.name}
                  <small>{line.how}</small>
                </th>
                <td>{line.amountVnd === null ? '–' : formatMoney(line.amountVnd)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Cộng</th>
              <td>{totalVnd === null ? 'chưa tính được' : formatMoney(totalVnd)}</td>
            </tr>
          </tfoot>
        </table>
        {fee.note && <p>{fee.note}</p>}
        {fee.rule?.basis && <p>Căn cứ: {fee.rule.basis}.</p>}
      </Popover>
    </>
  );
}
