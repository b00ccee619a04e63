import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { Keycap } from '../../components/Keycap.tsx';
import { ShownCode } from '../../components/ShownCode.tsx';
import { useKeys } from '../../keys.ts';
import styles from './Settings.module.css';

/** A start code, shown this once, to be handed to its person. */
export function StartCodeDialog({
  name,
  code,
  onClose,
}: {
  name: string;
  code: string;
  onClose: () => void;
}) {
  useKeys({ primary: onClose }, { inDialog: true });
  return (
    <Dialog open onClose={onClose} maxWidth="xs" aria-labelledby="start-code-title">
      <DialogTitle id="start-code-title">Mã bắt đầu của {name}</DialogTitle>
      <DialogContent>
        <div className={styles.fields}>
          <ShownCode name="Mã bắt đầu" code={code} />
          <p className={styles.why}>
            Đưa tận tay. {name} gõ mã này ở màn hình đăng nhập rồi tự đặt mật khẩu. Mã dùng một lần, hết hạn
            sau 7 ngày, không hiện lại.
          </p>
        </div>
      </DialogContent>
      <DialogActions>
        <Button
          variant="contained"
          color="primary"
          autoFocus
          endIcon={<Keycap name="primary" />}
          onClick={onClose}
        >
          Đã đưa mã
        </Button>
      </DialogActions>
    </Dialog>
  );
}
