import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { formatMoney } from '../../../../shared/format.ts';
import { useTRPC } from '../../../api.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { QrCode } from '../../../second-screen/QrCode.tsx';
import styles from './Money.module.css';
import type { MoneyFormProps } from './MoneyDialog.tsx';

/** The code of the office's account, here and on the second screen; whether money came, a person must see. */
export function QrDialog({ payment, act, onClose }: MoneyFormProps) {
  const { id, amountVnd } = payment;
  const { mutate, data, error } = useMutation(useTRPC().payments.showQr.mutationOptions());
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    mutate({ paymentId: id });
  }, [mutate, id]);
  return (
    <FormDialog
      title="Chuyển khoản"
      word="Đã thấy tiền"
      pending={act.pending}
      error={act.error}
      disabled={!data}
      onSubmit={() => {
        if (!data) return;
        const { version } = data;
        void act.run(() => act.confirm({ paymentId: id, version, method: 'transfer' }), onClose);
      }}
      onClose={onClose}
    >
      {error !== null && <ErrorNotice error={error} />}
      {data === null && <p>Chưa khai tài khoản nhận tiền của đơn vị. Khai trong Cài đặt, mục Tài khoản.</p>}
      {data && (
        <>
          <div className={styles.qr}>
            <QrCode qr={data.transfer.qr} label={`Mã QR chuyển khoản ${formatMoney(amountVnd)}`} />
          </div>
          <p className={styles.account}>
            <b>{formatMoney(data.amountVnd)}</b>
            {data.transfer.bankName}, {data.transfer.account}
            <br />
            {data.transfer.holder}
            <br />
            Nội dung: {data.transfer.purpose}
          </p>
        </>
      )}
    </FormDialog>
  );
}
