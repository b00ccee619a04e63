import Button from '@mui/material/Button';
import { useState } from 'react';
import { formatDay } from '../../../shared/format.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import { useKeys } from '../../keys.ts';
import styles from './SignIn.module.css';

/** The sealed code of the office, shown this once: to be printed and locked away. */
export function RecoveryCode(props: { code: string; unit: string; day: string; onDone: () => void }) {
  const { code, unit, day, onDone } = props;
  const [isKept, setIsKept] = useState(false);
  const goOn = () => {
    if (isKept) onDone();
  };
  useKeys({ primary: goOn, print: () => window.print() }, { inDialog: true });
  return (
    <section className={styles.paper} aria-labelledby="recovery-title">
      <h1 id="recovery-title" className={styles.title}>
        Mã khôi phục của {unit}
      </h1>
      <output className={styles.code} aria-label="Mã khôi phục">
        {code}
      </output>
      <p className={styles.why}>
        Mã này chỉ hiện một lần và không lưu ở đâu trong máy. In ra, cho vào phong bì dán kín, đóng dấu giáp
        lai, cất trong két của đơn vị.
      </p>
      <ul className={styles.facts}>
        <li>
          Khi quản trị quên mật khẩu và không còn ai cấp lại được: phần mềm đặt mật khẩu mới, ghi nhật ký và
          cho mã khác thay mã này.
        </li>
        <li>
          Khi chỉ có một người quản lý: xác nhận thay người thứ hai, cả khi thêm lãnh đạo sau này. Mã vẫn còn
          hiệu lực; lập mã mới ở Cài đặt → Người, gõ mã cũ, rồi niêm phong lại.
        </li>
        <li>Khác Mã của sổ và Mã mở bản sao lưu: ghi rõ Mã khôi phục ngoài phong bì.</li>
        <li>Ai cầm mã này vào được với quyền quản trị.</li>
      </ul>
      <p className={styles.printed}>
        Lập ngày {formatDay(day)}. Người mở phong bì ghi tên, ngày và lý do: ………………………
      </p>
      <div className={styles.actions}>
        <TickChip checked={isKept} onChange={setIsKept}>
          Đã in hoặc chép ra giấy
        </TickChip>
        <span className="grow" />
        <Button onClick={() => window.print()} autoFocus>
          In mã <Keycap name="print" />
        </Button>
        <Button variant="contained" color="primary" disabled={!isKept} onClick={goOn}>
          Mở quầy <Keycap name="primary" />
        </Button>
      </div>
    </section>
  );
}
