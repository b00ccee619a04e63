import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../../../shared/format.ts';
import type { EncryptionView } from '../../../shared/views-encryption.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { Unbroken } from '../../components/Unbroken.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import { useSession } from '../../session.tsx';
import encryption from './Encryption.module.css';
import { EncryptionDialog, type EncryptionWay } from './EncryptionDialog.tsx';
import { lockSentence } from './lock-words.ts';
import styles from './Settings.module.css';

const system: Record<EncryptionView['system'], string> = {
  strong: 'Máy này tự mở sổ cho người dùng hệ điều hành đang dùng. Máy khác, người dùng khác phải gõ mã.',
  weak: 'Máy này tự mở sổ, nhưng hệ điều hành không có kho khóa: ai đọc được ổ đĩa cũng mở được. Cài kho khóa (GNOME Keyring, KWallet) rồi mở lại quầy.',
  none: 'Mỗi lần mở quầy phải gõ mã của sổ.',
};

/** Mã hóa sổ: how the register lies on the disk, and what opens it. */
export function EncryptionPart() {
  const trpc = useTRPC();
  const mayManage = useMayManage();
  const isAdministrator = useSession().person?.roles.includes('administrator') ?? false;
  const asked = useQuery({ ...trpc.encryption.standing.queryOptions(), enabled: mayManage });
  const [way, setWay] = useState<EncryptionWay | null>(null);
  const view = asked.data;
  return (
    <section id="ma-hoa" className={styles.part} aria-labelledby="ma-hoa-title">
      <h2 id="ma-hoa-title">Mã hóa sổ</h2>
      <p className={styles.why}>
        Sổ, bản sao lưu và phiếu đã lưu nằm trên ổ đĩa ở dạng không đọc được nếu không có khóa: ai lấy được
        máy hoặc ổ đĩa cũng không xem được dữ liệu của dân.
      </p>
      {!mayManage && <p className={styles.why}>Chỉ quản trị hoặc lãnh đạo xem được mục này.</p>}
      {asked.isError && <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {view && (
        <div className={encryption.facts}>
          <StatusMark tone={view.isOn ? (isLacking(view) ? 'due' : 'ok') : 'done'} strong>
            {view.isOn ? `Đã mã hóa, mã lập ngày ${formatDay(view.codeMadeOn ?? '')}` : 'Chưa mã hóa'}
          </StatusMark>
          <Facts view={view} />
        </div>
      )}
      {view && !view.isSample && (
        <div className={styles.actions}>
          {!isAdministrator && <span className={styles.why}>Chỉ quản trị đổi được, với người thứ hai.</span>}
          {view.isOn ? (
            <>
              <Button disabled={!isAdministrator} onClick={() => setWay('code')}>
                Làm mã mới…
              </Button>
              <Button
                disabled={!isAdministrator || (view.isRestLeft && view.restFault === null)}
                onClick={() => setWay('unlock')}
              >
                Tắt mã hóa…
              </Button>
            </>
          ) : (
            <Button disabled={!isAdministrator} onClick={() => setWay('lock')}>
              Mã hóa sổ…
            </Button>
          )}
        </div>
      )}
      {way && view && (
        <EncryptionDialog
          way={way}
          atNextStart={view.atNextStart}
          onClose={() => {
            setWay(null);
            void asked.refetch();
          }}
        />
      )}
    </section>
  );
}

/** Locked, but not so that nobody could read it. */
const isLacking = ({ system, restFault }: EncryptionView): boolean => system === 'weak' || restFault !== null;

function Facts({
  view: { isOn, isSample, system: opens, isRestLeft, restFault, openAside, fault },
}: {
  view: EncryptionView;
}) {
  return (
    <ul>
      {isOn && <li>{system[opens]}</li>}
      {isRestLeft && restFault === null && (
        <li>Các bản sao lưu và phiếu có từ trước đang được mã hóa nốt.</li>
      )}
      {isRestLeft && restFault !== null && (
        <li className={styles.fault}>
          Bản sao lưu và phiếu có từ trước chưa mã hóa hết, còn đọc được trên ổ đĩa. {lockSentence(restFault)}{' '}
          Lần mở quầy sau làm tiếp.
        </li>
      )}
      {isOn && openAside.length > 0 && (
        <li>
          <Unbroken
            text={`Còn đọc được, nên xóa hoặc cất sang ổ đã mã hóa khi không cần nữa: ${openAside.join(', ')}.`}
          />
        </li>
      )}
      {fault !== null && <li className={styles.fault}>Lần vừa rồi chưa đổi gì. {lockSentence(fault)}</li>}
      {isSample && <li>Sổ minh họa không có dữ liệu của ai nên không cần mã hóa.</li>}
      {!isOn && !isSample && (
        <li>
          Khi bật, phần mềm cho một mã 20 chữ và số để cất trong két. Mất mã và hỏng máy thì không ai mở được
          sổ nữa, kể cả người làm ra phần mềm.
        </li>
      )}
    </ul>
  );
}
