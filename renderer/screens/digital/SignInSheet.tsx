import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import { createPortal } from 'react-dom';
import type { DigitalRow } from '../../../shared/domain/digital-teams.ts';
import { formatDay, weekdayName } from '../../../shared/format.ts';
import { Cap, Keycap } from '../../components/Keycap.tsx';
import { useKeys } from '../../keys.ts';
import { useSession } from '../../session.tsx';
import styles from './SignInSheet.module.css';

const lines = Array.from({ length: 20 }, (_, index) => index + 1);

/** The sheet that people of a class sign, on A4: on the screen as it will be on paper. */
export function SignInSheet(props: { of: DigitalRow<'trainingClasses'>; onClose: () => void }) {
  const { of, onClose } = props;
  const print = () => window.print();
  useKeys({ primary: print, print }, { inDialog: true });
  return (
    <>
      <Dialog open onClose={onClose} maxWidth="md" aria-labelledby="sign-in-title">
        <DialogContent>
          <Sheet of={of} titleId="sign-in-title" />
        </DialogContent>
        <DialogActions>
          <Button variant="text" endIcon={<Cap>Esc</Cap>} onClick={onClose}>
            Đóng
          </Button>
          <Button
            variant="contained"
            color="primary"
            autoFocus
            startIcon={<PrintOutlined />}
            endIcon={<Keycap name="primary" />}
            onClick={print}
          >
            In
          </Button>
        </DialogActions>
      </Dialog>
      {createPortal(
        <div className={styles.paper} aria-hidden="true">
          <Sheet of={of} />
        </div>,
        document.body,
      )}
    </>
  );
}

function Sheet({ of, titleId }: { of: DigitalRow<'trainingClasses'>; titleId?: string }) {
  const { office } = useSession();
  const { title, heldOn, place, area, teacher } = of;
  const where = [place, area].filter(Boolean).join(', ');
  return (
    <div className={styles.sheet}>
      <div className={styles.heads}>
        <p>
          {office.parentAgency}
          <b>{office.unit}</b>
        </p>
        <p>
          <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
          <b>Độc lập - Tự do - Hạnh phúc</b>
        </p>
      </div>
      <h2 id={titleId}>Danh sách người dự lớp</h2>
      <p className={styles.what}>{title}</p>
      <p className={styles.when}>
        {weekdayName(heldOn)}, ngày {formatDay(heldOn)}
        {where && ` · ${where}`}
        {teacher && ` · Người dạy: ${teacher}`}
      </p>
      <table>
        <thead>
          <tr>
            {['TT', 'Họ và tên', 'Năm sinh', 'Nơi ở', 'Điện thoại', 'Ký tên'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line}>
              <td>{line}</td>
              <td />
              <td />
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.foot}>
        Danh sách chỉ dùng để đếm người dự và mời lớp sau. <span>Người lập</span>
      </p>
    </div>
  );
}
