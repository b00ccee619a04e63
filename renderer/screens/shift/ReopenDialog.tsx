import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay, formatHour } from '../../../shared/format.ts';
import type { KeptClosing } from '../../../shared/views-shift.ts';
import { api, useTRPC } from '../../api.ts';
import { ApprovalFields, useApproval } from '../../components/ApprovalFields.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ReasonField } from '../../components/ReasonField.tsx';
import { useOnce } from '../../components/use-once.ts';
import { describeError } from '../../error-sentences.ts';
import { reasonPhrases } from '../../reason-phrases.ts';
import styles from './Shift.module.css';

/** Opens a closed shift again: why, and the second manager. */
export function ReopenDialog(props: {
  id: number;
  closing: KeptClosing;
  onDone: () => void;
  onClose: () => void;
}) {
  const { id, closing, onDone, onClose } = props;
  const { closedAt, cashier } = closing;
  const trpc = useTRPC();
  const client = useQueryClient();
  const approval = useApproval();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>(null);
  const reopen = useOnce(async () => {
    if (approval.given === null) return;
    setError(null);
    try {
      await api.shifts.reopen.mutate({ id, closedAt, reason, approval: approval.given });
      await client.invalidateQueries({ queryKey: trpc.shifts.pathKey() });
      onDone();
    } catch (refusal) {
      setError(refusal);
    }
  });
  const faults = (error === null ? null : describeError(error).data?.fields) ?? {};
  return (
    <FormDialog
      title={`Mở lại ca của ${cashier}`}
      word="Mở lại ca"
      pending={reopen.pending}
      error={error}
      disabled={approval.given === null}
      onSubmit={() => void reopen.run()}
      onClose={onClose}
    >
      <p className={styles.proposal}>
        Lần chốt {formatHour(closedAt)} {formatDay(closedAt)} giữ nguyên trong sổ. Đếm lại rồi chốt thành lần
        sau. Tiền và số phiếu thu không đổi.
      </p>
      <ReasonField
        value={reason}
        onChange={setReason}
        phrases={reasonPhrases.reopenShift}
        fault={faults.reason}
      />
      <ApprovalFields approval={approval} />
    </FormDialog>
  );
}
