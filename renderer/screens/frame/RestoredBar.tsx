import { formatFullTime } from '../../../shared/format.ts';
import type { RestoreNotice } from '../../../shared/views-backup.ts';
import { Unbroken } from '../../components/Unbroken.tsx';
import { useSession } from '../../session.tsx';
import { atLeast, erasureLines, lackInFull, lackLines } from '../backup/backup-words.ts';
import { RestoreBar } from './RestoreBar.tsx';

/** A restore took place, and what it cost. */
export function RestoredBar() {
  const { restored } = useSession();
  return restored === null ? null : <Bar notice={restored} />;
}

function Bar({ notice }: { notice: RestoreNotice }) {
  const { seq, copyAt, by, approver, aside, shutLan } = notice;
  const head = `Sổ này khôi phục từ bản ${formatFullTime(copyAt)}.`;
  return (
    <RestoreBar label="Sổ đã khôi phục" seq={seq} head={head}>
      <Unbroken text={lossWords(notice)} />{' '}
      {shutLan && <span>Mạng nội bộ đã tắt, các máy đã ghép phải ghép lại: Cài đặt → Mạng nội bộ.</span>}{' '}
      {aside !== null && (
        <span>
          Sổ trước nằm ở thư mục <b>{aside}</b>.
        </span>
      )}{' '}
      {by !== null && (
        <span>
          {by} làm{approver !== null && `, ${approver} xác nhận`}.
        </span>
      )}
    </RestoreBar>
  );
}

function lossWords({ loss, by, wasEmergency, isEmergency }: RestoreNotice): string {
  if (loss === null && isEmergency)
    return 'Sổ này là một sổ tạm, không phải sổ chính. Để làm tiếp ở sổ chính: mở Sao lưu, khôi phục từ bản của sổ chính. Không biết sau bản ấy đã làm gì thêm: so với giấy từ lúc đó.';
  if (loss === null && wasEmergency)
    return 'Trước đó làm ở sổ tạm: mở Sao lưu, mục Sổ tạm khi hỏng, bấm Đưa vào sổ. Việc ở sổ chính sau bản ấy thì làm lại theo giấy.';
  if (loss === null) return 'Không biết sau bản ấy đã làm gì thêm: so với giấy từ lúc đó rồi nhập lại.';
  if (loss.entries === 0 && by === null)
    return 'Bản ấy không thiếu gì so với phần còn đọc được của sổ trước.';
  if (loss.entries === 0) return 'Bản ấy đủ đến lúc thay, không phải nhập lại gì.';
  // A damaged register may not have told all of it.
  const lack = by === null ? atLeast(loss) : lackInFull(loss);
  const { touched, touchedCodes } = loss;
  const more = touched > touchedCodes.length ? ', …' : '';
  const named = touched > 0 ? ` Hồ sơ trước đó: ${touchedCodes.join(', ')}${more}.` : '';
  const again = lackLines(loss).length > 0 ? '; làm lại theo giấy' : '';
  return [`So với sổ trước ${lack}${again}.${named}`, ...erasureLines(loss)].join(' ');
}
