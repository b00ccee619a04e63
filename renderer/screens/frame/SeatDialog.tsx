import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import styles from './PersonMenu.module.css';
import { Seats } from './Seats.tsx';

/** Nobody sits here yet: nothing can be done until somebody says who they are. */
export function SeatDialog() {
  return (
    <Dialog open aria-labelledby="seat-title">
      <DialogTitle id="seat-title">Ai đang ngồi quầy?</DialogTitle>
      <DialogContent>
        <div className={styles.question}>
          <p>
            Tên này đứng trên giấy tiếp nhận và trong diễn biến của mỗi hồ sơ. Đổi được bất cứ lúc nào ở góc
            trên bên phải.
          </p>
          <Seats autoFocus />
        </div>
      </DialogContent>
    </Dialog>
  );
}
