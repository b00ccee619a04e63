import Button from '@mui/material/Button';
import { useState } from 'react';
import { isTypedBack } from '../../../shared/domain/account.ts';
import { CodeProof, CodeSheet } from '../../components/CodeSheet.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { useKeys } from '../../keys.ts';
import styles from './SignIn.module.css';

/** The sealed code of the office, shown this once: to be printed and locked away. */
export function RecoveryCode(props: { code: string; unit: string; day: string; onDone: () => void }) {
  const { code, unit, day, onDone } = props;
  const [typed, setTyped] = useState('');
  const isKept = isTypedBack(typed, code);
  const goOn = () => {
    if (isKept) onDone();
  };
  useKeys({ primary: goOn }, { inDialog: true });
  return (
    <section className={styles.paper} aria-labelledby="recovery-title">
      <h1 id="recovery-title" className={styles.title}>
        Mã khôi phục của {unit}
      </h1>
      <CodeSheet name="Mã khôi phục" unit={unit} day={day} code={code}>
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
            Khi chỉ có một người quản lý: xác nhận thay người thứ hai, cả khi thêm lãnh đạo sau này. Mã vẫn
            còn hiệu lực; lập mã mới ở Cài đặt → Người, gõ mã cũ, rồi niêm phong lại.
          </li>
          <li>Khác Mã của sổ và Mã mở bản sao lưu: ghi rõ Mã khôi phục ngoài phong bì.</li>
          <li>Ai cầm mã này vào được với quyền quản trị.</li>
        </ul>
      </CodeSheet>
      <CodeProof code={code} value={typed} onChange={setTyped} autoFocus />
      <div className={styles.actions}>
        <span className="grow" />
        <Button
          variant="contained"
          color="primary"
          disabled={!isKept}
          endIcon={<Keycap name="primary" />}
          onClick={goOn}
        >
          Mở quầy
        </Button>
      </div>
    </section>
  );
}
