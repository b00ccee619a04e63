import ExpandLessOutlined from '@mui/icons-material/ExpandLessOutlined';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { IntakeValues } from './intake-values.ts';

/** What becomes of a dossier that is not accepted now. */
export const registerKinds = ['askSupplement', 'reject', 'wait'] as const;
export type RegisterKind = (typeof registerKinds)[number];

const words: Record<RegisterKind, string> = {
  askSupplement: 'Chưa đủ, hướng dẫn bổ sung',
  reject: 'Từ chối tiếp nhận',
  wait: 'Đăng ký, chờ tiếp nhận',
};

interface RegisterMenuProps {
  disabled: boolean;
  onChoose: (kind: RegisterKind) => void;
}

/** Beside the one button: the dossier goes into the book, and is not accepted. Waiting is for online filings. */
export function RegisterMenu({ disabled, onChoose }: RegisterMenuProps) {
  const channel = useWatch<IntakeValues, 'channel'>({ name: 'channel' });
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        size="large"
        disabled={disabled}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label="Chưa tiếp nhận được"
        title="Chưa tiếp nhận được"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <ExpandLessOutlined />
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        anchorOrigin={{ vertical: 'top', horizontal: 'right' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        slotProps={{ list: { 'aria-label': 'Chưa tiếp nhận được' } }}
        onClose={() => setAnchor(null)}
      >
        {registerKinds
          .filter((kind) => kind !== 'wait' || channel === 'online')
          .map((kind) => (
            <MenuItem
              key={kind}
              onClick={() => {
                setAnchor(null);
                onChoose(kind);
              }}
            >
              {words[kind]}
            </MenuItem>
          ))}
      </Menu>
    </>
  );
}
