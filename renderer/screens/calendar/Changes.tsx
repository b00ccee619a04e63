import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import styles from './Change.module.css';
import { editWords, keyOf } from './day-edits.ts';
import type { CalendarChange } from './use-calendar-change.ts';

/** The edits collected so far and how many cases they reach; nothing is saved before the list is seen. */
export function Changes({ change, onReview }: { change: CalendarChange; onReview: () => void }) {
  const { edits, preview, isReading, previewError, error, pending } = change;
  const moved = preview?.moved.length ?? 0;
  const isReady = preview !== undefined && !isReading && previewError === null;
  const changesNothing = isReady && preview.years.length === 0;
  return (
    <Panel title="Thay đổi" note={`${edits.length} mục, chưa lưu`} flush>
      <ul className={styles.edits}>
        {edits.map((edit) => (
          <li key={keyOf(edit)}>
            <span className="grow">{editWords(edit)}</span>
            <IconButton aria-label={`Bỏ ${editWords(edit)}`} onClick={() => change.remove(edit)}>
              <CloseOutlined />
            </IconButton>
          </li>
        ))}
      </ul>
      <div className={styles.sum}>
        <p role="status">
          {!isReady ? (
            <StatusMark tone="wait">Đang tính lại ngày hẹn</StatusMark>
          ) : changesNothing ? (
            <StatusMark tone="done">Lịch không khác bản đang dùng</StatusMark>
          ) : moved === 0 ? (
            <StatusMark tone="ok">Không hồ sơ nào đổi ngày hẹn</StatusMark>
          ) : (
            <StatusMark tone="due" strong>
              {formatInteger(moved)} hồ sơ đổi ngày hẹn
            </StatusMark>
          )}
        </p>
        {(previewError ?? error) !== null && <ErrorNotice error={previewError ?? error} />}
        <div className={styles.editorActions}>
          <Button onClick={change.clear}>Bỏ hết</Button>
          <Button
            variant="contained"
            color="primary"
            disabled={!isReady || changesNothing || pending}
            onClick={moved > 0 ? onReview : () => preview && void change.apply(preview, [], false)}
          >
            {moved > 0 ? 'Xem danh sách' : 'Áp dụng'}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
