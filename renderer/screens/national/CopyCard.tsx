import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { CopyField } from '../../../shared/domain/copy-card.ts';
import { copyFieldLabels } from '../../../shared/labels.ts';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Cap } from '../../components/Keycap.tsx';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { AttachCode } from './AttachCode.tsx';
import styles from './National.module.css';

/** Every field with its own button, in the order of the national form. Enter copies and goes to the next; ↑↓ move. */
export function CopyCard({ id, onNext }: { id: number; onNext: () => void }) {
  const trpc = useTRPC();
  const asked = useQuery(trpc.national.card.queryOptions({ id }));
  const list = useRef<HTMLUListElement>(null);
  const [copied, setCopied] = useState<CopyField | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  if (asked.data === undefined) {
    return asked.isError ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : null;
  }
  const { fields, caseCode, nationalCode, version } = asked.data;
  const stand = (place: number) => list.current?.querySelectorAll('button')[place]?.focus();
  const copy = async (place: number) => {
    const chosen = fields[place];
    if (chosen === undefined) return;
    try {
      await navigator.clipboard.writeText(chosen.text);
      setIsRefused(false);
      setCopied(chosen.field);
      stand(place + 1);
    } catch {
      setIsRefused(true);
    }
  };
  const move = (event: KeyboardEvent, place: number) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    stand(place + step);
  };
  return (
    <Panel
      title={`Chép lên hệ thống quốc gia: ${caseCode}`}
      actions={
        <Button component={Link} to={`/ho-so/${id}`} size="small" variant="text">
          Mở hồ sơ
        </Button>
      }
      flush
      fill
    >
      <ul ref={list} className={styles.card} aria-label="Các mục chép lên hệ thống quốc gia">
        {fields.map(({ field, text }, place) => (
          <li key={field} data-copied={field === copied || undefined}>
            <span className={styles.name}>{copyFieldLabels[field]}</span>
            <span className={styles.text}>{text}</span>
            <Button
              size="small"
              autoFocus={place === 0}
              startIcon={<ContentCopyOutlined />}
              aria-label={`Chép ${copyFieldLabels[field]}`}
              onClick={() => void copy(place)}
              onKeyDown={(event) => move(event, place)}
            >
              Chép
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.hint} role="status">
        {isRefused ? (
          <StatusMark tone="late">Trình duyệt không cho chép. Bấm vào trang rồi chép lại.</StatusMark>
        ) : copied !== null ? (
          <StatusMark tone="ok">Đã chép {copyFieldLabels[copied]}</StatusMark>
        ) : (
          <>
            <Cap>Enter</Cap> chép và sang ô sau, <Cap>↑</Cap>
            <Cap>↓</Cap> chuyển ô
          </>
        )}
      </p>
      <AttachCode id={id} version={version} nationalCode={nationalCode} onAttached={onNext} />
    </Panel>
  );
}
