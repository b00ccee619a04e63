import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatDay, formatHour } from '../../../shared/format.ts';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { QuietBar } from '../../components/QuietBar.tsx';
import { SlipQueue } from '../../components/SlipQueue.tsx';
import { useSession } from '../../session.tsx';
import { ClockAhead } from './ClockAhead.tsx';
import { ClosedSheet } from './ClosedSheet.tsx';
import { ClosedShifts } from './ClosedShifts.tsx';
import { CloseShift } from './CloseShift.tsx';
import { OpenShift } from './OpenShift.tsx';
import { OthersOpen } from './OthersOpen.tsx';
import { Papers, ShownCodes } from './Papers.tsx';
import styles from './Shift.module.css';
import { useCountingAgain } from './use-counting-again.ts';

/** The end of the day (J7): the drawer counted, the papers beside it, two people, and the sheets of earlier shifts. */
export function Shift() {
  const trpc = useTRPC();
  const { platform, person } = useSession();
  // Whoever takes money has a drawer to begin with; a leader comes for what others left open or closed.
  const takesMoney =
    person?.roles.some((role) => role === 'clerk' || role === 'officer' || role === 'cashier') ?? false;
  // Who may say of a paper that it came out; a leader's sheet waits in the print list.
  const mayPrint = takesMoney;
  const [params, setParams] = useSearchParams();
  const current = useQuery(trpc.shifts.current.queryOptions());
  const [printed, setPrinted] = useState<number[]>([]);
  const sheetId = Number(params.get('ca')) || null;
  const sheetNumber = Number(params.get('lan')) || null;
  const otherId = Number(params.get('thay')) || null;
  const other = useQuery({
    ...trpc.shifts.ofOther.queryOptions({ id: otherId ?? 0 }),
    enabled: otherId !== null,
  });
  const countAgain = useCountingAgain(sheetId === null);
  const openSheet = (id: number, number: number) => setParams({ ca: String(id), lan: String(number) });
  const shift = current.data?.shift;
  const counted = otherId === null ? shift : other.data;
  /** The desktop's printer prints by itself. */
  const show = (jobId: number) => {
    if (platform !== 'electron' && mayPrint) setPrinted([jobId]);
  };
  const quietDay = current.data && otherId === null && !shift && (
    <div className={styles.quietDay}>
      <OpenShift lastFloatVnd={current.data.lastFloatVnd} isMain={takesMoney} />
      <div className={styles.side}>
        <ShownCodes shown={current.data.shown} />
        <Papers papers={current.data.papers} />
      </div>
    </div>
  );
  return (
    <Page
      title="Chốt ca"
      scroll
      sub={shift && `mở lúc ${formatHour(shift.openedAt)} ngày ${formatDay(shift.openedAt)}`}
    >
      {current.isError && <ErrorState error={current.error} onRetry={() => void current.refetch()} />}
      {other.isError && <ErrorState error={other.error} onRetry={() => void other.refetch()} />}
      {current.data?.ahead && <ClockAhead ahead={current.data.ahead} />}
      {counted?.reopened && (
        <QuietBar tone="due">
          Ca này đã chốt và được mở lại {formatHour(counted.reopened.at)} {formatDay(counted.reopened.at)}:{' '}
          {counted.reopened.by} mở, {counted.reopened.approver} xác nhận. {counted.reopened.reason}. Đếm lại
          rồi chốt; phiếu mới ghi cả hai lần.
        </QuietBar>
      )}
      {current.data && otherId !== null && other.data && (
        <CloseShift
          key={otherId}
          current={current.data}
          shift={other.data}
          onLeave={() => setParams({})}
          onClosed={(jobId) => {
            setParams({});
            show(jobId);
          }}
        />
      )}
      {current.data && otherId === null && shift && (
        <CloseShift key={shift.id} current={current.data} shift={shift} onClosed={show} />
      )}
      {takesMoney && quietDay}
      {current.data?.others.some(({ id }) => id !== otherId) && (
        <OthersOpen
          others={current.data.others.filter(({ id }) => id !== otherId)}
          onClose={(id) => setParams({ thay: String(id) })}
        />
      )}
      <ClosedShifts onOpen={openSheet} seesAll={person?.roles.includes('leader') ?? false} />
      {!takesMoney && quietDay}
      {sheetId !== null && (
        <ClosedSheet
          key={`${sheetId}.${sheetNumber}`}
          id={sheetId}
          number={sheetNumber}
          onPrint={mayPrint ? (jobId) => setPrinted([jobId]) : null}
          onReopened={() => {
            setParams({});
            countAgain(sheetId);
          }}
          onClose={() => setParams({})}
        />
      )}
      {printed.length > 0 && <SlipQueue jobIds={printed} onClose={() => setPrinted([])} />}
    </Page>
  );
}
