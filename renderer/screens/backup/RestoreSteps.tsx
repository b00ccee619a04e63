import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useEffect } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatShortTime } from '../../../shared/format.ts';
import type { BackupRow } from '../../../shared/views-backup.ts';
import { ApprovalFields, useApproval } from '../../components/ApprovalFields.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { Steps } from '../../components/Steps.tsx';
import { Unbroken } from '../../components/Unbroken.tsx';
import { useKeys } from '../../keys.ts';
import styles from './Backups.module.css';
import { lackWords } from './backup-words.ts';
import { ChooseCopy } from './ChooseCopy.tsx';
import { codeWords } from './code-words.ts';
import { Loss } from './Loss.tsx';
import { type RestoreStep, type RestoreWork, useRestore } from './use-restore.ts';
import { type SealedCopies, useSealedCopies } from './use-sealed-copies.ts';

const steps: [RestoreStep, string][] = [
  ['choose', 'Chọn bản'],
  ['together', 'Ghép và kiểm'],
  ['look', 'Xem lại'],
  ['second', 'Người thứ hai'],
  ['done', 'Mở lại'],
];

/** The five steps. Without `copies` the machine is bare: there is only what a stick holds, and no second person. */
export function RestoreSteps(props: {
  copies?: readonly BackupRow[];
  place: string | null;
  /** There is no way back any more. */
  onTaken?: () => void;
}) {
  const { copies, place, onTaken } = props;
  const isBare = copies === undefined;
  const work = useRestore();
  const sealed = useSealedCopies(place);
  const { step, taken } = work;
  useEffect(() => {
    if (taken !== null) onTaken?.();
  }, [taken, onTaken]);
  const shown = steps.filter(([name]) => !(isBare && name === 'second'));
  return (
    <>
      <Steps words={shown.map(([, word]) => word)} at={shown.findIndex(([name]) => name === step)} />
      {step === 'choose' && (
        <ChooseCopy copies={copies ?? []} sealed={sealed} isBare={isBare} onChoose={work.choose} />
      )}
      {step === 'together' && <PutTogether work={work} sealed={sealed} isBare={isBare} />}
      {step === 'look' && <Look work={work} isBare={isBare} />}
      {step === 'second' && <Second work={work} />}
      {step === 'done' && <Done work={work} />}
    </>
  );
}

