import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { Reopening } from '../../../shared/domain/shift-closing.ts';
import { formatDay, formatHour, formatMoney, formatNoteRanges } from '../../../shared/format.ts';
import { paymentMethodLabels } from '../../../shared/labels.ts';
import type { KeptClosing } from '../../../shared/views-shift.ts';
import { useTRPC } from '../../api.ts';
import { staySentence } from '../../approval-sentences.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Cap, Keycap } from '../../components/Keycap.tsx';
import { isUnprinted } from '../../components/print-states.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import { useKeys } from '../../keys.ts';
import count from './CashCount.module.css';
import { differenceTone, differenceWords } from './difference-words.ts';
import { ReopenDialog } from './ReopenDialog.tsx';
import { ReturnRows } from './ReturnRows.tsx';
import styles from './Shift.module.css';

/** A closed shift as it was found: nothing of it can be changed, only printed again. */
export function ClosedSheet(props: {
  id: number;
  /** Which closing of the shift; null: the one that stands. */
  number: number | null;
  /** Null: whoever sits here may only look. */
  onPrint: ((jobId: number) => void) | null;
  onReopened: () => void;
  onClose: () => void;
}) {
  const { id, number, onPrint, onReopened, onClose } = props;
  const trpc = useTRPC();
  const client = useQueryClient();
  const mayManage = useMayManage();
  const [isReopening, setReopening] = useState(false);
  const asked = useQuery(trpc.shifts.get.queryOptions({ id, number }));
  const again = useMutation(
    trpc.shifts.print.mutationOptions({
      onSuccess: async ({ jobId }) => {
        await client.invalidateQueries({ queryKey: trpc.shifts.pathKey() });
        onPrint?.(jobId);
      },
    }),
  );
  const waiting = asked.data?.prints.find(isUnprinted);
  // A sheet that still waits is printed; only what has come out becomes a reprint.
  const print = () => (waiting ? onPrint?.(waiting.id) : again.mutate({ id, number }));
  useKeys(onPrint === null ? {} : { print }, { inDialog: true });
  const closing = asked.data?.closing;
  const which =
    asked.data && (asked.data.number > 1 || asked.data.reopened) ? `, lần ${asked.data.number}` : '';
  if (isReopening && closing)
    return <ReopenDialog id={id} closing={closing} onDone={onReopened} onClose={() => setReopening(false)} />;
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby="closed-sheet">
      <DialogTitle id="closed-sheet">
        {closing
          ? `Ca của ${closing.cashier}, chốt ${formatHour(closing.closedAt)} ${formatDay(closing.closedAt)}${which}`
          : 'Ca đã chốt'}
      </DialogTitle>
      <DialogContent tabIndex={0}>
        {asked.isError && <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />}
        {again.isError && <ErrorNotice error={again.error} />}
        {asked.data?.reopened && <ReopenedNote reopening={asked.data.reopened} />}
        {closing && <Sheet closing={closing} />}
      </DialogContent>
      <DialogActions>
        {mayManage && asked.data && !asked.data.reopened && (
          <div className={styles.reopen}>
            <Button disabled={asked.data.stays !== null} onClick={() => setReopening(true)}>
              Mở lại ca…
            </Button>
            {asked.data.stays && <span>{staySentence(asked.data.stays)}</span>}
          </div>
        )}
        <Button variant="text" endIcon={<Cap>Esc</Cap>} onClick={onClose}>
          Đóng
        </Button>
        {onPrint !== null && (
          <Button
            disabled={closing === undefined || again.isPending}
            endIcon={<Keycap name="print" />}
            aria-keyshortcuts="F8"
            onClick={print}
          >
            {waiting ? 'In' : 'In lại'}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

/** Of a closing that does not stand any more. */
function ReopenedNote({ reopening: { at, by, approver, reason } }: { reopening: Reopening }) {
  return (
    <p className={styles.verdict}>
      <StatusMark tone="due" strong>
        Đã mở lại {formatHour(at)} {formatDay(at)}
      </StatusMark>
      <span>
        {by} mở, {approver} xác nhận. {reason}. Phiếu này giữ nguyên như đã in.
      </span>
    </p>
  );
}

function Sheet({ closing }: { closing: KeptClosing }) {
  const { cash, floatVnd, expectedVnd, countedVnd, differenceVnd, methods, returns, notes } = closing;
  const lines: [string, string][] = [
    ['Tiền lẻ đầu ca', formatMoney(floatVnd)],
    ...(closing.floatChanges ?? []).map(({ at, by, fromVnd, toVnd, reason }): [string, string] => [
      `Sửa tiền lẻ ${formatHour(at)}, ${by}: ${reason}`,
      `${formatInteger(fromVnd)} → ${formatMoney(toVnd)}`,
    ]),
    ...methods.map(({ method, count, amountVnd }): [string, string] => [
      `Thu ${paymentMethodLabels[method].toLowerCase()}, ${formatInteger(count)} lượt`,
      formatMoney(amountVnd),
    ]),
    ['Phải có', formatMoney(expectedVnd)],
    ['Đếm được', formatMoney(countedVnd)],
    ['Miễn', `${formatInteger(closing.exemptCount)} hồ sơ`],
    ['Đã hiện QR, chưa thấy tiền', `${formatInteger(closing.shownCount)} hồ sơ`],
    ['Phiếu thu', notes.length === 0 ? 'không lập' : formatNoteRanges(notes)],
    ['Hồ sơ đang mở', formatInteger(closing.openCases)],
    ['Bản chính đang giữ', formatInteger(closing.originalsHeld)],
    ['Phiếu chưa in', formatInteger(closing.unprintedSlips)],
    closing.instead
      ? [`Chốt thay: ${closing.instead.reason}`, closing.instead.by]
      : ['Người kiểm tra', closing.witness],
    ...(closing.note === '' ? [] : [['Ghi chú', closing.note] satisfies [string, string]]),
    ['Mã nhật ký', closing.journalHead],
  ];
  return (
    <>
      <p className={styles.verdict}>
        <StatusMark tone={differenceTone(differenceVnd)} strong>
          {differenceWords(differenceVnd)}
        </StatusMark>
        {closing.reason !== '' && <span>{closing.reason}</span>}
      </p>
      {(closing.earlier ?? []).map((earlier, index) => (
        <p key={earlier.closedAt} className={styles.verdict}>
          <span>
            Lần {index + 1}, chốt {formatHour(earlier.closedAt)} {formatDay(earlier.closedAt)}: phải có{' '}
            {formatInteger(earlier.expectedVnd)}, đếm được {formatInteger(earlier.countedVnd)}, chênh lệch{' '}
            {formatMoney(earlier.differenceVnd)}, mã nhật ký {earlier.journalHead}. {earlier.reopened.by} mở
            lại, {earlier.reopened.approver} xác nhận: {earlier.reopened.reason}.
          </span>
        </p>
      ))}
      <div className={cash.length === 0 ? undefined : styles.sheet}>
        <dl className={styles.sums}>
          {lines.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {cash.length > 0 && <Counted cash={cash} countedVnd={countedVnd} />}
      </div>
      {returns.length > 0 && <ReturnRows returns={closing.returns} />}
    </>
  );
}

/** The drawer as it was counted, a line for each denomination. */
function Counted({ cash, countedVnd }: Pick<KeptClosing, 'cash' | 'countedVnd'>) {
  return (
    <table className={count.cash}>
      <thead>
        <tr>
          <th scope="col">Mệnh giá</th>
          <th scope="col">Số tờ</th>
          <th scope="col">Thành tiền</th>
        </tr>
      </thead>
      <tbody>
        {cash.map(({ denominationVnd, pieces }) => (
          <tr key={denominationVnd}>
            <th scope="row">{formatInteger(denominationVnd)}</th>
            <td>{formatInteger(pieces)}</td>
            <td>{formatInteger(denominationVnd * pieces)}</td>
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
      </tfoot>
    </table>
  );
}
