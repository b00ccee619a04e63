import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatMoney, formatNoteRanges, formatShortTime } from '../../../shared/format.ts';
import { moveLabels, paymentMethodLabels } from '../../../shared/labels.ts';
import type { CurrentShift, OpenShift } from '../../../shared/views-shift.ts';
import { Panel } from '../../components/Panel.tsx';
import { FloatField } from './FloatField.tsx';
import { Papers } from './Papers.tsx';
import { ReturnRows } from './ReturnRows.tsx';
import styles from './Shift.module.css';

/** What the register tells of the shift: how the drawer must stand, and what went other ways. */
export function Ledger(props: { shift: OpenShift; current: CurrentShift; isOther: boolean }) {
  const { shift, current, isOther } = props;
  const { floatVnd, floatChanges, methods, returns, notes, exemptCount, expectedVnd } = shift;
  const cash = methods.find(({ method }) => method === 'cash');
  const cashBack = returns.filter(({ method }) => method === 'cash');
  const cashBackVnd = cashBack.reduce((sum, { amountVnd }) => sum + amountVnd, 0);
  return (
    <div className={styles.side}>
      <Panel title="Phải có trong ngăn" flush>
        <dl className={styles.sums}>
          <div>
            <dt>Tiền lẻ đầu ca</dt>
            <dd>
              {isOther ? (
                formatMoney(floatVnd)
              ) : (
                <FloatField shift={shift} lastFloatVnd={current.lastFloatVnd} />
              )}
            </dd>
          </div>
          {floatChanges.map(({ at, by, fromVnd, toVnd, reason }) => (
            <div key={`${at} ${fromVnd} ${toVnd}`}>
              <dt>
                Đã sửa tiền lẻ{' '}
                <small>
                  {formatShortTime(at)}, {by}: {reason}
                </small>
              </dt>
              <dd>
                {formatInteger(fromVnd)} → {formatMoney(toVnd)}
              </dd>
            </div>
          ))}
          <div>
            <dt>
              Thu tiền mặt <small>{formatInteger(cash?.count ?? 0)} lượt</small>
            </dt>
            <dd>+ {formatMoney(cash?.amountVnd ?? 0)}</dd>
          </div>
          <div>
            <dt>
              Hoàn, hủy bằng tiền mặt <small>{formatInteger(cashBack.length)} lượt</small>
            </dt>
            <dd>− {formatMoney(cashBackVnd)}</dd>
          </div>
          <div data-total>
            <dt>Phải có</dt>
            <dd>{formatMoney(expectedVnd)}</dd>
          </div>
        </dl>
      </Panel>
      <Panel title="Không qua ngăn" flush>
        <dl className={styles.sums}>
          {methods
            .filter(({ method }) => method === 'transfer')
            .map(({ method, count, amountVnd }) => (
              <div key={method}>
                <dt>
                  {paymentMethodLabels[method]}, đã thấy tiền <small>{formatInteger(count)} lượt</small>
                </dt>
                <dd>{formatMoney(amountVnd)}</dd>
              </div>
            ))}
          <div>
            <dt>Miễn</dt>
            <dd>{formatInteger(exemptCount)} hồ sơ</dd>
          </div>
          <div>
            <dt>Phiếu thu</dt>
            <dd>{notes.length === 0 ? 'chưa lập' : formatNoteRanges(notes)}</dd>
          </div>
        </dl>
      </Panel>
      <Papers papers={current.papers} />
      {returns.length > 0 && (
        <Panel title={`${moveLabels.refunded}, ${moveLabels.cancelled.toLowerCase()}`} flush>
          <ReturnRows returns={returns} />
        </Panel>
      )}
    </div>
  );
}
