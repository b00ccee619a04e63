import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { type ReactNode, type Ref, useState } from 'react';
import type { PrintJobRow } from '../../shared/views.ts';
import { copiesMissing } from './print-states.ts';
import { type Mark, notOut } from './use-slip-mark.ts';

/** "Chưa ra": of a slip of several copies it asks which of them did come out, so that only the missing one is printed. */
export function NotOut(props: {
  job: Pick<PrintJobRow, 'copies' | 'copiesOut'>;
  disabled: boolean;
  onSay: (mark: Mark) => void;
  small?: boolean;
  endIcon?: ReactNode;
  /** The button, for a key that presses it. */
  ref?: Ref<HTMLButtonElement>;
}) {
  const { job, disabled, onSay, small = false, endIcon, ref } = props;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const missing = copiesMissing(job);
  const asks = missing.length > 1;
  const say = (mark: Mark) => {
    setAnchor(null);
    onSay(mark);
  };
  return (
    <>
      <Button
        {...(small && { size: 'small' })}
        ref={ref}
        disabled={disabled}
        endIcon={endIcon}
        aria-haspopup={asks ? 'menu' : undefined}
        onClick={(event) => (asks ? setAnchor(event.currentTarget) : say(notOut))}
      >
        Chưa ra
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => say(notOut)}>Chưa ra liên nào</MenuItem>
        {missing.map((copy) => (
          <MenuItem key={copy} onClick={() => say({ ...notOut, copiesOut: [copy] })}>
            Chỉ liên {copy} đã ra
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
