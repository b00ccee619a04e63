import Button from '@mui/material/Button';
import type { PrintJobRow } from '../../shared/views.ts';
import { NotOut } from './NotOut.tsx';
import type { Mark } from './use-slip-mark.ts';

/** The two answers to "Giấy đã ra chưa?", small, beside the slip they are about; without one they are about several. */
export function PaperAnswer(props: {
  job?: PrintJobRow | undefined;
  disabled: boolean;
  onOut: () => void;
  onNotOut: (mark: Mark) => void;
}) {
  const { job, disabled, onOut, onNotOut } = props;
  return (
    <>
      <Button size="small" disabled={disabled} onClick={onOut}>
        Đã ra
      </Button>
      <NotOut job={job ?? oneCopy} small disabled={disabled} onSay={onNotOut} />
    </>
  );
}

const oneCopy = { copies: 1, copiesOut: [] };
