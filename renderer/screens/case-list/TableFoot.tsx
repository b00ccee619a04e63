import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { CaseRow } from '../../../shared/views.ts';
import { Cap, Keycap } from '../../components/Keycap.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { describeError } from '../../error-sentences.ts';
import { useKeys } from '../../keys.ts';
import styles from './CaseList.module.css';
import { useBatchPrint } from './use-batch-print.ts';

interface TableFootProps {
  total: number | undefined;
  firstRow: number;
  shown: number;
  chosen: CaseRow[];
  onClear: () => void;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

/** Acts on what is marked at the left; count and pages at the right. */
export function TableFoot({ total, firstRow, shown, chosen, onClear, onPrevious, onNext }: TableFootProps) {
  const batch = useBatchPrint();
  const print = () => void batch.print(chosen.map(({ id }) => id));
  useKeys(chosen.length > 0 ? { print } : {});
  return (
    <footer className={styles.foot}>
      {chosen.length > 0 && (
        <>
          <b>Đã chọn {chosen.length}</b>
          <Button
            size="small"
            startIcon={<PrintOutlined />}
            endIcon={<Keycap name="print" />}
            disabled={batch.pending}
            onClick={print}
          >
            In giấy tiếp nhận
          </Button>
          <Button size="small" variant="text" endIcon={<Cap>Esc</Cap>} onClick={onClear}>
            Bỏ chọn
          </Button>
        </>
      )}
      <span role="status">
        {batch.error !== null ? (
          <StatusMark tone="late">{describeError(batch.error).sentence}</StatusMark>
        ) : (
          batch.total > 0 && (
            <StatusMark tone={batch.done < batch.total ? 'wait' : 'ok'}>
              {batch.done < batch.total ? 'Đang đưa vào danh sách in' : 'Đã đưa vào danh sách in'}{' '}
              {batch.done}/{batch.total}
            </StatusMark>
          )
        )}
      </span>
      <span className="grow" />
      <span className={styles.hint}>
        <Cap>↑</Cap>
        <Cap>↓</Cap> chuyển dòng, <Cap>Enter</Cap> mở
      </span>
      <span>{countWords(total, firstRow, shown)}</span>
      {(onPrevious || onNext) && (
        <>
          <IconButton aria-label="Trang trước" disabled={!onPrevious} onClick={onPrevious}>
            <ChevronLeft />
          </IconButton>
          <IconButton aria-label="Trang sau" disabled={!onNext} onClick={onNext}>
            <ChevronRight />
          </IconButton>
        </>
      )}
    </footer>
  );
}

/** "26 hồ sơ", "101–200 trong 3.717 hồ sơ". */
function countWords(total: number | undefined, firstRow: number, shown: number): string {
  if (total === undefined) return '';
  if (shown >= total) return `${formatInteger(total)} hồ sơ`;
  return `${formatInteger(firstRow)}–${formatInteger(firstRow + shown - 1)} trong ${formatInteger(total)} hồ sơ`;
}
