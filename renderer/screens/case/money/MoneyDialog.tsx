import type { PaymentView } from '../../../../shared/views-money.ts';
import { CancelForm } from './CancelForm.tsx';
import { QrDialog } from './QrDialog.tsx';
import { ReceiptForm } from './ReceiptForm.tsx';
import { RefundForm } from './RefundForm.tsx';
import { TransferForm } from './TransferForm.tsx';
import type { MoneyActing } from './use-money.ts';

export type MoneyQuestionKind = 'transfer' | 'qr' | 'refund' | 'cancel' | 'receipt';

export interface MoneyQuestion {
  kind: MoneyQuestionKind;
  payment: PaymentView;
  /** What is proposed to be given back. */
  amountVnd?: number;
}

interface MoneyDialogProps {
  asked: MoneyQuestion;
  act: MoneyActing;
  onClose: () => void;
}

/** What every question about a payment is drawn with. */
export interface MoneyFormProps {
  payment: PaymentView;
  act: MoneyActing;
  onClose: () => void;
}

export function MoneyDialog({ asked, act, onClose }: MoneyDialogProps) {
  const form: MoneyFormProps = { payment: asked.payment, act, onClose };
  switch (asked.kind) {
    case 'transfer':
      return <TransferForm {...form} />;
    case 'qr':
      return <QrDialog {...form} />;
    case 'refund':
      return <RefundForm {...form} proposedVnd={asked.amountVnd} />;
    case 'cancel':
      return <CancelForm {...form} />;
    case 'receipt':
      return <ReceiptForm {...form} />;
  }
}
