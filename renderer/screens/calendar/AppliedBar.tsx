import Button from '@mui/material/Button';
import { useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { QuietBar } from '../../components/QuietBar.tsx';
import { SlipQueue } from '../../components/SlipQueue.tsx';
import { useSlipPrinting } from '../../components/use-slip-printing.ts';
import { useSession } from '../../session.tsx';
import { CopyCalls } from './CopyCalls.tsx';
import type { Applied } from './use-calendar-change.ts';

/** What the change did, and what is left to do for the citizens. */
export function AppliedBar({ applied, onClose }: { applied: Applied; onClose: () => void }) {
  const { moved, kept, rows, printed, version, jobIds } = applied;
  const { platform, person } = useSession();
  const slips = useSlipPrinting();
  const mayPrint = person?.roles.some((role) => role === 'clerk' || role === 'officer') ?? false;
  // In a browser paper comes only by the clerk's own print dialog, so it opens at once.
  const [queue, setQueue] = useState(platform === 'browser' && mayPrint ? jobIds : []);
  const { done, total } = slips.progress;
  const print = () =>
    void slips.print(
      rows.map(({ id }) => id),
      ['acknowledgement'],
    );
  return (
    <>
      {slips.error !== null && <ErrorNotice error={slips.error} />}
      <QuietBar
        actions={
          <>
            {rows.length > 0 && <CopyCalls rows={rows} />}
            {printed > 0 ? (
              <Button onClick={() => setQueue(jobIds)}>Xem giấy hẹn mới</Button>
            ) : (
              rows.length > 0 &&
              mayPrint && (
                <Button disabled={slips.pending || total > 0} onClick={print}>
                  {total === 0 ? 'In giấy hẹn mới' : `Đã đưa vào danh sách in ${done}/${total}`}
                </Button>
              )
            )}
            <Button variant="text" onClick={onClose}>
              Đóng
            </Button>
          </>
        }
      >
        Đã đổi lịch, bản {version}. {appliedWords(moved, kept, printed)}
      </QuietBar>
      {slips.preview.length > 0 && <SlipQueue jobIds={slips.preview} onClose={slips.closePreview} />}
      {queue.length > 0 && <SlipQueue jobIds={queue} onClose={() => setQueue([])} />}
    </>
  );
}

function appliedWords(moved: number, kept: number, printed: number): string {
  if (moved === 0 && kept === 0) return 'Không hồ sơ nào đổi ngày hẹn.';
  const parts = [`${formatInteger(moved)} hồ sơ có ngày hẹn mới`];
  if (kept > 0) parts.push(`${formatInteger(kept)} giữ ngày đã in`);
  if (printed > 0) parts.push(`${formatInteger(printed)} giấy hẹn mới vào danh sách in`);
  return `${parts.join(', ')}.`;
}
