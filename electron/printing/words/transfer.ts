import { qrPurpose, vietQrPayload } from '../../../shared/domain/vietqr.ts';
import type { SlipTransfer } from '../slip-parts.ts';
import type { WordSource } from './source.ts';

/** The fee to transfer, while it is owed and the office has an account; null prints none. */
export function transferOf({
  state,
  owedByTransferVnd,
  settings: { bank },
}: WordSource): SlipTransfer | null {
  if (bank === null || owedByTransferVnd === null || owedByTransferVnd <= 0) return null;
  const { bin, bankName, account, holder } = bank;
  const purpose = qrPurpose(state.slipCode);
  return {
    payload: vietQrPayload({ bin, account, amountVnd: owedByTransferVnd, purpose }),
    bankName,
    account,
    holder,
    amountVnd: owedByTransferVnd,
    purpose,
  };
}
