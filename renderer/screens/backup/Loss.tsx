import type { BackupPlaceView } from '../../../shared/views-backup.ts';
import { Unbroken } from '../../components/Unbroken.tsx';
import styles from './Backups.module.css';
import { erasureLines, lackLines, pastWords, spanWords } from './backup-words.ts';

/** What a restore costs, kind by kind: as it is now, not as it was when the copy was chosen. */
export function Loss({ found }: { found: NonNullable<BackupPlaceView> }) {
  const { lack, owner } = found;
  if (owner === 'main')
    return (
      <p>
        <b>Bản này của sổ chính, trước khi mở sổ tạm.</b> Hồ sơ nhận trong sổ tạm không mất: sau khi khôi
        phục, mở Sao lưu, mục Sổ tạm khi hỏng, bấm Đưa vào sổ. Việc làm ở sổ chính sau bản này làm lại theo
        giấy.
      </p>
    );
  if (owner === 'emergency')
    return (
      <p>
        <b>Bản này của một sổ tạm, không phải sổ chính.</b> Trong đó chỉ có những gì nhận ở sổ tạm ấy; mọi
        việc của sổ đang dùng sẽ không có trong sổ khôi phục. Cần làm tiếp ở sổ chính thì chọn bản khác.
      </p>
    );
  if (lack === null)
    return (
      <p>
        <b>Bản này của một sổ khác: mọi việc của sổ đang dùng sẽ không có trong sổ khôi phục.</b>
      </p>
    );
  const past = owner === 'past' && <b>Bản này {pastWords(found)}.</b>;
  if (lack.entries === 0)
    return <p>{past ? <>{past} Sổ đang dùng không có gì thêm ngoài bản này.</> : 'Bản này đủ đến nay.'}</p>;
  const lines = lackLines(lack);
  const erasures = erasureLines(lack);
  return (
    <div className={styles.loss}>
      {past}
      <b>
        Sẽ thiếu {spanWords(lack.minutes)}
        {lines.length > 0 ? ', cần làm lại theo giấy:' : '.'}
      </b>
      <Lines lines={lines} />
      {erasures.length > 0 && <b>Dữ liệu đã xóa sau bản này sẽ trở lại, cần xóa lại:</b>}
      <Lines lines={erasures} />
    </div>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>
          <Unbroken text={line} />
        </li>
      ))}
    </ul>
  );
}
