import ArrowBack from '@mui/icons-material/ArrowBack';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import DoneOutlined from '@mui/icons-material/DoneOutlined';
import Button from '@mui/material/Button';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { CaseDetail } from '../../../shared/views.ts';
import { caseTone, statusWords } from '../../case-words.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useOfficeNow, useSession } from '../../session.tsx';
import styles from './CasePage.module.css';
import { headTimes } from './head-times.ts';
import { useBack } from './use-back.ts';

/** Who, what, in which state, how long still. */
export function CaseHeader({ detail, actions }: { detail: CaseDetail; actions?: ReactNode }) {
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
          <h1 title={applicant.name}>{applicant.name}</h1>
          <span role="status">
            <StatusMark tone={tone} pill>
              {statusWords(state, timeliness)}
            </StatusMark>
          </span>
          <span className="grow" />
          {actions}
        </div>
        <div className={styles.identity}>
          <CaseCode code={caseCode} />
          <span className="cut" title={procedure.name}>
            {procedure.shortName}
          </span>
          <small>
            {procedure.code} · {procedure.field} · quyển {String(volume).padStart(2, '0')}, số {serial} ·{' '}
            {state.nationalCode ?? <Link to={`/chua-nhap/${detail.id}`}>Chép lên hệ thống quốc gia</Link>}
          </small>
        </div>
      </div>
      <TimeLeft detail={detail} />
    </header>
  );
}

function TimeLeft({ detail }: { detail: CaseDetail }) {
  const session = useSession();
  const today = useOfficeNow().slice(0, 10);
  const { lead, notes } = headTimes(detail, session, today);
  return (
    <div className={styles.time}>
      <b>{lead}</b>
      <span>{notes.join(', ')}</span>
    </div>
  );
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
