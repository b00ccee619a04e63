import PersonSearchOutlined from '@mui/icons-material/PersonSearchOutlined';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { formatShortTime } from '../../../shared/format.ts';
import { wishLabels } from '../../../shared/subject-words.ts';
import type { RequestRow } from '../../../shared/views-subject.ts';
import { useTRPC } from '../../api.ts';
import { MatterPage, useMatterView } from '../../components/MatterPage.tsx';
import { RequestDetails } from './RequestDetails.tsx';
import { RequestEntry } from './RequestEntry.tsx';

/** What people ask of the data about themselves: each with what is owed next and until when. */
export function Subjects() {
  const trpc = useTRPC();
  const [params, setParams] = useSearchParams();
  const view = useMatterView();
  // Opened from somebody's page: a request of his is written down.
  const asking = Number(params.get('nguoi')) || null;
  const rows = useQuery({ ...trpc.subjects.list.queryOptions({ view }), refetchInterval: 60_000 });
  return (
    <MatterPage<RequestRow>
      title="Yêu cầu về dữ liệu cá nhân"
      path="/du-lieu-ca-nhan"
      rows={rows}
      listLabel="Các yêu cầu"
      nameOf={({ personName }) => personName || 'Đã xóa dữ liệu'}
      linesOf={({ code, wish, receivedAt }) => (
        <small className="cut">
          {code} · {wishLabels[wish]} · {formatShortTime(receivedAt)}
        </small>
      )}
      icon={<PersonSearchOutlined />}
      entry={{ word: 'Ghi yêu cầu', icon: <PersonSearchOutlined /> }}
      startsEntering={asking !== null}
      emptyWords={{ open: 'Không có yêu cầu nào đang chờ', ended: 'Chưa có yêu cầu nào đã xong' }}
      detailOf={(id, onActed) => <RequestDetails key={id} id={id} onActed={onActed} />}
      entryForm={(onEntered, onClose) => (
        <RequestEntry
          citizenId={asking}
          onEntered={onEntered}
          onClose={() => {
            onClose();
            setParams({}, { replace: true });
          }}
        />
      )}
    >
      Người dân được xem, đính chính, hạn chế, yêu cầu xóa dữ liệu của mình. Ghi yêu cầu ở đây, kèm hạn báo
      nhận và hạn trả lời.
    </MatterPage>
  );
}
