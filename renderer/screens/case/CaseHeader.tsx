import ArrowBack from '@mui/icons-material/ArrowBack';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import DoneOutlined from '@mui/icons-material/DoneOutlined';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { formatFullTime, formatShortTime } from '../../../shared/format.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import { caseTone, statusWords, timeWords } from '../../case-words.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useOfficeNow, useSession } from '../../session.tsx';
import styles from './CasePage.module.css';
import { useBack } from './use-back.ts';

/** Who, what, in which state, how long still. */
export function CaseHeader({ detail }: { detail: CaseDetail }) {
  const { state, timeliness } = detail;
  const { procedure, applicant, volume, serial, caseCode } = state;
  const now = useOfficeNow();
  const tone = caseTone({ ...detail, ...state, timeliness }, now);
  return (
    <header className={styles.head}>
      <Button
        className={`${styles.back}`}
        aria-label="Quay lại"
        aria-keyshortcuts="Escape"
        onClick={useBack()}
      >
        <ArrowBack />
      </Button>
      <div className="grow">
        <div className={styles.name}>
          <h1 className="cut">{applicant.name}</h1>
          <span role="status">
            <StatusMark tone={tone} pill>
              {statusWords(state, timeliness)}
            </StatusMark>
          </span>
        </div>
        <div className={styles.identity}>
          <CaseCode code={caseCode} />
          <span className="cut" title={procedure.name}>
            {procedure.shortName}
          </span>
          <small>
            {procedure.code} · {procedure.field} · quyển {String(volume).padStart(2, '0')}, số {serial}
          </small>
        </div>
      </div>
      <TimeLeft detail={detail} />
    </header>
  );
}

function TimeLeft({ detail }: { detail: CaseDetail }) {
  const { state, timeliness, minutesLeft, dueIsProvisional } = detail;
  const session = useSession();
  const words = timeWords({ ...state, timeliness, minutesLeft }, session);
  const due = state.dueAt ? `hẹn trả ${formatFullTime(state.dueAt)}` : 'không hẹn ngày';
  return (
    <div className={styles.time}>
      <b>{minutesLeft === null ? capitalised(words) : `${words} làm việc`}</b>
      <span>
        {state.endedAt ? endedWords(state.endedAt, timeliness === 'late' ? state.dueAt : null) : due}
        {dueIsProvisional && ', lịch nghỉ chưa chính thức'}
      </span>
    </div>
  );
}

/** When the result was ready; a late one stands beside the date it missed. */
function endedWords(endedAt: string, missed: string | null): string {
  const ended = `có kết quả ${formatFullTime(endedAt)}`;
  return missed ? `${ended}, hẹn ${formatShortTime(missed)}` : ended;
}

/** The code, one click from the clipboard. */
function CaseCode({ code }: { code: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => void navigator.clipboard.writeText(code).then(() => setCopied(true));
  return (
    <button type="button" className={styles.copy} title="Chép mã hồ sơ" onClick={copy}>
      {code}
      {copied ? <DoneOutlined /> : <ContentCopyOutlined />}
      <span className="hidden" role="status">
        {copied && 'Đã chép mã hồ sơ'}
      </span>
    </button>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
