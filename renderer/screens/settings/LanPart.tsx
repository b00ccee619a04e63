import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LanView } from '../../../shared/views-lan.ts';
import { api, useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import { useOnce } from '../../components/use-once.ts';
import { useSession } from '../../session.tsx';
import { LanDevices } from './LanDevices.tsx';
import { LanOpen } from './LanOpen.tsx';
import { LanSwitch } from './LanSwitch.tsx';
import styles from './Settings.module.css';

/** Mạng nội bộ: the door for other machines of the office, and which of them may come in. */
export function LanPart() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const mayManage = useMayManage();
  const isAdministrator = useSession().person?.roles.includes('administrator') ?? false;
  const asked = useQuery({
    ...trpc.lan.state.queryOptions(),
    enabled: mayManage,
    // An address that comes and goes tells nobody.
    refetchInterval: 15_000,
  });
  const [error, setError] = useState<unknown>(null);
  const [isChoosing, setChoosing] = useState(false);
  const show = (next: LanView) => client.setQueryData(trpc.lan.state.queryKey(), next);
  const act = useOnce(async (run: () => Promise<LanView>) => {
    setError(null);
    try {
      show(await run());
      setChoosing(false);
    } catch (refusal) {
      setError(refusal);
      void asked.refetch();
    }
  });
  const lan = asked.data;
  const mayChange = isAdministrator && (lan?.mayChange ?? false);
  const isSwitching = lan !== undefined && (!lan.isOn || isChoosing || lan.fault === 'addressGone');
  return (
    <section id="mang" className={styles.part} aria-labelledby="mang-title">
      <h2 id="mang-title">Mạng nội bộ</h2>
      <p className={styles.why}>
        Cho máy khác trong mạng của cơ quan mở quầy này: quầy thứ hai, máy của lãnh đạo, màn hình người dân,
        máy đánh giá. Mặc định tắt.
      </p>
      {!mayManage && <p className={styles.why}>Chỉ quản trị hoặc lãnh đạo xem được mục này.</p>}
      {asked.isError && <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {lan?.isOn && (
        <LanOpen
          lan={lan}
          mayChange={mayChange}
          pending={act.pending}
          onChoose={() => setChoosing(true)}
          onOff={() => void act.run(() => api.lan.switchOff.mutate())}
        />
      )}
      {lan && isSwitching && (
        <LanSwitch
          lan={lan}
          mayChange={mayChange}
          pending={act.pending}
          onLookAgain={() => void asked.refetch()}
          onOn={(wish) => void act.run(() => api.lan.switchOn.mutate(wish))}
          onCancel={isChoosing ? () => setChoosing(false) : null}
        />
      )}
      {error !== null && <ErrorNotice error={error} />}
      {lan && !mayChange && (
        <p className={styles.why}>
          {lan.mayChange
            ? 'Chỉ quản trị bật, tắt và ghép thiết bị; lãnh đạo thu hồi được.'
            : 'Bật, tắt và ghép thiết bị chỉ làm được tại máy chủ quầy.'}
        </p>
      )}
      {lan && (lan.isOn || lan.devices.length > 0) && (
        <LanDevices lan={lan} mayPair={mayChange && lan.isOpen} />
      )}
    </section>
  );
}
