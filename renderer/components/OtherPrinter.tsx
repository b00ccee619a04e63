import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { type ReactNode, type Ref, useState } from 'react';
import { useSession } from '../session.tsx';

/** Another printer of this computer; nothing where there is none to choose. */
export function OtherPrinter(props: {
  disabled: boolean;
  onChoose: (printer: string) => void;
  small?: boolean;
  endIcon?: ReactNode;
  /** The button, for a key that presses it. */
  ref?: Ref<HTMLButtonElement>;
}) {
  const { disabled, onChoose, small = false, endIcon, ref } = props;
  const { printers } = useSession();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (printers.length === 0) return null;
  return (
    <>
      <Button
        {...(small && { size: 'small' })}
        ref={ref}
        disabled={disabled}
        aria-haspopup="menu"
        endIcon={endIcon}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Máy khác
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {printers.map((printer) => (
          <MenuItem
            key={printer}
            onClick={() => {
              setAnchor(null);
              onChoose(printer);
            }}
          >
            {printer}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
