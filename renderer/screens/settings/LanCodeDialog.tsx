import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LanView, PairingCode } from '../../../shared/views-lan.ts';
import { useTRPC } from '../../api.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { ShownCode } from '../../components/ShownCode.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useKeys } from '../../keys.ts';
import styles from './Settings.module.css';

/** The code that one new device types, shown this once; says by itself that it was typed. */
export function LanCodeDialog(props: {
  made: PairingCode & { name: string };
  lan: LanView;
  onClose: () => void;
}) {
  const { made, lan, onClose } = props;
  const { name, code, until, view } = made;
  const trpc = useTRPC();
  // Until the change feed tells: a code that runs out changes nothing.
  useQuery({ ...trpc.lan.state.queryOptions(), refetchInterval: 3000 });
  useKeys({ primary: onClose }, { inDialog: true });
  const minutes = useMinutesUntil(until);
  const isWaiting = lan.waiting.some((each) => each.until === until && each.name === name);
  const known = new Set(view.devices.map(({ id }) => id));
  const isPaired = !isWaiting && lan.devices.some((each) => !known.has(each.id) && each.name === name);
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="lan-code">
      <DialogTitle id="lan-code">Mã ghép {name}</DialogTitle>
      <DialogContent>
        <div className={styles.fields}>
          {isPaired ? (
            <p role="status">
              <StatusMark tone="ok" strong>
                Đã ghép {name}
              </StatusMark>
            </p>
          ) : (
            <>
              <ShownCode name="Mã ghép" code={code} />
              <p role="status">
                {minutes > 0 ? (
                  <StatusMark tone="wait">Còn {minutes} phút, dùng một lần</StatusMark>
                ) : (
                  <StatusMark tone="late">Mã đã hết hạn, đóng rồi lấy mã khác</StatusMark>
                )}
              </p>
              <p className={styles.why}>
                Ở máy mới, đã cài chứng thư: mở {lan.url} bằng Chrome hoặc Edge rồi gõ mã này. Không gửi mã
                qua tin nhắn.
              </p>
            </>
          )}
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
          {isPaired ? 'Xong' : 'Đóng'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Whole minutes that are left, begun ones counted. */
function useMinutesUntil(instant: string): number {
  const left = () => Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / 60_000));
  const [minutes, setMinutes] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setMinutes(left()), 1000);
    return () => clearInterval(timer);
  });
  return minutes;
}
