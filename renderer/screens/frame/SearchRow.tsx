import ArrowForward from '@mui/icons-material/ArrowForward';
import { shortCaseCode } from '../../../shared/domain/codes.ts';
import { formatDay, formatPhone } from '../../../shared/format.ts';
import { statusLabels } from '../../../shared/labels.ts';
import type { SearchHit } from '../../../shared/views.ts';
import { caseTone } from '../../case-words.ts';
import { Shape } from '../../components/StatusMark.tsx';
import { useOfficeNow } from '../../session.tsx';
import type { FramePage } from './rail-pages.ts';
import styles from './SearchBox.module.css';

/** Why a case was found when its own line does not show it. */
const matchedWords: Record<SearchHit['matched'], string> = {
  code: '',
  name: '',
  phone: '',
  idNumber: 'trùng số giấy tờ',
};

export function SearchRow({ hit }: { hit: SearchHit }) {
  const now = useOfficeNow();
  const notes = [
    hit.procedureShortName,
    hit.phone && formatPhone(hit.phone),
    matchedWords[hit.matched],
  ].filter(Boolean);
  return (
    <span className={styles.row}>
      <Shape tone={caseTone(hit, now)} />
      <span className="cut">
        <b title={hit.applicantName}>{hit.applicantName}</b>
        <small className="cut">{notes.join(' · ')}</small>
      </span>
      <span className={styles.side}>
        {shortCaseCode(hit.caseCode)}
        <small>
          {statusLabels[hit.status]}, nhận {formatDay(hit.receivedAt)}
        </small>
      </span>
    </span>
  );
}

export function PageRow({ page }: { page: FramePage }) {
  return (
    <span className={styles.row}>
      <ArrowForward className={styles.page} />
      <b className="cut">{page.label}</b>
      <small>trang</small>
    </span>
  );
}
