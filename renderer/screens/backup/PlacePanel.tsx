import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { backupSentence, faultMarks } from '../../../shared/backup-words.ts';
import type { BackupFault } from '../../../shared/domain/backup.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatShortTime } from '../../../shared/format.ts';
import type { BackupsView } from '../../../shared/views-backup.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import styles from './Backups.module.css';
import { PlaceDialog } from './PlaceDialog.tsx';
import { ProveCodeDialog } from './ProveCodeDialog.tsx';

/** Faults of the second place alone. */
const ofPlace: readonly BackupFault[] = [
  'gone',
  'placeSpace',
  'placeUnwritable',
  'inside',
  'silent',
  'different',
];

/** The second place, and the proof that copies come back. */
export function PlacePanel({ view, isKeeper }: { view: BackupsView; isKeeper: boolean }) {
  const { place, carriedAt, isCodeProven, fault, isRunning } = view;
  const isOut = fault !== null && ofPlace.includes(fault);
  const [asked, setAsked] = useState<'place' | 'proof' | null>(null);
  const isUnproven = place !== null && !isCodeProven;
  return (
    <div className={styles.pair}>
      <Panel
        title="Nơi lưu thứ hai"
        actions={
          isKeeper && (
            <>
              {isUnproven && (
                <Button size="small" onClick={() => setAsked('proof')}>
                  Gõ lại mã trên giấy
                </Button>
              )}
              <Button size="small" onClick={() => setAsked('place')}>
                {place === null ? 'Chọn USB hoặc ổ khác' : isCodeProven ? 'Đổi' : 'Làm mã mới'}
              </Button>
            </>
          )
        }
      >
        <div className={styles.fact}>
          <StatusMark
            tone={isOut ? 'late' : place === null || isUnproven ? 'due' : carriedAt === null ? 'wait' : 'ok'}
            strong
          >
            {place ?? 'Chưa có'}
          </StatusMark>
          <span>
            {place === null
              ? 'Máy hỏng hoặc mất thì mọi bản trên máy cũng mất. Bản ra khỏi máy luôn được niêm phong bằng mã riêng.'
              : carriedAt === null
                ? `Chưa có bản nào của sổ này ở đó; ${isRunning ? 'đang chép bản đầu, chưa rút USB' : 'bấm Sao lưu ngay'}.`
                : `Bản cuối chép sang ${formatShortTime(carriedAt)}, đã niêm phong.`}
          </span>
          {isUnproven && (
            <span>
              Mã mở bản sao lưu chưa được xác nhận trên giấy, máy khác có thể không mở được các bản ở đó. Còn
              tờ mã thì gõ lại mã trên giấy; không còn thì làm mã mới và cất tờ mã.
            </span>
          )}
        </div>
      </Panel>
      <Drill view={view} />
      {asked === 'place' && (
        <PlaceDialog place={place} isCodeProven={isCodeProven} onClose={() => setAsked(null)} />
      )}
      {asked === 'proof' && <ProveCodeDialog onClose={() => setAsked(null)} />}
    </div>
  );
}

function Drill({ view: { drill, copies } }: { view: BackupsView }) {
  const trpc = useTRPC();
  const run = useMutation(trpc.backups.drill.mutationOptions());
  return (
    <Panel
      title="Diễn tập khôi phục"
      actions={
        <Button size="small" disabled={run.isPending || copies.length === 0} onClick={() => run.mutate()}>
          {run.isPending ? 'Đang diễn tập…' : 'Diễn tập ngay'}
        </Button>
      }
    >
      {run.error && <ErrorNotice error={run.error} />}
      <div className={styles.fact}>
        <StatusMark tone={drill === null ? 'wait' : drill.fault === null ? 'ok' : 'late'} strong>
          {drill === null
            ? 'Chưa diễn tập'
            : drill.fault === null
              ? 'Khôi phục được'
              : faultMarks[drill.fault]}
        </StatusMark>
        <span>
          {drill === null
            ? 'Mỗi tháng máy tự khôi phục bản mới nhất vào thư mục tạm và so từng dòng.'
            : drill.fault === null
              ? `${formatShortTime(drill.at)}: bản ${formatShortTime(drill.copyAt)} ở ${drill.where === 'here' ? 'máy này' : 'nơi lưu thứ hai'}, ${formatInteger(drill.cases)} hồ sơ, đúng từng dòng${drill.filesMissing > 0 ? `, thiếu ${formatInteger(drill.filesMissing)} tệp phiếu` : ''}.`
              : `${formatShortTime(drill.at)}: ${backupSentence(drill.fault)}`}
        </span>
      </div>
    </Panel>
  );
}
