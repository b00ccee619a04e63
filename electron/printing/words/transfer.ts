import { vietQrPayload } from '../../../shared/domain/vietqr.ts';
import type { SlipTransfer } from '../slip-parts.ts';
import type { WordSource } from './source.ts';

/** The fee to transfer, while it is owed and the office has an account; null prints none. */
export function transferOf({ owedByTransfer, settings: { bank } }: WordSource): SlipTransfer | null {
  if (bank === null || owedByTransfer === null || owedByTransfer.amountVnd <= 0) return null;
  const { bin, bankName, account, holder } = bank;
  const { amountVnd, purpose } = owedByTransfer;
  return {
    payload: vietQrPayload({ bin, account, amountVnd, purpose }),
    bankName,
    account,
    holder,
    amountVnd,
    purpose,
  };
}
