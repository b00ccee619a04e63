import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useEffect } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatShortTime } from '../../../shared/format.ts';
import type { BackupLack, BackupRow } from '../../../shared/views-backup.ts';
import { ApprovalFields } from '../../components/ApprovalFields.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { Steps } from '../../components/Steps.tsx';
import { useKeys } from '../../keys.ts';
import styles from './Backups.module.css';
import { lackInFull } from './backup-words.ts';
import { ChooseCopy } from './ChooseCopy.tsx';
import { type RestoreWork, useRestore } from './use-restore.ts';

const steps = ['Chọn bản', 'Ghép và kiểm', 'Xem lại và xác nhận', 'Mở lại'];

/** The four steps. Without `copies` the machine is bare: there is only what a stick holds, and nobody to approve. */
export function RestoreSteps(props: {
  copies?: readonly BackupRow[];
  place: string | null;
  /** There is no way back any more. */
  onTaken?: () => void;
}) {
  const { copies, place, onTaken } = props;
  const isBare = copies === undefined;
  const work = useRestore(isBare);
  const { step, error, taken } = work;
  useEffect(() => {
    if (taken !== null) onTaken?.();
  }, [taken, onTaken]);
  return (
    <>
      <Steps words={steps} at={step} />
      {error !== null && <ErrorNotice error={error} />}
      {step === 0 && <ChooseCopy copies={copies ?? []} place={place} onChoose={work.choose} />}
      {step === 1 && <PutTogether work={work} />}
      {step === 2 && <Look work={work} isBare={isBare} />}
      {step === 3 && <Done work={work} />}
    </>
  );
}

function PutTogether({ work }: { work: RestoreWork }) {
  const { chosen, code, setCode, putTogether, choose } = work;
  const needsCode = chosen?.kind === 'place' && chosen.row.needsCode;
  const isReady = !putTogether.pending && !(needsCode && code.trim().length < 20);
  useKeys(isReady ? { primary: () => void putTogether.run() } : {});
  if (chosen === null) return null;
  return (
    <Panel title={`Bản ${formatShortTime(chosen.row.at)}, ${formatInteger(chosen.row.cases)} hồ sơ`}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void putTogether.run();
        }}
      >
        <p>
          {chosen.row.lack === null
            ? `Bản dừng ở hồ sơ ${chosen.row.lastCaseCode ?? '–'}.`
            : `So với sổ đang dùng, bản này ${lackInFull(chosen.row.lack)}.`}{' '}
          Bản được ghép vào một thư mục riêng rồi kiểm trọn. Sổ đang dùng chưa bị đụng tới.
        </p>
        {needsCode && (
          <SecretField
            label="Mã mở bản sao lưu"
            value={code}
            onChange={setCode}
            hint="20 chữ và số trong phong bì ghi Mã mở bản sao lưu, không phải Mã khôi phục hay Mã của sổ. Chữ hoa, chữ thường, dấu nối gõ thế nào cũng được."
            shown
            autoFocus
          />
        )}
        {putTogether.pending && <LinearProgress aria-label="Đang ghép và kiểm" />}
        <div className={styles.actions}>
          <Button disabled={putTogether.pending} onClick={() => choose(null)}>
            Chọn bản khác
          </Button>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={!isReady}
            autoFocus={!needsCode}
            endIcon={<Keycap name="primary" />}
          >
            {putTogether.pending ? 'Đang ghép và kiểm…' : 'Ghép và kiểm'}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function Look({ work, isBare }: { work: RestoreWork; isBare: boolean }) {
  const { found, chosen, approval, take, choose } = work;
  const isReady = !take.pending && (isBare || approval.given !== null);
  useKeys(isReady ? { primary: () => void take.run() } : {});
  if (found === null || chosen === null) return null;
  return (
    <div className={styles.pair}>
      <Panel title="Sổ sẽ có lại" note={`${found.unit}, đến ${formatShortTime(found.at)}`}>
        <dl className={styles.facts}>
          <dt>Hồ sơ</dt>
          <dd>{formatInteger(found.cases)}</dd>
          <dt>Năm hồ sơ cuối</dt>
          <dd>
            {found.last.length === 0
              ? '–'
              : found.last.map(({ caseCode, applicantName }) => (
                  <div key={caseCode}>
                    {caseCode} · {applicantName}
                  </div>
                ))}
          </dd>
          <dt>Người làm việc</dt>
          <dd>{found.people.join(', ')}</dd>
          {found.filesMissing > 0 && (
            <>
              <dt>Tệp phiếu</dt>
              <dd>thiếu {formatInteger(found.filesMissing)} tệp, in lại được từ hồ sơ</dd>
            </>
          )}
        </dl>
      </Panel>
      <Panel title={isBare ? 'Dùng sổ này' : 'Người thứ hai xác nhận'}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (isReady) void take.run();
          }}
        >
          <p>
            {!isBare && <LossNow lack={found.lack} />}
            {found.shutsLan && <b>Mạng nội bộ sẽ tắt, các máy đã ghép phải ghép lại. </b>}
            {isBare
              ? 'Số mới bắt đầu cao hơn, để không trùng số đã ghi trên giấy sau bản này.'
              : 'Sổ đang dùng được cất vào thư mục ghi ngày, không xóa. Số đã cấp sau bản này không cấp lại. Sau đó mọi người đăng nhập lại.'}
          </p>
          {!isBare && <ApprovalFields approval={approval} autoFocus />}
          <div className={styles.actions}>
            <Button disabled={take.pending} onClick={() => choose(null)}>
              Chọn bản khác
            </Button>
            <Button
              type="submit"
              variant="contained"
              color="primary"
              disabled={!isReady}
              endIcon={<Keycap name="primary" />}
            >
              Thay sổ bằng bản này
            </Button>
          </div>
        </form>
      </Panel>
    </div>
  );
}

/** What the second person signs for: as it is now, not as it was when the copy was chosen. */
function LossNow({ lack }: { lack: BackupLack | null }) {
  if (lack === null)
    return <b>Bản này của một sổ khác: mọi việc của sổ đang dùng sẽ không có trong sổ khôi phục. </b>;
  if (lack.entries === 0) return 'Bản này đủ đến nay. ';
  return (
    <>
      <b>Sẽ {lackInFull(lack)}</b>; cần làm lại theo giấy.{' '}
    </>
  );
}

function Done({ work: { taken } }: { work: RestoreWork }) {
  const isAtOnce = taken !== null && !taken.atNextStart;
  useEffect(() => {
    if (isAtOnce) beginAnewOnceOpen();
  }, [isAtOnce]);
  return (
    <Panel title="Đang mở lại">
      <div role="status">
        <StatusMark tone="ok" strong>
          {isAtOnce
            ? 'Đang thay sổ và mở lại quầy, chừng vài giây.'
            : 'Đóng Một Cửa rồi mở lại: sổ khôi phục vào chỗ, sổ cũ được cất riêng.'}
        </StatusMark>
      </div>
    </Panel>
  );
}

let asking: ReturnType<typeof setInterval> | undefined;

/**
 * Asks once a window, and goes on where the sign-in takes the place of this page: who enters must not find the steps of a restore
 * that is over.
 */
function beginAnewOnceOpen(): void {
  asking ??= setInterval(async () => {
    const reply = await fetch('/healthz').catch(() => null);
    // Where it could not open, the page of ways out is there instead.
    if (!reply?.headers.get('content-type')?.includes('json')) return;
    clearInterval(asking);
    window.location.assign('/');
  }, 1500);
}
