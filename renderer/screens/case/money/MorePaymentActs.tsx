import MoreHorizOutlined from '@mui/icons-material/MoreHorizOutlined';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useId, useState } from 'react';
import type { PaymentView } from '../../../../shared/views-money.ts';
import type { MoneyQuestionKind } from './MoneyDialog.tsx';
import { useMoneyRole } from './use-money.ts';

interface MorePaymentActsProps {
  payment: PaymentView;
  disabled: boolean;
  onAsk: (kind: MoneyQuestionKind) => void;
}

/** What is done with money now and then: only what this payment allows. */
export function MorePaymentActs({ payment, disabled, onAsk }: MorePaymentActsProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  const { takes, leads } = useMoneyRole();
  const { status, refundableVnd, receipt, noteNo } = payment;
  const isTaken = status === 'confirmed' || status === 'refunded';
  const offered: { kind: MoneyQuestionKind; word: string; isOpen: boolean }[] = [
    { kind: 'receipt', word: receipt ? 'Sửa số biên lai' : 'Ghi số biên lai', isOpen: takes && isTaken },
    { kind: 'refund', word: 'Hoàn tiền', isOpen: takes && refundableVnd > 0 },
    {
      kind: 'cancel',
      word: noteNo === '' ? 'Hủy khoản này' : 'Hủy phiếu thu',
      isOpen: (takes || leads) && status !== 'cancelled' && status !== 'refunded',
    },
  ];
  const open = offered.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return null;
  return (
    <>
      <IconButton
        id={id}
        size="small"
        aria-label="Hoàn, hủy, biên lai"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        disabled={disabled}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreHorizOutlined fontSize="small" />
      </IconButton>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        slotProps={{ list: { 'aria-labelledby': id } }}
        onClose={() => setAnchor(null)}
      >
        {open.map(({ kind, word }) => (
          <MenuItem
            key={kind}
            onClick={() => {
              setAnchor(null);
              onAsk(kind);
            }}
          >
            {word}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
