import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { describeError } from '../error-sentences.ts';
import styles from './ExportButton.module.css';
import { StatusMark } from './StatusMark.tsx';
import { useOnce } from './use-once.ts';

export interface MadeFile {
  path: string;
  fileName: string;
}

/** Asks for the workbook of what is seen and saves it under its Vietnamese name; a refusal is said beside it. */
export function ExportButton(props: {
  make: () => Promise<MadeFile>;
  disabled?: boolean;
  children?: string;
}) {
  const { make, disabled = false, children = 'Xuất Excel' } = props;
  const [error, setError] = useState<unknown>(null);
  const saving = useOnce(async () => {
    setError(null);
    try {
      saveFile(await make());
    } catch (refusal) {
      setError(refusal);
    }
  });
  return (
    <span className={styles.export}>
      {error !== null && (
        <span role="alert">
          <StatusMark tone="late">{describeError(error).sentence}</StatusMark>
        </span>
      )}
      <Button
        size="small"
        startIcon={<FileDownloadOutlined />}
        disabled={disabled || saving.pending}
        onClick={() => void saving.run()}
      >
        {saving.pending ? 'Đang xuất' : children}
      </Button>
    </span>
  );
}

/** Hands a file of the counter to the browser's downloads. */
function saveFile({ path, fileName }: MadeFile): void {
  const link = document.createElement('a');
  link.href = path;
  link.download = fileName;
  link.click();
}
