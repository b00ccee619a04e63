import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Button from '@mui/material/Button';
import { useRef, useState } from 'react';
import { fieldHead, type ImportField } from '../../../shared/domain/import-fields.ts';
import { Panel } from '../../components/Panel.tsx';
import styles from './Import.module.css';
import type { ImportSteps } from './use-import.ts';

const usual: ImportField[] = [
  'serial',
  'caseCode',
  'procedure',
  'applicant',
  'address',
  'phone',
  'receivedOn',
  'dueOn',
  'resolvedOn',
  'returnedOn',
  'status',
  'note',
];

/** The file, by click or drop. */
export function FileStep({ work }: { work: ImportSteps }) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file) void work.choose(file);
  };
  return (
    <Panel title="Chọn tệp" note=".xlsx hoặc .csv, đến 200.000 dòng">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a drop target beside the button that does the same */}
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <UploadFileOutlined />
        <p>Kéo tệp vào đây, hoặc</p>
        <Button
          variant="contained"
          color="primary"
          autoFocus
          disabled={work.busy !== null}
          onClick={() => input.current?.click()}
        >
          {work.busy === 'reading' ? 'Đang đọc tệp' : 'Chọn tệp'}
        </Button>
        <input
          ref={input}
          className="hidden"
          type="file"
          aria-label="Tệp sổ hồ sơ"
          tabIndex={-1}
          accept=".xlsx,.csv,.tsv,.txt"
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      <dl className={styles.advice}>
        <dt>Cột cần có</dt>
        <dd>Mã hồ sơ, chủ hồ sơ và ngày nhận. Các cột khác có thì nạp, không có thì để trống.</dd>
        <dt>Cột đọc được</dt>
        <dd>{usual.map(fieldHead).join(' · ')}</dd>
        <dt>Dạng bảng</dt>
        <dd>
          Sổ theo dõi hồ sơ có tiêu đề phía trên, tiêu đề cột hai dòng hay một dòng đều đọc được; đọc trang
          tính đầu tiên.
        </dd>
        <dt>An toàn</dt>
        <dd>Hồ sơ đã có trong sổ (cùng mã) không bị ghi lần nữa. Nạp được tất cả hoặc không nạp gì.</dd>
      </dl>
    </Panel>
  );
}
