import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatDay } from '../../../shared/format.ts';
import { statusLabels } from '../../../shared/labels.ts';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { CopyCard } from './CopyCard.tsx';
import styles from './National.module.css';

type Which = 'open' | 'all';

/** Cases that the national system does not know yet, and the card that is typed from. */
export function National() {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { id } = useParams();
  const [which, setWhich] = useState<Which>('open');
  const asked = useQuery({
    ...trpc.national.queue.queryOptions({ which }),
    placeholderData: keepPreviousData,
  });
  const rows = asked.data?.rows ?? [];
  const chosen = id === undefined ? rows[0]?.id : Number(id);
  const goOn = () => {
    const place = rows.findIndex((row) => row.id === chosen);
    const next = rows[place + 1] ?? rows.find((row) => row.id !== chosen);
    void navigate(next ? `/chua-nhap/${next.id}` : '/chua-nhap');
  };
  return (
    <Page
      title="Chưa nhập lên hệ thống"
      sub={asked.data && `${formatInteger(asked.data.total)} hồ sơ chưa có mã quốc gia`}
      tabs={
        <Segmented
          label="Hồ sơ"
          value={which}
          options={[
            { value: 'open', label: 'Đang giải quyết' },
            { value: 'all', label: 'Tất cả' },
          ]}
          onChange={setWhich}
        />
      }
      actions={
        <Button component={Link} to="/ho-so" variant="text">
          Về danh sách hồ sơ
        </Button>
      }
    >
      {asked.isError && asked.data === undefined ? (
        <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
      ) : (
        <div className={styles.panes}>
          <Panel title="Hồ sơ" note="cũ nhất trước" flush fill>
            {asked.data && rows.length === 0 ? (
              <EmptyState title="Không còn hồ sơ nào chờ nhập">
                Hồ sơ chưa gắn mã quốc gia hiện ở đây.
              </EmptyState>
            ) : (
              <ul className={styles.queue}>
                {rows.map((row) => (
                  <li key={row.id}>
                    <Link to={`/chua-nhap/${row.id}`} aria-current={row.id === chosen ? 'true' : undefined}>
                      <b>{row.applicantName}</b>
                      <span>{row.procedureShortName}</span>
                      <span>
                        {formatDay(row.receivedAt)} · {statusLabels[row.status]}
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          {chosen !== undefined && <CopyCard key={chosen} id={chosen} onNext={goOn} />}
        </div>
      )}
    </Page>
  );
}
