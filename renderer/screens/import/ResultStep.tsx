import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { useTRPC } from '../../api.ts';
import { ExportButton } from '../../components/ExportButton.tsx';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { listPath } from '../../list-state.ts';
import styles from './Import.module.css';
import type { ImportSteps } from './use-import.ts';

/** The number that grows while the file comes in, and what came of it. */
export function ResultStep({ work }: { work: ImportSteps }) {
  const trpc = useTRPC();
  const { result, check } = work;
  const progress = useQuery({
    ...trpc.imports.progress.queryOptions(),
    refetchInterval: 400,
    enabled: result === null,
  });
  if (result === null) {
    const { done = 0, total = check?.fresh ?? 0 } = progress.data ?? {};
    return (
      <Panel title="Đang nạp vào sổ" note="vẫn xem và tìm được hồ sơ; chưa ghi được gì mới">
        <p className={styles.number} role="status">
          {formatInteger(done)} / {formatInteger(total)}
        </p>
        <LinearProgress
          variant="determinate"
          value={total > 0 ? (done / total) * 100 : 0}
          aria-label="Đã nạp"
        />
        <div className={styles.actions}>
          <Button onClick={work.cancel}>Dừng, không nạp gì</Button>
        </div>
      </Panel>
    );
  }
  const faulty = check?.faulty ?? 0;
  return (
    <Panel title="Đã nạp xong">
      <p className={styles.number} role="status">
        {formatInteger(result.added)} hồ sơ mới
      </p>
      <div className={styles.outcome}>
        <StatusMark tone="done">{formatInteger(result.already)} hồ sơ đã có, giữ nguyên</StatusMark>
        <StatusMark tone={faulty > 0 ? 'due' : 'ok'}>
          {faulty > 0
            ? `${formatInteger(faulty)} dòng chưa nạp: tải về, sửa rồi nạp lại`
            : 'Không dòng nào bị bỏ lại'}
        </StatusMark>
      </div>
      <div className={styles.actions}>
        {faulty > 0 && <ExportButton make={work.makeFaulty}>Tải về để sửa</ExportButton>}
        <Button onClick={work.startAgain}>Nạp tệp khác</Button>
        <Button component={Link} to={listPath({ view: 'all' })} variant="contained" color="primary" autoFocus>
          Xem hồ sơ
        </Button>
      </div>
    </Panel>
  );
}
