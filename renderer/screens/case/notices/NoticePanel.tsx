import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NoticeText } from '../../../../shared/domain/notice.ts';
import type { NoticeOccasion } from '../../../../shared/domain/notice-settings.ts';
import { formatDayMonthPadded, formatHour } from '../../../../shared/format.ts';
import { noticeChannelLabels, noticeOccasionLabels } from '../../../../shared/labels.ts';
import type { SentNotice } from '../../../../shared/views-feedback.ts';
import { useTRPC } from '../../../api.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Keycap } from '../../../components/Keycap.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { StatusMark } from '../../../components/StatusMark.tsx';
import { keys, useKeys } from '../../../keys.ts';
import { useOfficeNow } from '../../../session.tsx';
import { ChannelButtons } from './ChannelButtons.tsx';
import styles from './NoticePanel.module.css';
import { leftOutWords, smsWords } from './notice-words.ts';

/** What to tell the citizen now, folded to one line: one key copies it, one press more logs over which channel it went. */
export function NoticePanel({ caseId }: { caseId: number }) {
  const trpc = useTRPC();
  const asked = useQuery(trpc.notices.ofCase.queryOptions({ caseId }));
  const [chosen, choose] = useState<NoticeOccasion | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [copied, setCopied] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const texts = asked.data?.texts ?? [];
  const notice = texts.find(({ occasion }) => occasion === chosen) ?? texts[0];
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
      setRefused(false);
    } catch {
      setRefused(true);
    }
  };
  useKeys(notice ? { copyNotice: () => void copy(notice.text) } : {});
  if (asked.data === undefined) return asked.isError ? <ErrorNotice error={asked.error} /> : null;
  const { sent, isRestricted } = asked.data;
  if (notice === undefined && sent.length === 0) return null;
  const isCopied = notice !== undefined && copied === notice.text;
  const isShown = notice !== undefined && (isOpen || isCopied || isRefused);
  return (
    <Panel
      title="Báo cho người dân"
      actions={
        notice && (
          <>
            {texts.length > 1 && (
              <Segmented
                label="Báo điều gì"
                value={notice.occasion}
                options={texts.map(({ occasion }) => ({
                  value: occasion,
                  label: noticeOccasionLabels[occasion],
                }))}
                onChange={choose}
              />
            )}
            <Button size="small" variant="text" aria-expanded={isShown} onClick={() => setOpen(!isOpen)}>
              Xem tin
            </Button>
            <Button
              size="small"
              startIcon={<ContentCopyOutlined />}
              endIcon={<Keycap name="copyNotice" />}
              aria-keyshortcuts={keys.copyNotice.combos[0]}
              onClick={() => void copy(notice.text)}
            >
              Chép tin
            </Button>
          </>
        )
      }
      flush
    >
      {isRestricted && (
        <p className={styles.restricted}>
          <LockOutlined fontSize="small" />
          Chủ hồ sơ đã hạn chế xử lý dữ liệu: gọi điện hoặc nói trực tiếp, không gửi Zalo, SMS, thư điện tử.
        </p>
      )}
      {isShown && (
        <div className={styles.body}>
          <Words notice={notice} />
          {isRefused && (
            <StatusMark tone="late">Trình duyệt không cho chép. Bấm vào trang rồi chép lại.</StatusMark>
          )}
          {isCopied && (
            <ChannelButtons
              caseId={caseId}
              occasion={notice.occasion}
              text={notice.text}
              isRestricted={isRestricted}
              onLogged={() => setCopied(null)}
            />
          )}
        </div>
      )}
      {sent.length > 0 && <Told sent={sent} />}
    </Panel>
  );
}

function Words({ notice: { text, leftOut, unknown } }: { notice: NoticeText }) {
  return (
    <>
      <p className={styles.text}>{text}</p>
      <div className={styles.meta}>
        <span>{smsWords(text)}</span>
        {leftOut.length > 0 && <span>{leftOutWords(leftOut)}</span>}
        {unknown.length > 0 && (
          <StatusMark tone="due">
            Chưa rõ: {unknown.map((name) => `{${name}}`).join(', ')}, sửa trong Cài đặt
          </StatusMark>
        )}
      </div>
    </>
  );
}

function Told({ sent }: { sent: SentNotice[] }) {
  const today = useOfficeNow().slice(0, 10);
  return (
    <ul className={styles.told} aria-label="Đã báo">
      {sent.map(({ id, channel, at, personName, occasion }) => (
        <li key={id}>
          Đã báo {noticeChannelLabels[channel]}{' '}
          {at.startsWith(today) ? formatHour(at) : `${formatDayMonthPadded(at)} ${formatHour(at)}`},{' '}
          {personName} · {noticeOccasionLabels[occasion].toLowerCase()}
        </li>
      ))}
    </ul>
  );
}
