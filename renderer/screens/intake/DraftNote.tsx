import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import Link from '@mui/material/Link';
import { useEffect, useState } from 'react';
import { formatHour } from '../../../shared/format.ts';
import { Shape } from '../../components/StatusMark.tsx';
import styles from './Intake.module.css';
import type { DraftState, FoundDraft } from './use-draft.ts';

/** Where the half-filled form is kept, in one quiet line. */
export function DraftNote(props: {
  state: DraftState;
  restoredAt: string | null;
  earlier: FoundDraft | null;
  onDiscard: () => void;
  onOpenEarlier: (earlier: FoundDraft) => void;
  onDropEarlier: () => void;
}) {
  const { state, restoredAt, earlier, onDiscard, onOpenEarlier, onDropEarlier } = props;
  if (state.kind === 'unsaved') {
    return (
      <span className={styles.truth} role="alert">
        <Shape tone="due" />
        Chưa lưu được bản nháp, sẽ thử lại khi gõ tiếp
      </span>
    );
  }
  if (earlier !== null) {
    return (
      <span className={styles.truth} role="status">
        <TaskAltOutlined />
        Còn bản nháp lúc {formatHour(earlier.savedAt)} ·
        <Link component="button" type="button" variant="body2" onClick={() => onOpenEarlier(earlier)}>
          Mở
        </Link>
        ·
        <Link component="button" type="button" variant="body2" onClick={onDropEarlier}>
          Bỏ
        </Link>
      </span>
    );
  }
  if (restoredAt !== null) {
    return (
      <span className={styles.truth} role="status">
        <TaskAltOutlined />
        Đã khôi phục bản nháp lúc {formatHour(restoredAt)} ·
        <Link component="button" type="button" variant="body2" onClick={onDiscard}>
          Xóa
        </Link>
      </span>
    );
  }
  if (state.kind === 'none') return null;
  return (
    <span className={styles.truth}>
      <TaskAltOutlined />
      Bản nháp lưu <Ago since={state.at} />
    </span>
  );
}

function Ago({ since }: { since: number }) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.round((now - since) / 1000));
  if (seconds < 1) return 'vừa xong';
  return seconds < 60 ? `${seconds} giây trước` : `${Math.floor(seconds / 60)} phút trước`;
}
