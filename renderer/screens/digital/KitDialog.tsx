import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CampaignRow } from '../../../shared/views-campaign.ts';
import { useTRPC } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import { passphraseWords } from './campaign-words.ts';
import styles from './Digital.module.css';
import { saveText } from './save-text.ts';

/** Makes the file that a team's laptop opens, and shows once what opens it. */
export function KitDialog({ campaign, onClose }: { campaign: CampaignRow; onClose: () => void }) {
  const trpc = useTRPC();
  const [namesInFiles, setNamesInFiles] = useState(false);
  const making = useMutation(trpc.digital.campaign.kit.mutationOptions({ onSuccess: saveText }));
  const made = making.data;
  return (
    <FormDialog
      title="Tệp cho máy của tổ"
      word={made ? 'Đã chép mã' : 'Làm tệp'}
      pending={making.isPending}
      error={making.error}
      isOnce={made !== undefined}
      onSubmit={made ? onClose : () => making.mutate({ id: campaign.id, namesInFiles })}
      onClose={onClose}
    >
      {made ? (
        <>
          <p className={styles.hint}>Tệp {made.name} đã lưu vào thư mục tải về. Mã mở tệp:</p>
          <p className={styles.passphrase}>
            <b>{passphraseWords(made.passphrase)}</b>
          </p>
          <p className={styles.hint}>
            Chép mã ra giấy, giao riêng với USB. Máy này không giữ mã: mất mã thì làm tệp khác, các lượt đã
            ghi vẫn gộp được.
          </p>
        </>
      ) : (
        <>
          <p className={styles.hint}>
            Tệp có danh sách tổ, thành viên và khóa của riêng đợt này, khóa lại bằng mã 12 số. Máy của tổ gõ
            mã một lần.
          </p>
          <div className={styles.chips}>
            <TickChip checked={namesInFiles} onChange={setNamesInFiles}>
              Tổ ghi cả họ tên, năm sinh
            </TickChip>
          </div>
          <p className={styles.hint}>
            {namesInFiles
              ? 'Máy của tổ giữ họ tên người được giúp; máy này ghi tên vào thẻ của người mới.'
              : 'Máy của tổ không giữ họ tên. Người đã có thẻ ở máy này vẫn hiện tên; người mới chưa có tên.'}
          </p>
        </>
      )}
    </FormDialog>
  );
}
