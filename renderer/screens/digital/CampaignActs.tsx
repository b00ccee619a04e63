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
import { FilesButton } from '../../components/FilesButton.tsx';
import { QuietBar } from '../../components/QuietBar.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import { useOnce } from '../../components/use-once.ts';
import { CampaignDialog } from './CampaignDialog.tsx';
import { mergeWords } from './campaign-words.ts';
import { KitDialog } from './KitDialog.tsx';
import { OpenKitDialog } from './OpenKitDialog.tsx';
import { saveText } from './save-text.ts';
import styles from './Teams.module.css';
import { useInvalidateDigital } from './use-invalidate-digital.ts';

/** What a campaign's home and its laptops do: make one, hand its kit out, open a kit, log, hand in, merge. */
export function CampaignActs(props: { campaign: CampaignRow | null; onChoose: (id: string) => void }) {
  const { campaign, onChoose } = props;
  const invalidate = useInvalidateDigital();
  const [asked, setAsked] = useState<'new' | 'edit' | 'kit' | null>(null);
  const [kitText, setKitText] = useState<string | null>(null);
  const mayManage = useMayManage();
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
            {mayManage && (
              <>
                <Button size="small" startIcon={<FileDownloadOutlined />} onClick={() => setAsked('kit')}>
                  Tệp cho máy của tổ
                </Button>
                <Button size="small" startIcon={<EditOutlined />} onClick={() => setAsked('edit')}>
                  Sửa đợt
                </Button>
              </>
            )}
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
          onTexts={async ([text = '']) => setKitText(text)}
        />
        {mayManage && (
          <Button size="small" startIcon={<AddOutlined />} onClick={() => setAsked('new')}>
            Lập đợt
          </Button>
        )}
      </div>
      {merged.map((outcome, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same file merged twice has nothing else of its own
        <QuietBar key={index}>{mergeWords(outcome)}</QuietBar>
      ))}
      {error !== null && <ErrorNotice error={error} />}
      {kitText !== null && (
        <OpenKitDialog
          text={kitText}
          onClose={() => setKitText(null)}
          onOpened={(id) => {
            setKitText(null);
            onChoose(id);
          }}
        />
      )}
      {asked === 'kit' && campaign && <KitDialog campaign={campaign} onClose={() => setAsked(null)} />}
      {(asked === 'new' || asked === 'edit') && (
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
