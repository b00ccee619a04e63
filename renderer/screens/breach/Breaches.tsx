import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { hoursLeft, tellBy } from '../../../shared/domain/breach.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatDay, formatHour, formatShortTime } from '../../../shared/format.ts';
import type { BreachRow } from '../../../shared/views-retention.ts';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { Page } from '../../components/Page.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SheetDialog } from '../../components/SheetDialog.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import { useKeys } from '../../keys.ts';
import { useOfficeNow, useSession } from '../../session.tsx';
import { BreachDialog } from './BreachDialog.tsx';
import styles from './Breaches.module.css';

/** What went wrong with people's data: written down, told within 72 hours, printed. */
export function Breaches() {
  const trpc = useTRPC();
  const mayManage = useMayManage();
  const isAdministrator = useSession().person?.roles.includes('administrator') ?? false;
  const list = useQuery({ ...trpc.breaches.list.queryOptions(), enabled: mayManage });
  const [edited, setEdited] = useState<BreachRow | 'new' | null>(null);
  useKeys(isAdministrator ? { primary: () => setEdited('new') } : {});
  if (!mayManage)
    return (
      <Page title="Sự cố dữ liệu">
        <p className={styles.quiet}>Quản trị và lãnh đạo xem và ghi sự cố dữ liệu cá nhân.</p>
      </Page>
    );
  return (
    <Page
      title="Sự cố dữ liệu"
      sub="lộ, mất hoặc bị xem trái phép; báo cơ quan có thẩm quyền trong 72 giờ"
      actions={
        isAdministrator && (
          <Button
            variant="contained"
            color="primary"
            endIcon={<Keycap name="primary" />}
            onClick={() => setEdited('new')}
          >
            Ghi sự cố
          </Button>
        )
      }
      scroll
    >
      {list.data === undefined ? (
        list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data.length === 0 ? (
        <Panel>
          <p className={styles.quiet}>
            Chưa ghi sự cố nào. Khi phát hiện, ghi ngay: đồng hồ 72 giờ tính từ lúc phát hiện (Điều 23 Nghị
            định 356/2025/NĐ-CP).
          </p>
        </Panel>
      ) : (
        inOrderOfWork(list.data).map((row) => (
          <BreachCard key={row.id} row={row} onEdit={isAdministrator ? () => setEdited(row) : null} />
        ))
      )}
      {edited && (
        <BreachDialog
          row={edited === 'new' ? null : edited}
          onSaved={() => void list.refetch()}
          onClose={() => setEdited(null)}
        />
      )}
    </Page>
  );
}

/** What is still to be told first, the oldest on top; then what was told, the latest on top. */
const inOrderOfWork = (rows: readonly BreachRow[]): BreachRow[] => [
  ...rows.filter(({ notifiedAt }) => notifiedAt === null).sort((a, b) => (a.foundAt < b.foundAt ? -1 : 1)),
  ...rows.filter(({ notifiedAt }) => notifiedAt !== null).sort((a, b) => (a.foundAt > b.foundAt ? -1 : 1)),
];

function BreachCard({ row, onEdit }: { row: BreachRow; onEdit: (() => void) | null }) {
  const now = useOfficeNow();
  const left = hoursLeft(row, now);
  const isKnown = tellBy(row) !== null;
  const [isShown, setShown] = useState(false);
  return (
    <Panel
      title={isKnown ? `Phát hiện ${formatShortTime(row.foundAt)}` : 'Chưa rõ lúc phát hiện'}
      note={<Clock left={left} row={row} />}
      actions={
        <>
          <Button size="small" onClick={() => setShown(true)}>
            Mở bản in
          </Button>
          {onEdit && (
            <Button size="small" onClick={onEdit}>
              Sửa
            </Button>
          )}
        </>
      }
    >
      {!isKnown && (
        <p className={styles.quiet}>
          Bản trước của chương trình đã ghi lúc phát hiện là {formatHour(row.foundAt)} ngày{' '}
          {formatDay(row.foundAt)}, giờ này không có thật. Các phần khác còn nguyên; bản in để trống chỗ ghi
          giờ. {onEdit ? 'Bấm Sửa' : 'Nhờ quản trị bấm Sửa'} để ghi lại cho đúng.
        </p>
      )}
      {isShown && <BreachPaper id={row.id} onClose={() => setShown(false)} />}
      <dl className={styles.facts}>
        <dt>Diễn biến</dt>
        <dd>{row.what}</dd>
        <dt>Dữ liệu</dt>
        <dd>{row.data || 'chưa ghi'}</dd>
        <dt>Số người</dt>
        <dd>{row.people === null ? 'chưa xác định' : formatInteger(row.people)}</dd>
        <dt>Hậu quả</dt>
        <dd>{row.harm || 'chưa ghi'}</dd>
        <dt>Biện pháp</dt>
        <dd>{row.measures || 'chưa ghi'}</dd>
      </dl>
    </Panel>
  );
}

function BreachPaper({ id, onClose }: { id: number; onClose: () => void }) {
  const trpc = useTRPC();
  const sheet = useMutation(trpc.breaches.sheet.mutationOptions());
  const { mutate } = sheet;
  useEffect(() => mutate({ id }), [mutate, id]);
  return (
    <SheetDialog
      title="Thông báo vi phạm"
      making="Đang tạo thông báo"
      sheet={sheet}
      onRetry={() => mutate({ id })}
      onClose={onClose}
    />
  );
}

function Clock({ left, row }: { left: number | null; row: BreachRow }) {
  const lastHour = tellBy(row);
  if (row.notifiedAt !== null)
    return <StatusMark tone="ok">{`Đã báo ${row.notifiedTo} ${formatShortTime(row.notifiedAt)}`}</StatusMark>;
  if (left === null || lastHour === null)
    return (
      <StatusMark tone="late" strong>
        Chưa tính được hạn 72 giờ
      </StatusMark>
    );
  const by = formatShortTime(lastHour);
  return left < 0 ? (
    <StatusMark tone="late" strong>{`Quá hạn báo ${formatInteger(-left)} giờ (${by})`}</StatusMark>
  ) : (
    <StatusMark tone="due" strong>{`Còn ${formatInteger(left)} giờ để báo, đến ${by}`}</StatusMark>
  );
}
