import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { campaignInputSchema } from '../../../shared/domain/campaign-files.ts';
import type { CampaignRow } from '../../../shared/views-campaign.ts';
import { useTRPC } from '../../api.ts';
import { DayField } from '../../components/DayField.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import { useOfficeNow } from '../../session.tsx';
import styles from './Digital.module.css';
import { useInvalidateDigital } from './use-invalidate-digital.ts';

/** Name, days and teams of a campaign. */
export function CampaignDialog(props: {
  campaign: CampaignRow | null;
  onSaved: (id: string) => void;
  onClose: () => void;
}) {
  const { campaign, onSaved, onClose } = props;
  const trpc = useTRPC();
  const invalidate = useInvalidateDigital();
  const today = useOfficeNow().slice(0, 10);
  const [id] = useState(() => campaign?.id ?? crypto.randomUUID());
  const [name, setName] = useState(campaign?.name ?? 'Đợt cao điểm');
  const [from, setFrom] = useState<string | undefined>(campaign?.from ?? today);
  const [to, setTo] = useState<string | undefined>(campaign?.to ?? today);
  const [chosen, setChosen] = useState<readonly string[] | null>(campaign?.teamIds ?? null);
  const teams = useQuery(trpc.digital.teams.list.queryOptions()).data ?? [];
  const teamIds = teams.map((team) => team.id).filter((teamId) => chosen === null || chosen.includes(teamId));
  const saving = useMutation(
    trpc.digital.campaign.save.mutationOptions({ onSuccess: () => onSaved(id), onSettled: invalidate }),
  );
  const parsed = campaignInputSchema.safeParse({ id, name, from, to, teamIds });
  const tick = (teamId: string, isOn: boolean) =>
    setChosen(isOn ? [...teamIds, teamId] : teamIds.filter((one) => one !== teamId));
  return (
    <FormDialog
      title={campaign ? 'Sửa đợt' : 'Lập đợt'}
      word="Lưu đợt"
      wide
      pending={saving.isPending}
      error={saving.error}
      disabled={!parsed.success}
      onSubmit={() => parsed.success && saving.mutate(parsed.data)}
      onClose={onClose}
    >
      <LabelledField label="Tên đợt" value={name} onChange={setName} />
      <DayField label="Từ ngày" day={from} onChange={setFrom} />
      <DayField label="Đến ngày" day={to} onChange={setTo} />
      <div className={styles.field}>
        <span>Các tổ</span>
        {teams.length === 0 ? (
          <p className={styles.hint}>Chưa có tổ nào. Thêm tổ ở bên phải trang trước, rồi lập đợt.</p>
        ) : (
          <div className={styles.chips}>
            {teams
              .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
              .map((team) => (
                <TickChip
                  key={team.id}
                  checked={teamIds.includes(team.id)}
                  onChange={(isOn) => tick(team.id, isOn)}
                >
                  {team.name}
                </TickChip>
              ))}
          </div>
        )}
      </div>
    </FormDialog>
  );
}
