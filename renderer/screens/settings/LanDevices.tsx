import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay, formatHour } from '../../../shared/format.ts';
import { roleLabels } from '../../../shared/labels.ts';
import { lanDeviceLabels } from '../../../shared/lan-words.ts';
import type { LanDeviceRow, LanView, PairingCode } from '../../../shared/views-lan.ts';
import { api, useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useOnce } from '../../components/use-once.ts';
import lanStyles from './Lan.module.css';
import { LanCodeDialog } from './LanCodeDialog.tsx';
import { LanDeviceDialog } from './LanDeviceDialog.tsx';
import styles from './Settings.module.css';

/** What may come in: each device with its kind and when it was here; ended ones folded away. */
export function LanDevices({ lan, mayPair }: { lan: LanView; mayPair: boolean }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<(PairingCode & { name: string }) | null>(null);
  const [askedId, setAskedId] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const revoke = useOnce(async (id: number) => {
    setError(null);
    try {
      await api.lan.revokeDevice.mutate({ id });
      setAskedId(null);
    } catch (refusal) {
      setError(refusal);
    }
    await client.invalidateQueries({ queryKey: trpc.lan.pathKey() });
  });
  const live = lan.devices.filter(({ revokedAt }) => revokedAt === null);
  const ended = lan.devices.filter(({ revokedAt }) => revokedAt !== null);
  return (
    <>
      <h3 className={styles.subhead}>Thiết bị đã ghép</h3>
      {live.length === 0 && (
        <p className={styles.why}>
          Chưa có thiết bị nào. Bấm Thêm thiết bị để lấy mã, rồi gõ mã ấy ở máy kia.
        </p>
      )}
      <ul className={styles.people}>
        {live.map((device) => (
          <li key={device.id} className={lanStyles.device}>
            <span>
              <b>{device.name}</b>
              {lanDeviceLabels[device.kind]}
              <small>{boundWords(device, lan)}</small>
            </span>
            <span>
              {device.isConnected ? (
                <StatusMark tone="ok">đang nối</StatusMark>
              ) : (
                <StatusMark tone="done">thấy lần cuối {timeWords(device.lastSeenAt)}</StatusMark>
              )}
              <small>
                ghép {timeWords(device.pairedAt)}
                {device.pairedBy && `, ${device.pairedBy}`}
              </small>
            </span>
            <div className={lanStyles.acts}>
              {askedId === device.id ? (
                <>
                  <Button size="small" onClick={() => setAskedId(null)}>
                    Thôi
                  </Button>
                  <Button
                    size="small"
                    autoFocus
                    variant="contained"
                    color="primary"
                    disabled={revoke.pending}
                    aria-label={`Thu hồi ${device.name} ngay`}
                    onClick={() => void revoke.run(device.id)}
                  >
                    Thu hồi ngay
                  </Button>
                </>
              ) : (
                <Button
                  size="small"
                  aria-label={`Thu hồi ${device.name}`}
                  onClick={() => setAskedId(device.id)}
                >
                  Thu hồi…
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {askedId !== null && (
        <p className={lanStyles.fault} role="status">
          <StatusMark tone="due">Thu hồi</StatusMark>
          Máy ấy mất kết nối ngay, người đang làm ở đó phải đăng nhập ở máy khác; phần chưa gửi thì mất. Muốn
          dùng lại phải ghép lại.
        </p>
      )}
      {error !== null && <ErrorNotice error={error} />}
      {ended.length > 0 && (
        <details className={styles.gone}>
          <summary>Đã thu hồi: {ended.length} thiết bị</summary>
          <ul>
            {ended.map(({ id, name, kind, revokedAt }) => (
              <li key={id}>
                {name}, {lanDeviceLabels[kind].toLowerCase()}, thu hồi {timeWords(revokedAt ?? '')}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className={styles.actions}>
        {lan.waiting.length > 0 && (
          <span className={styles.why}>
            Đang đợi gõ mã: {lan.waiting.map(({ name }) => name).join(', ')}.
          </span>
        )}
        <span className="grow" />
        <Button disabled={!mayPair} onClick={() => setAdding(true)}>
          Thêm thiết bị…
        </Button>
      </div>
      {isAdding && (
        <LanDeviceDialog
          lan={lan}
          onMade={(code) => {
            setAdding(false);
            setMade(code);
            client.setQueryData(trpc.lan.state.queryKey(), code.view);
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {made && <LanCodeDialog made={made} lan={lan} onClose={() => setMade(null)} />}
    </>
  );
}

/** Which desk a screen belongs to; which roles a counter is limited to. */
function boundWords({ desk, roles, kind }: LanDeviceRow, { devices }: LanView): string {
  if (kind === 'rating') return 'chỉ nhận đánh giá';
  if (kind === 'counter')
    return roles === null
      ? 'mọi vai trò'
      : `chỉ ${roles.map((role) => roleLabels[role].toLowerCase()).join(', ')}`;
  const owner = devices.find(({ id }) => desk === `lan:${id}`);
  return `của ${owner?.name ?? 'máy chủ quầy'}`;
}

/** An instant as office time: "14:05 20/11/2026". */
function timeWords(instant: string): string {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return `${formatHour(local)} ${formatDay(local.slice(0, 10))}`;
}
