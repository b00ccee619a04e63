import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay, formatDayMonthPadded, shortWeekday } from '../../../shared/format.ts';
import type { CampaignRow } from '../../../shared/views-campaign.ts';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { CampaignActs } from './CampaignActs.tsx';
import { CampaignFiles } from './CampaignFiles.tsx';
import { CampaignSentence } from './CampaignSentence.tsx';
import { CampaignTable } from './CampaignTable.tsx';
import { daysOf } from './campaign-words.ts';
import styles from './Teams.module.css';

/** A campaign: the table of its teams, what was merged, the sentence to read out. */
export function CampaignPanel(props: {
  campaigns: readonly CampaignRow[];
  chosen: CampaignRow;
  onChoose: (id: string) => void;
}) {
  const { campaigns, chosen, onChoose } = props;
  const trpc = useTRPC();
  const [day, setDay] = useState<string | null>(null);
  const asked = useQuery({
    ...trpc.digital.campaign.day.queryOptions({ id: chosen.id, day }),
    placeholderData: keepPreviousData,
  });
  const days = daysOf(chosen);
  return (
    <section className={styles.campaign} aria-label="Đợt cao điểm">
      <div className={styles.head}>
        <TextField
          select
          value={chosen.id}
          onChange={({ target }) => onChoose(target.value)}
          slotProps={{ htmlInput: { 'aria-label': 'Đợt' } }}
        >
          {campaigns.map((one) => (
            <MenuItem key={one.id} value={one.id}>
              {one.name} {daysWords(one)}
              {one.role === 'guest' && ' (ghi hộ đơn vị)'}
            </MenuItem>
          ))}
        </TextField>
        {days.length > 1 && (
          <TextField
            select
            value={day ?? ''}
            onChange={({ target }) => setDay(target.value || null)}
            slotProps={{ htmlInput: { 'aria-label': 'Ngày' }, select: { displayEmpty: true } }}
          >
            <MenuItem value="">Cả đợt</MenuItem>
            {days.map((one) => (
              <MenuItem key={one} value={one}>
                {shortWeekday(one)} {formatDayMonthPadded(one)}
              </MenuItem>
            ))}
          </TextField>
        )}
      </div>
      <CampaignActs campaign={chosen} onChoose={onChoose} />
      {asked.data ? (
        <>
          <CampaignSentence sentence={asked.data.sentence} />
          <CampaignTable day={asked.data} on={day} />
          <CampaignFiles day={asked.data} on={day} />
        </>
      ) : (
        asked.isError && <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
      )}
    </section>
  );
}

function daysWords({ from, to }: CampaignRow): string {
  return from === to
    ? `${shortWeekday(from)} ${formatDay(from)}`
    : `${formatDayMonthPadded(from)} – ${formatDay(to)}`;
}
