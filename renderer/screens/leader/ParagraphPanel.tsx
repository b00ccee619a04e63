import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useState } from 'react';
import { Link } from 'react-router';
import { fillParagraph, type ParagraphFacts, textOf } from '../../../shared/domain/paragraph.ts';
import type { LeaderPage } from '../../../shared/views-leader.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useKeys } from '../../keys.ts';
import styles from './Leader.module.css';
import { openingPath } from './other-paths.ts';
import { ParagraphDialog } from './ParagraphDialog.tsx';
import { useLeaderSettings } from './use-leader-settings.ts';

/** What is read out at the meeting: one key copies it, every number opens its cases. */
export function ParagraphPanel({ page, facts }: { page: LeaderPage; facts: ParagraphFacts }) {
  const { paragraphs } = useLeaderSettings();
  const [chosen, choose] = useState('');
  const [isEditing, setEditing] = useState(false);
  const [copied, setCopied] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const template = paragraphs.find(({ id }) => id === chosen) ?? paragraphs[0];
  const paragraph = fillParagraph(template?.text ?? '', facts);
  const text = textOf(paragraph);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
      setRefused(false);
    } catch {
      setRefused(true);
    }
  };
  useKeys({ primary: () => void copy() });
  return (
    <section className={styles.paragraph} aria-label="Đoạn báo cáo">
      <div className={styles.said}>
        <p data-paragraph="">
          {paragraph.parts.map((part, index) =>
            part.kind === 'text' ? (
              part.text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a place in the sentence is all that tells two equal numbers apart
              <Link key={index} to={openingPath(part.opens, page)}>
                {part.text}
              </Link>
            ),
          )}
        </p>
        {paragraph.unknown.length > 0 && (
          <p role="alert">
            <StatusMark tone="due">
              Mẫu có chỗ trống không rõ: {paragraph.unknown.map((name) => `{${name}}`).join(', ')}. Sửa mẫu để
              thay bằng chỗ trống đã biết.
            </StatusMark>
          </p>
        )}
        {isRefused && (
          <p role="alert">
            <StatusMark tone="late">Trình duyệt không cho chép. Bôi đen đoạn này rồi bấm Ctrl+C.</StatusMark>
          </p>
        )}
      </div>
      <div className={styles.saying}>
        <Button
          variant="contained"
          color="primary"
          startIcon={<ContentCopyOutlined />}
          endIcon={<Keycap name="primary" />}
          aria-keyshortcuts="Control+Enter"
          onClick={() => void copy()}
        >
          {copied === text ? 'Đã chép' : 'Chép đoạn này'}
        </Button>
        <div className={styles.templates}>
          {paragraphs.length > 1 && (
            <Segmented
              label="Mẫu"
              value={template?.id ?? ''}
              options={paragraphs.slice(0, 3).map(({ id, name }) => ({ value: id, label: name }))}
              onChange={choose}
            />
          )}
          <IconButton aria-label="Sửa mẫu" onClick={() => setEditing(true)}>
            <EditOutlined />
          </IconButton>
        </div>
        <span className="hidden" role="status">
          {copied === text && 'Đã chép đoạn báo cáo'}
        </span>
      </div>
      {isEditing && template && (
        <ParagraphDialog template={template} facts={facts} onClose={() => setEditing(false)} />
      )}
    </section>
  );
}
