import type { ReactNode } from 'react';
import styles from './SlipHead.module.css';

/** The head of the acknowledgement, drawn small beside the settings that change it. */
export function SlipHead(props: {
  parentAgency: string;
  name: string;
  place: string;
  caseCode: string;
  /** YYYY-MM-DD of the sample. */
  day: string;
  children?: ReactNode;
}) {
  const { parentAgency, name, place, caseCode, day, children } = props;
  const [year, month, date] = day.split('-').map(Number);
  return (
    <div className={styles.sheet} role="img" aria-label="Phiếu mẫu: phần đầu giấy tiếp nhận">
      <div className={styles.top}>
        <p>
          {(parentAgency || '…').toUpperCase()}
          <br />
          <b>{(name || '…').toUpperCase()}</b>
        </p>
        <p>
          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
          <br />
          <b>Độc lập - Tự do - Hạnh phúc</b>
        </p>
      </div>
      <div className={styles.code}>
        <p>
          Mã hồ sơ: <strong>{caseCode}</strong>
        </p>
        <p>
          <i>
            {place || '…'}, ngày {date} tháng {month} năm {year}
          </i>
        </p>
      </div>
      <p className={styles.title}>GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ</p>
      {children}
    </div>
  );
}
