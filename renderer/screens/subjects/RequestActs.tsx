import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { Link } from 'react-router';
import { mayEraseFor, type RequestActKind } from '../../../shared/domain/subject-request.ts';
import { formatDayMonthPadded } from '../../../shared/format.ts';
import { requestActLabels } from '../../../shared/subject-words.ts';
import type { RequestDetail } from '../../../shared/views-subject.ts';
import { Keycap } from '../../components/Keycap.tsx';
import panes from '../../components/Panes.module.css';
import { useKeys } from '../../keys.ts';
import { useSession } from '../../session.tsx';
import { PersonExport } from './PersonExport.tsx';
import { RequestErase } from './RequestErase.tsx';
import { RequestSheet } from './RequestSheet.tsx';

interface RequestActsProps {
  detail: RequestDetail;
  pending: boolean;
  onAct: (act: RequestActKind) => void;
}

/** What comes next in a sentence and one button; what else may be done, quieter. */
export function RequestActs({ detail, pending, onAct }: RequestActsProps) {
  const [shown, setShown] = useState<'sheet' | 'export' | 'erase' | null>(null);
  const { acts, person, erased } = detail;
  const { person: seated } = useSession();
  const mayErase = mayEraseFor(detail) && erased === null && seated?.roles.includes('administrator');
  const owed: readonly RequestActKind[] = ['acknowledge', 'handOver', 'answer'];
  // Whoever may erase himself hands over to nobody.
  const offered = acts.filter((act) => !(mayErase && act === 'handOver'));
  const next = owed.find((act) => offered.includes(act)) ?? null;
  const erasesNext = mayErase && next === 'answer';
  const primary = erasesNext ? null : next;
  const nextAct = primary !== null ? () => onAct(primary) : erasesNext ? () => setShown('erase') : undefined;
  useKeys(nextAct && !pending ? { primary: nextAct } : {});
  const others = offered.filter((act) => act !== primary);
  return (
    <section className={panes.acts} aria-label="Việc tiếp theo">
      <p aria-live="polite">{nextWords(detail)}</p>
      {primary !== null && (
        <Button
          variant="contained"
          color="primary"
          disabled={pending}
          endIcon={<Keycap name="primary" />}
          onClick={() => onAct(primary)}
        >
          {requestActLabels[primary]}
        </Button>
      )}
      {erasesNext && person !== null && (
        <Button
          variant="contained"
          color="primary"
          startIcon={<DeleteOutlined />}
          endIcon={<Keycap name="primary" />}
          onClick={() => setShown('erase')}
        >
          Xóa dữ liệu
        </Button>
      )}
      <div className={panes.others}>
        {others.map((act) => (
          <Button key={act} variant="text" disabled={pending} onClick={() => onAct(act)}>
            {requestActLabels[act]}
          </Button>
        ))}
        <Button variant="text" startIcon={<PrintOutlined />} onClick={() => setShown('sheet')}>
          {detail.endedAt === null ? 'In giấy báo nhận' : 'In giấy trả lời'}
        </Button>
        {detail.mayExport && person !== null && (
          <Button variant="text" startIcon={<FileDownloadOutlined />} onClick={() => setShown('export')}>
            Lấy dữ liệu của người này
          </Button>
        )}
        {mayErase && !erasesNext && person !== null && (
          <Button variant="text" startIcon={<DeleteOutlined />} onClick={() => setShown('erase')}>
            Xóa dữ liệu
          </Button>
        )}
        {detail.wish === 'correct' && detail.endedAt === null && person !== null && (
          <Button variant="text" component={Link} to={`/nguoi-dan/${person.id}`}>
            Mở hồ sơ để đính chính
          </Button>
        )}
      </div>
      {shown === 'sheet' && <RequestSheet id={detail.id} onClose={() => setShown(null)} />}
      {shown === 'erase' && person !== null && (
        <RequestErase
          requestId={detail.id}
          person={person}
          code={detail.code}
          onClose={() => setShown(null)}
        />
      )}
      {shown === 'export' && person !== null && (
        <PersonExport
          citizenId={person.id}
          name={person.name}
          request={{ id: detail.id, code: detail.code }}
          onClose={() => setShown(null)}
        />
      )}
    </section>
  );
}

/** The next step in a sentence. */
function nextWords({
  acts,
  status,
  wish,
  acknowledgeDueAt,
  answerDueAt,
  handedOverAt,
  erased,
}: RequestDetail): string {
  switch (status) {
    case 'answered':
      return 'Đã trả lời. Không còn việc phải làm.';
    case 'refused':
      return 'Đã từ chối, có căn cứ. Không còn việc phải làm.';
    case 'withdrawn':
      return 'Người yêu cầu đã rút. Không còn việc phải làm.';
    case 'received':
      return `Báo người yêu cầu biết đã nhận, hạn ${formatDayMonthPadded(acknowledgeDueAt)}.`;
    case 'processing':
  }
  if (!acts.includes('answer')) return 'Lãnh đạo hoặc quản trị trả lời.';
  const until = `hạn ${formatDayMonthPadded(answerDueAt)}`;
  if (wish !== 'delete' || erased !== null) return `Thực hiện rồi trả lời người yêu cầu, ${until}.`;
  return handedOverAt === null
    ? `Xóa cần hai người. Xóa xong thì trả lời, ${until}.`
    : `Đã chuyển xóa. Trả lời sau khi xóa xong, ${until}.`;
}
