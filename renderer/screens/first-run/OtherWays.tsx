import FileOpenOutlined from '@mui/icons-material/FileOpenOutlined';
import Button from '@mui/material/Button';
import { FilesButton } from '../../components/FilesButton.tsx';
import styles from './FirstRun.module.css';

/** On the first page, below the way that most take: a sample, a team's campaign, a backup. */
export function OtherWays(props: {
  /** The sample is being made. */
  isOpening: boolean;
  /** Of a team's laptop: to its campaign. */
  onBack: (() => void) | null;
  onSample: () => void;
  onKit: (text: string) => void;
  onRestore: () => void;
}) {
  const { isOpening, onBack, onSample, onKit, onRestore } = props;
  return (
    <>
      <span className={styles.newLine} />
      {onBack ? (
        <Button onClick={onBack}>Về đợt của tổ</Button>
      ) : (
        <>
          <Button disabled={isOpening} onClick={onSample}>
            <span aria-live="polite">
              {isOpening ? 'Đang dựng dữ liệu minh họa, chừng 10 giây…' : 'Mở dữ liệu minh họa'}
            </span>
          </Button>
          <FilesButton
            label="Mở tệp đợt của tổ"
            icon={<FileOpenOutlined />}
            size="medium"
            disabled={isOpening}
            onTexts={async ([text = '']) => onKit(text)}
          />
        </>
      )}
      <Button disabled={isOpening} onClick={onRestore}>
        Khôi phục từ bản sao lưu
      </Button>
    </>
  );
}
