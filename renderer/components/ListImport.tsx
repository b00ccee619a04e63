import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Button from '@mui/material/Button';
import { useRef, useState } from 'react';
import { formatDay, parseTypedDay } from '../../shared/format.ts';
import { describeError } from '../error-sentences.ts';
import { FormDialog } from './FormDialog.tsx';
import { handIn } from './hand-in.ts';
import { LabelledField } from './LabelledField.tsx';
import styles from './ListImport.module.css';
import { StatusMark } from './StatusMark.tsx';
import { useOnce } from './use-once.ts';

interface Preview {
  added: string[];
  changed: string[];
  unchanged: number;
  bad: { row: number; why: string }[];
}

interface ListImportProps {
  title: string;
  compare: (file: string) => Promise<Preview>;
  /** `day` is null where nothing is asked about a day. */
  apply: (file: string, day: string | null) => Promise<unknown>;
  /** What is done with the changes; they are applied at once where it is not given. */
  word?: string;
  /** The first choice for the day from which it is in force. */
  from?: string;
  disabled?: boolean;
}

/** A list of ours back from Excel: what it would change is shown before anything is. */
export function ListImport(props: ListImportProps) {
  const { title, compare, apply, word = 'Áp dụng', from, disabled = false } = props;
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<{ file: string; preview: Preview } | null>(null);
  const [day, setDay] = useState(from ? formatDay(from) : '');
  const [error, setError] = useState<unknown>(null);
  const reading = useOnce(async (picked: File) => {
    setError(null);
    try {
      const file = await handIn(picked);
      setChosen({ file, preview: await compare(file) });
    } catch (refusal) {
      setError(refusal);
    }
  });
  const typedDay = parseTypedDay(day);
  const applying = useOnce(async () => {
    if (chosen === null) return;
    try {
      await apply(chosen.file, from ? (typedDay ?? null) : null);
      setChosen(null);
    } catch (refusal) {
      setError(refusal);
    }
  });
  const preview = chosen?.preview;
  const count = preview ? preview.added.length + preview.changed.length : 0;
  return (
    <span className={styles.import}>
      {error !== null && chosen === null && (
        <span role="alert">
          <StatusMark tone="late">{describeError(error).sentence}</StatusMark>
        </span>
      )}
      <Button
        size="small"
        startIcon={<UploadFileOutlined />}
        disabled={disabled || reading.pending}
        onClick={() => input.current?.click()}
      >
        {reading.pending ? 'Đang đọc tệp' : 'Nạp từ Excel'}
      </Button>
      <input
        ref={input}
        className="hidden"
        type="file"
        aria-label={title}
        tabIndex={-1}
        accept=".xlsx,.csv"
        onChange={(event) => {
          const picked = event.target.files?.[0];
          if (picked) void reading.run(picked);
          event.target.value = '';
        }}
      />
      {preview && (
        <FormDialog
          title={title}
          word={`${word} ${count} thay đổi`}
          wide
          pending={applying.pending}
          disabled={count === 0 || (from !== undefined && typedDay === undefined)}
          error={error}
          onSubmit={() => void applying.run()}
          onClose={() => setChosen(null)}
        >
          <p className={styles.figures}>
            <StatusMark tone="ok">{preview.added.length} mới</StatusMark>
            <StatusMark tone="due">{preview.changed.length} thay đổi</StatusMark>
            <StatusMark tone="done">{preview.unchanged} giữ nguyên</StatusMark>
            <StatusMark tone={preview.bad.length > 0 ? 'late' : 'done'}>
              {preview.bad.length} dòng lỗi
            </StatusMark>
          </p>
          {from !== undefined && (
            <LabelledField
              label="Áp dụng từ ngày"
              value={day}
              onChange={setDay}
              fault={typedDay === undefined ? 'day' : undefined}
              hint="Các phiên bản trước giữ nguyên cho hồ sơ đã nhận."
              numeric
            />
          )}
          <ul className={styles.lines}>
            {preview.bad.map(({ row, why }) => (
              <li key={`bad-${row}`}>
                <StatusMark tone="late">Dòng {row}</StatusMark> {why}
              </li>
            ))}
            {preview.added.map((words) => (
              <li key={`new-${words}`}>
                <StatusMark tone="ok">Mới</StatusMark> {words}
              </li>
            ))}
            {preview.changed.map((words) => (
              <li key={words}>
                <StatusMark tone="due">Đổi</StatusMark> {words}
              </li>
            ))}
          </ul>
        </FormDialog>
      )}
    </span>
  );
}
