import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { StatusMark } from '../../components/StatusMark.tsx';
import styles from './Teams.module.css';

/** What is read out on the evening of the day. */
export function CampaignSentence({ sentence }: { sentence: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sentence);
      setCopied(sentence);
      setRefused(false);
    } catch {
      setRefused(true);
    }
  };
  return (
    <div className={styles.sentence}>
      <p>{sentence}</p>
      <Button size="small" startIcon={<ContentCopyOutlined />} onClick={() => void copy()}>
        {copied === sentence ? 'Đã chép' : 'Chép câu này'}
      </Button>
      {isRefused && (
        <p role="alert">
          <StatusMark tone="late">Trình duyệt không cho chép. Bôi đen câu này rồi bấm Ctrl+C.</StatusMark>
        </p>
      )}
    </div>
  );
}
