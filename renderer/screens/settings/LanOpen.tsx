import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../../../shared/format.ts';
import { lanFaultSentence } from '../../../shared/lan-words.ts';
import type { LanView } from '../../../shared/views-lan.ts';
import { useTRPC } from '../../api.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { QrCode } from '../../second-screen/QrCode.tsx';
import lanStyles from './Lan.module.css';
import { LanSheet } from './LanSheet.tsx';
import styles from './Settings.module.css';
import { saveText } from './save-text.ts';

/** The door as it stands: where it is, what it is known by, and what the other machines need. */
export function LanOpen(props: {
  lan: LanView;
  mayChange: boolean;
  pending: boolean;
  onChoose: () => void;
  onOff: () => void;
}) {
  const { lan, mayChange, pending, onChoose, onOff } = props;
  const { url, nameUrl, authority, fault, isOpen, leafUntil } = lan;
  const trpc = useTRPC();
  const qr = useQuery({ ...trpc.queue.qrOf.queryOptions({ text: url ?? '' }), enabled: url !== null });
  const certificate = useQuery(trpc.lan.certificate.queryOptions()).data;
  const [asks, setAsks] = useState<'off' | 'sheet' | null>(null);
  const live = lan.devices.filter(({ revokedAt }) => revokedAt === null).length;
  return (
    <>
      <p className={lanStyles.fault}>
        {isOpen ? (
          <StatusMark tone="ok">Đang mở</StatusMark>
        ) : (
          <>
            <StatusMark tone="late">Chưa mở được</StatusMark>
            <span>{lanFaultSentence(fault, lan.port)}</span>
          </>
        )}
      </p>
      {url && authority && (
        <div className={lanStyles.open}>
          <div className={lanStyles.qr}>{qr.data && <QrCode qr={qr.data} label={`Mã QR của ${url}`} />}</div>
          <dl className={lanStyles.facts}>
            <dt>Địa chỉ</dt>
            <dd>
              <span className={lanStyles.address}>{url}</span>
              {nameUrl && <small>hoặc {nameUrl}</small>}
            </dd>
            <dt>Dấu vân tay</dt>
            <dd>
              <span className={lanStyles.fingerprint}>
                {fingerprintGroups(authority.fingerprint).map((group) => (
                  <span key={group}>{group}</span>
                ))}
              </span>
              <small>SHA-256 của chứng thư cơ quan. Máy khác phải thấy đúng dãy này trước khi cài.</small>
            </dd>
            <dt>Chứng thư</dt>
            <dd>
              của cơ quan đến {formatDay(authority.until.slice(0, 10))}
              {leafUntil && `, của địa chỉ đến ${formatDay(leafUntil.slice(0, 10))} và tự gia hạn`}
            </dd>
          </dl>
        </div>
      )}
      {asks === 'off' && (
        <div className={styles.actions} role="status">
          <span className="grow">
            {live > 0
              ? `${live} thiết bị đang ghép sẽ mất kết nối ngay; bật lại thì chúng tự vào, không phải ghép lại.`
              : 'Không máy nào khác vào được nữa cho đến khi bật lại.'}
          </span>
          <Button onClick={() => setAsks(null)}>Thôi</Button>
          <Button
            autoFocus
            variant="contained"
            color="primary"
            disabled={pending}
            onClick={() => {
              setAsks(null);
              onOff();
            }}
          >
            Tắt mạng nội bộ
          </Button>
        </div>
      )}
      <div className={styles.actions}>
        <Button
          disabled={!certificate}
          onClick={() =>
            certificate && saveText(certificate.pem, certificate.fileName, 'application/x-x509-ca-cert')
          }
        >
          Tải chứng thư
        </Button>
        <Button onClick={() => setAsks('sheet')}>In tờ hướng dẫn</Button>
        <Button disabled={!mayChange || pending} onClick={onChoose}>
          Đổi địa chỉ…
        </Button>
        <Button disabled={!mayChange || pending || asks === 'off'} onClick={() => setAsks('off')}>
          Tắt…
        </Button>
      </div>
      {asks === 'sheet' && <LanSheet onClose={() => setAsks(null)} />}
    </>
  );
}

/** 'AB:CD:EF:…' in eight groups of four pairs, as it stands on the sheet. */
function fingerprintGroups(fingerprint: string): string[] {
  const pairs = fingerprint.split(':');
  return Array.from({ length: pairs.length / 4 }, (_, group) =>
    pairs.slice(group * 4, group * 4 + 4).join(' '),
  );
}
