import AddOutlined from '@mui/icons-material/AddOutlined';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  factsOf,
  fillParagraph,
  mostParagraphs,
  type ParagraphTemplate,
  textOf,
} from '../../../shared/domain/paragraph.ts';
import type { LeaderPage } from '../../../shared/views-leader.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { readingSentence } from '../../error-sentences.ts';
import { useKeys } from '../../keys.ts';
import styles from './Leader.module.css';
import { openingPath } from './other-paths.ts';
import { ParagraphDialog } from './ParagraphDialog.tsx';
import { useLeaderSettings } from './use-leader-settings.ts';
import type { ParagraphInput } from './use-paragraph.ts';

/** What is read out at the meeting: one key copies it, every number opens its cases. */
export function ParagraphPanel({ page, input }: { page: LeaderPage; input: ParagraphInput }) {
  const { paragraphs } = useLeaderSettings();
  const [chosen, choose] = useState('');
  const [edited, edit] = useState<ParagraphTemplate | null>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const template = paragraphs.find(({ id }) => id === chosen) ?? paragraphs[0];
  const paragraph = fillParagraph(template?.text ?? '', factsOf(input.groups), input.only);
  const text = textOf(paragraph);
  // A sentence without some of its parts reads as if it were whole.
  const isWhole = !input.isComing && input.failed === null;
  const copy = async () => {
    if (!isWhole) return;
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
        {isWhole ? (
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
        ) : (
          <p className={styles.coming} role="status">
            {input.failed === null
              ? 'Đang tính đoạn báo cáo…'
              : `Chưa có đoạn báo cáo. ${readingSentence(input.failed)}`}
          </p>
        )}
        {isWhole && paragraph.unknown.length > 0 && (
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
          disabled={!isWhole}
          onClick={() => void copy()}
        >
          {copied === text ? 'Đã chép' : 'Chép đoạn này'}
        </Button>
        <div className={styles.templates}>
          {template && (
            <TextField
              select
              value={template.id}
              onChange={({ target }) => choose(target.value)}
              slotProps={{ select: { SelectDisplayProps: { 'aria-label': 'Mẫu' } } }}
            >
              {paragraphs.map(({ id, name }) => (
                <MenuItem key={id} value={id}>
                  {name}
                </MenuItem>
              ))}
            </TextField>
          )}
          {template && (
            <IconButton aria-label="Sửa mẫu" disabled={!isWhole} onClick={() => edit(template)}>
              <EditOutlined />
            </IconButton>
          )}
          {paragraphs.length < mostParagraphs && (
            <IconButton aria-label="Thêm mẫu" disabled={!isWhole} onClick={() => edit(newTemplate())}>
              <AddOutlined />
            </IconButton>
          )}
        </div>
        <span className="hidden" role="status">
          {copied === text && 'Đã chép đoạn báo cáo'}
        </span>
      </div>
      {edited && (
        <ParagraphDialog template={edited} input={input} onSaved={choose} onClose={() => edit(null)} />
      )}
    </section>
  );
}

const newTemplate = (): ParagraphTemplate => ({
  id: crypto.randomUUID(),
  name: '',
  text: '{Kỳ}, {đơn vị} tiếp nhận {tiếp nhận} hồ sơ.',
});
