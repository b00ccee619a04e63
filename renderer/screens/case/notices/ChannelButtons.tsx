import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isSpoken, type NoticeOccasion, noticeChannels } from '../../../../shared/domain/notice-settings.ts';
import { noticeChannelLabels } from '../../../../shared/labels.ts';
import { useTRPC } from '../../../api.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { StatusMark } from '../../../components/StatusMark.tsx';
import styles from './NoticePanel.module.css';

interface ChannelButtonsProps {
  caseId: number;
  occasion: NoticeOccasion;
  text: string;
  /** Then he is told by word of mouth alone. */
  isRestricted: boolean;
  onLogged: () => void;
}

/** Over which channel the copied text went; the first one has the keyboard, so Enter is enough. */
export function ChannelButtons({ caseId, occasion, text, isRestricted, onLogged }: ChannelButtonsProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [formKey] = useState(() => crypto.randomUUID());
  const sent = useMutation(
    trpc.notices.sent.mutationOptions({
      onSuccess: async () => {
        onLogged();
        await client.invalidateQueries({ queryKey: trpc.notices.pathKey() });
      },
    }),
  );
  return (
    <>
      <div className={styles.channels} role="status">
        <StatusMark tone="ok">Đã chép. Gửi xong, ghi kênh:</StatusMark>
      </div>
      <div className={styles.channels}>
        {noticeChannels
          .filter((channel) => !isRestricted || isSpoken(channel))
          .map((channel, place) => (
            <Button
              key={channel}
              size="small"
              autoFocus={place === 0}
              disabled={sent.isPending}
              onClick={() => sent.mutate({ formKey, caseId, occasion, channel, text })}
            >
              {noticeChannelLabels[channel]}
            </Button>
          ))}
      </div>
      {sent.error && <ErrorNotice error={sent.error} />}
    </>
  );
}
