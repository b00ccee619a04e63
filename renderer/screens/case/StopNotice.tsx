import Button from '@mui/material/Button';
import { formatDay } from '../../../shared/format.ts';
import { actLabels } from '../../../shared/labels.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import { QuietBar } from '../../components/QuietBar.tsx';
import { useOfficeNow } from '../../session.tsx';

/** The days for the papers are over: the counter proposes to stop, a person decides (NĐ 118 Đ19.5). */
export function StopNotice({ detail, onStop }: { detail: CaseDetail; onStop: () => void }) {
  const { status, supplements } = detail.state;
  const today = useOfficeNow().slice(0, 10);
  const mayStopFrom = supplements.at(-1)?.mayStopFrom;
  if (status !== 'awaitingSupplement' || mayStopFrom === undefined || today < mayStopFrom) return null;
  const canStop = detail.acts.some(({ act, refusal }) => act === 'stop' && refusal === null);
  return (
    <QuietBar tone="due" actions={canStop && <Button onClick={onStop}>{actLabels.stop}</Button>}>
      Quá hạn bổ sung từ {formatDay(mayStopFrom)}: có thể dừng giải quyết (NĐ 118/2025 Điều 19.5).
    </QuietBar>
  );
}
