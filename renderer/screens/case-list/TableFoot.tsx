import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined';
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { CaseRow } from '../../../shared/views.ts';
import { ExportButton, type MadeFile } from '../../components/ExportButton.tsx';
import { Cap, Keycap } from '../../components/Keycap.tsx';
import { SlipQueue } from '../../components/SlipQueue.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useSlipPrinting, type WantedSlips } from '../../components/use-slip-printing.ts';
import { describeError } from '../../error-sentences.ts';
import { useKeys } from '../../keys.ts';
import styles from './CaseList.module.css';
import { HandMany, type Way } from './HandMany.tsx';

interface TableFootProps {
  total: number | undefined;
  firstRow: number;
  shown: number;
  chosen: CaseRow[];
  /** The list shows only cases with slips that wait: those are printed, not new ones. */
  onlyUnprinted: boolean;
  /** The workbook of every case of this list, not of this page alone. */
  exportList: () => Promise<MadeFile>;
  onClear: () => void;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

/** Acts on what is marked at the left; count and pages at the right. */
export function TableFoot(props: TableFootProps) {
  const { total, firstRow, shown, chosen, onlyUnprinted, exportList, onClear, onPrevious, onNext } = props;
  const slips = useSlipPrinting();
  const wanted: WantedSlips = onlyUnprinted ? 'unprinted' : ['acknowledgement'];
  const print = () =>
    void slips.print(
      chosen.map(({ id }) => id),
      wanted,
    );
  const { done, total: asked } = slips.progress;
  const [way, setWay] = useState<Way | null>(null);
  useKeys(chosen.length > 0 ? { print, handover: () => setWay('handover') } : {});
  return (
    <footer className={styles.foot}>
      {chosen.length > 0 && (
        <>
          <b>Đã chọn {chosen.length}</b>
          <Button
            size="small"
            startIcon={<PrintOutlined />}
            endIcon={<Keycap name="print" />}
            disabled={slips.pending}
            onClick={print}
          >
            {onlyUnprinted ? 'In phiếu chưa in' : 'In giấy tiếp nhận'}
          </Button>
          <Button
            size="small"
            startIcon={<SwapHorizOutlined />}
            endIcon={<Keycap name="handover" />}
            onClick={() => setWay('handover')}
          >
            Chuyển xử lý
          </Button>
          <Button size="small" startIcon={<TaskAltOutlined />} onClick={() => setWay('results')}>
            Bàn giao kết quả
          </Button>
          <Button size="small" variant="text" endIcon={<Cap>Esc</Cap>} onClick={onClear}>
            Bỏ chọn
          </Button>
        </>
      )}
      <span role="status">
        {slips.error !== null ? (
          <StatusMark tone="late">{describeError(slips.error).sentence}</StatusMark>
        ) : (
          asked > 0 && (
            <StatusMark tone={done < asked ? 'wait' : 'ok'}>
              {done < asked ? 'Đang đưa vào danh sách in' : 'Đã đưa vào danh sách in'} {done}/{asked}
            </StatusMark>
          )
        )}
      </span>
      <span className="grow" />
      {chosen.length === 0 && (
        <span className={styles.hint}>
          <Cap>↑</Cap>
          <Cap>↓</Cap> chuyển dòng, <Cap>Enter</Cap> mở
        </span>
      )}
      <ExportButton make={exportList} disabled={!total} />
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
      {way !== null && chosen.length > 0 && (
        <HandMany way={way} chosen={chosen} onClose={() => setWay(null)} />
      )}
      {slips.preview.length > 0 && <SlipQueue jobIds={slips.preview} onClose={slips.closePreview} />}
    </footer>
  );
}

/** "26 hồ sơ", "101–200 trong 3.717 hồ sơ". */
function countWords(total: number | undefined, firstRow: number, shown: number): string {
  if (total === undefined) return '';
  if (shown >= total) return `${formatInteger(total)} hồ sơ`;
  return `${formatInteger(firstRow)}–${formatInteger(firstRow + shown - 1)} trong ${formatInteger(total)} hồ sơ`;
}