function PutTogether(props: { work: RestoreWork; sealed: SealedCopies; isBare: boolean }) {
  const { work, sealed, isBare } = props;
  const { chosen, code, setCode, putTogether, choose, error } = work;
  const needsCode = chosen?.kind === 'place' && chosen.row.needsCode;
  const isReady = !putTogether.pending && !(needsCode && code.trim().length < 20);
  useKeys(isReady ? { primary: () => void putTogether.run() } : {});
  if (chosen === null) return null;
  const opensBy = chosen.kind === 'place' ? codeWords(sealed.found?.rows ?? [], chosen.row) : '';
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
          <Unbroken
            text={
              chosen.row.lack === null && ['own', 'other'].includes(chosen.row.owner)
                ? `Bản dừng ở hồ sơ ${chosen.row.lastCaseCode ?? '–'}.`
                : chosen.row.owner === 'past'
                  ? `Bản này ${lackWords(chosen.row)}. Bản dừng ở hồ sơ ${chosen.row.lastCaseCode ?? '–'}.`
                  : `So với sổ đang dùng, bản này ${lackWords(chosen.row)}.`
            }
          />{' '}
          Bản được ghép vào một thư mục riêng rồi kiểm trọn.{!isBare && ' Sổ đang dùng chưa bị đụng tới.'}
        </p>
        {needsCode && (
          <SecretField
            label="Mã mở bản sao lưu"
            value={code}
            onChange={setCode}
            hint={`Bản này mở bằng ${opensBy}. 20 chữ và số trong phong bì ghi Mã mở bản sao lưu, không phải Mã khôi phục hay Mã của sổ. Chữ hoa, chữ thường, dấu nối gõ thế nào cũng được.`}
            shown
            autoFocus
          />
        )}
        {error !== null && <ErrorNotice error={error} />}
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

/** What will be there again, and what will not. On a bare machine it is the last word; else a second person has it. */
function Look({ work, isBare }: { work: RestoreWork; isBare: boolean }) {
  const { found, chosen, take, choose, see, error } = work;
  const goOn = isBare ? () => void take.run(null) : () => see(true);
  useKeys(take.pending ? {} : { primary: goOn });
  if (found === null || chosen === null) return null;
  return (
    <div className={styles.pair}>
      <Panel title="Sổ sẽ có lại" note={`${found.unit}, đến ${formatShortTime(found.at)}`}>
        <dl className={styles.facts}>
          <dt>Hồ sơ</dt>
          <dd>{formatInteger(found.cases)}</dd>
          <dt>Hồ sơ cuối</dt>
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
      <Panel title={isBare ? 'Dùng sổ này' : 'Nếu thay bằng bản này'}>
        <div className={styles.form}>
          {!isBare && <Loss found={found} />}
          <p>
            {found.shutsLan && <b>Mạng nội bộ sẽ tắt, các máy đã ghép phải ghép lại. </b>}
            {isBare
              ? 'Số mới bắt đầu cao hơn, để không trùng số đã ghi trên giấy sau bản này.'
              : 'Số đã cấp sau bản này không cấp lại: số mới bắt đầu cao hơn, có thể cách quãng.'}
          </p>
          {error !== null && <ErrorNotice error={error} />}
          <div className={styles.actions}>
            <Button disabled={take.pending} onClick={() => choose(null)}>
              Chọn bản khác
            </Button>
            <Button
              variant="contained"
              color="primary"
              disabled={take.pending}
              autoFocus={!isBare}
              onClick={goOn}
              endIcon={<Keycap name="primary" />}
            >
              {isBare ? 'Mở sổ từ bản này' : 'Đúng bản này'}
            </Button>
          </div>
        </div>
      </Panel>
    </div>
  );
}

/** He signs for what stands beside his name, also where somebody went on working meanwhile. */
function Second({ work }: { work: RestoreWork }) {
  const { found, take, see, error } = work;
  const approval = useApproval();
  const { given } = approval;
  const isReady = !take.pending && given !== null;
  const sign = () => {
    if (isReady) void take.run({ given, forget: () => approval.setSecret('') });
  };
  useKeys({ primary: sign });
  if (found === null) return null;
  return (
    <div className={styles.pair}>
      <Panel
        title="Thay sổ bằng bản này"
        note={`${formatShortTime(found.at)}, ${formatInteger(found.cases)} hồ sơ`}
      >
        <div className={styles.form}>
          <Loss found={found} />
          <p>
            {found.shutsLan && <b>Mạng nội bộ sẽ tắt. </b>}
            Sổ đang dùng được cất vào thư mục ghi ngày, không xóa. Sau đó mọi người đăng nhập lại.
          </p>
        </div>
      </Panel>
      <Panel title="Người thứ hai xác nhận">
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            sign();
          }}
        >
          <ApprovalFields approval={approval} autoFocus />
          {error !== null && <ErrorNotice error={error} />}
          <div className={styles.actions}>
            <Button disabled={take.pending} onClick={() => see(false)}>
              Xem lại
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

function Done({ work: { taken } }: { work: RestoreWork }) {
  const isAtOnce = taken !== null && !taken.atNextStart;
  useEffect(() => {
    if (isAtOnce) beginAnewOnceOpen();
  }, [isAtOnce]);
  return (
    <Panel title={isAtOnce ? 'Đang mở lại' : 'Mở lại'}>
      <div className={styles.form}>
        <p role="status">
          {isAtOnce
            ? 'Đang thay sổ và mở lại quầy, chừng vài giây.'
            : 'Đóng Một Cửa rồi mở lại: sổ khôi phục vào chỗ, sổ cũ được cất riêng.'}
        </p>
        {isAtOnce && <LinearProgress aria-label="Đang thay sổ và mở lại" />}
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
