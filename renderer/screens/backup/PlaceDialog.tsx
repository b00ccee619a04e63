import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isTypedBack } from '../../../shared/domain/account.ts';
import { api, useTRPC } from '../../api.ts';
import { ApprovalFields, useApproval } from '../../components/ApprovalFields.tsx';
import { CodeProof, CodeSheet } from '../../components/CodeSheet.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import { useOnce } from '../../components/use-once.ts';
import { useOfficeNow, useSession } from '../../session.tsx';
import styles from './Backups.module.css';

/** Where copies are carried to; the code that opens them elsewhere is shown once. */
export function PlaceDialog(props: { place: string | null; isCodeProven: boolean; onClose: () => void }) {
  const { place, isCodeProven, onClose } = props;
  const trpc = useTRPC();
  const drives = useQuery(trpc.backups.drives.queryOptions());
  const [path, setPath] = useState(place ?? '');
  const [isNew, setNew] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const approval = useApproval();
  /** The first place takes one person; a change, or the end of one, two. */
  const second = place !== null && approval.given !== null ? { approval: approval.given } : {};
  const choose = useOnce(async () => {
    setError(null);
    try {
      const chosen = await api.backups.choosePlace.mutate({ place: path, newCode: isNew, ...second });
      if (chosen.code === null) onClose();
      else setCode(chosen.code);
    } catch (refusal) {
      setError(refusal);
    }
  });
  const end = useOnce(async () => {
    setError(null);
    try {
      await api.backups.choosePlace.mutate({ place: null, ...second });
      onClose();
    } catch (refusal) {
      setError(refusal);
    }
  });
  if (code !== null) return <PlaceCode code={code} onClose={onClose} />;
  return (
    <FormDialog
      title="Nơi lưu thứ hai"
      word="Dùng nơi này"
      pending={choose.pending || end.pending}
      error={error}
      disabled={path.trim() === '' || (place !== null && approval.given === null)}
      second={
        place === null || approval.given === null
          ? undefined
          : { word: 'Thôi dùng nơi này', onPress: () => void end.run() }
      }
      onSubmit={() => void choose.run()}
      onClose={onClose}
    >
      <LabelledField
        label="Thư mục trên USB hoặc ổ khác"
        value={path}
        onChange={setPath}
        hint="Đừng chọn ổ đang chứa sổ, ổ mạng hay thư mục đồng bộ."
        autoFocus
      />
      {(drives.data ?? []).length > 0 && (
        <p className={styles.drives} data-enter="skip">
          {drives.data?.map((drive) => (
            <Button key={drive} size="small" onClick={() => setPath(drive)}>
              {drive}
            </Button>
          ))}
        </p>
      )}
      {place !== null && (
        <>
          {isCodeProven ? (
            <TickChip checked={isNew} onChange={setNew}>
              Làm mã mới (mất mã cũ, hoặc người biết mã đã nghỉ)
            </TickChip>
          ) : (
            <p className={styles.quiet}>
              Mã trước chưa được xác nhận trên giấy: lần này làm mã mới. Còn tờ mã trước thì bấm Thôi, rồi Gõ
              lại mã trên giấy.
            </p>
          )}
          <ApprovalFields approval={approval} />
        </>
      )}
    </FormDialog>
  );
}

/** Shown this once; left only by who has it on paper. */
function PlaceCode({ code, onClose }: { code: string; onClose: () => void }) {
  const { office } = useSession();
  const today = useOfficeNow().slice(0, 10);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<unknown>(null);
  const prove = useOnce(async () => {
    setError(null);
    try {
      await api.backups.proveCode.mutate({ code });
      onClose();
    } catch (refusal) {
      setError(refusal);
    }
  });
  return (
    <FormDialog
      title="Mã mở bản sao lưu"
      word="Mã đã ở trên giấy"
      pending={prove.pending}
      error={error}
      disabled={!isTypedBack(typed, code)}
      wide
      isOnce
      onSubmit={() => void prove.run()}
      onClose={onClose}
    >
      <CodeSheet name="Mã mở bản sao lưu" unit={office?.unit ?? ''} day={today} code={code}>
        <p className={styles.quiet}>
          Mã chỉ hiện lần này và không lưu ở đâu. In hoặc chép ra giấy, cho vào phong bì niêm phong, cất trong
          két, không để cùng USB. Ghi rõ Mã mở bản sao lưu ngoài phong bì: khác Mã khôi phục và Mã của sổ.
          Không có mã thì máy khác không mở được các bản đã niêm phong.
        </p>
      </CodeSheet>
      <CodeProof code={code} value={typed} onChange={setTyped} />
    </FormDialog>
  );
}
