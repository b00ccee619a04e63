import AddOutlined from '@mui/icons-material/AddOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import FileOpenOutlined from '@mui/icons-material/FileOpenOutlined';
import TouchAppOutlined from '@mui/icons-material/TouchAppOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CampaignRow, MergeOutcome } from '../../../shared/views-campaign.ts';
import { api } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { QuietBar } from '../../components/QuietBar.tsx';
import { useOnce } from '../../components/use-once.ts';
import { CampaignDialog } from './CampaignDialog.tsx';
import { mergeWords } from './campaign-words.ts';
import { FilesButton } from './FilesButton.tsx';
import { saveText } from './save-text.ts';
import styles from './Teams.module.css';
import { useInvalidateDigital } from './use-invalidate-digital.ts';

/** What a campaign's home and its laptops do: make one, hand its kit out, open a kit, log, hand in, merge. */
export function CampaignActs(props: { campaign: CampaignRow | null; onChoose: (id: string) => void }) {
  const { campaign, onChoose } = props;
  const invalidate = useInvalidateDigital();
  const [asked, setAsked] = useState<'new' | 'edit' | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [merged, setMerged] = useState<readonly MergeOutcome[]>([]);
  const doing = useOnce(async (act: () => Promise<void>) => {
    setError(null);
    setMerged([]);
    try {
      await act();
    } catch (refusal) {
      setError(refusal);
    } finally {
      invalidate();
    }
  });
  const merge = (texts: readonly string[]) =>
    doing.run(async () => {
      for (const text of texts) {
        const outcome = await api.digital.campaign.merge.mutate({ text });
        setMerged((before) => [...before, outcome]);
      }
    });
  const openKit = ([text = '']: readonly string[]) =>
    doing.run(async () => onChoose((await api.digital.campaign.openKit.mutate({ text })).campaignId));
  const saveKit = (id: string) =>
    doing.run(async () => saveText(await api.digital.campaign.kit.mutate({ id })));
  const handIn = (id: string) =>
    doing.run(async () => {
      const { files } = await api.digital.campaign.export.mutate({ id });
      for (const file of files) saveText(file);
    });
  return (
    <div className={styles.acts}>
      <div className={styles.buttons}>
        {campaign && (
          <Button
            component={Link}
            to={`/ho-tro-so/ghi-dot?dot=${campaign.id}`}
            variant="contained"
            color="primary"
            size="small"
            startIcon={<TouchAppOutlined />}
          >
            Ghi lượt của đợt
          </Button>
        )}
        {campaign?.role === 'host' && (
          <>
            <FilesButton
              label="Gộp tệp của tổ"
              icon={<UploadFileOutlined />}
              many
              disabled={doing.pending}
              onTexts={merge}
            />
            <Button
              size="small"
              startIcon={<FileDownloadOutlined />}
              disabled={doing.pending}
              onClick={() => void saveKit(campaign.id)}
            >
              Tệp cho máy của tổ
            </Button>
            <Button size="small" startIcon={<EditOutlined />} onClick={() => setAsked('edit')}>
              Sửa đợt
            </Button>
          </>
        )}
        {campaign?.role === 'guest' && (
          <Button
            size="small"
            startIcon={<FileDownloadOutlined />}
            disabled={doing.pending}
            onClick={() => void handIn(campaign.id)}
          >
            Xuất tệp để nộp
          </Button>
        )}
        <span className="grow" />
        <FilesButton
          label="Mở tệp đợt"
          icon={<FileOpenOutlined />}
          disabled={doing.pending}
          onTexts={openKit}
        />
        <Button size="small" startIcon={<AddOutlined />} onClick={() => setAsked('new')}>
          Lập đợt
        </Button>
      </div>
      {campaign?.role === 'host' && (
        <p className={styles.note}>
          Tệp cho máy của tổ có khóa nhận ra người dân: chỉ giao tận tay người của tổ.
        </p>
      )}
      {merged.map((outcome, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same file merged twice has nothing else of its own
        <QuietBar key={index}>{mergeWords(outcome)}</QuietBar>
      ))}
      {error !== null && <ErrorNotice error={error} />}
      {asked !== null && (
        <CampaignDialog
          campaign={asked === 'edit' ? campaign : null}
          onClose={() => setAsked(null)}
          onSaved={(id) => {
            setAsked(null);
            onChoose(id);
          }}
        />
      )}
    </div>
  );
}
