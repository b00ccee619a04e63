import { formatFullTime } from '../../../shared/format.ts';
import type { RefusedNotice } from '../../../shared/views-backup.ts';
import { useSession } from '../../session.tsx';
import { refusedWords } from '../backup/backup-words.ts';
import { RestoreBar } from './RestoreBar.tsx';

/** A restore that two have signed for did not take place. */
export function RefusedBar() {
  const { restoreRefused } = useSession();
  return restoreRefused === null ? null : <Bar notice={restoreRefused} />;
}

function Bar({ notice }: { notice: RefusedNotice }) {
  const { seq, at, copyAt, by, approver, why } = notice;
  return (
    <RestoreBar label="Chưa khôi phục" seq={seq} head={`Chưa khôi phục từ bản ${formatFullTime(copyAt)}.`}>
      <span>{refusedWords(why)} Sổ đang dùng vẫn là sổ trước đó, còn nguyên.</span>{' '}
      {by !== null && (
        <span>
          {by} làm{approver !== null && `, ${approver} xác nhận`} lúc {formatFullTime(at)}.
        </span>
      )}{' '}
      <span>Vẫn cần thì quản trị làm lại ở Sao lưu → Khôi phục.</span>
    </RestoreBar>
  );
}
