import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { type LanDeviceKind, lanDeviceKinds, type NewDevice } from '../../../shared/domain/lan.ts';
import { roles as allRoles, type Role } from '../../../shared/domain/person.ts';
import { roleLabels } from '../../../shared/labels.ts';
import { lanDeviceLabels } from '../../../shared/lan-words.ts';
import type { LanView, PairingCode } from '../../../shared/views-lan.ts';
import { api } from '../../api.ts';
import dialog from '../../components/FormDialog.module.css';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import { useOnce } from '../../components/use-once.ts';
import styles from './Settings.module.css';

const whatItDoes: Record<LanDeviceKind, string> = {
  counter: 'Mở quầy như máy này, sau khi đăng nhập. Máy của lãnh đạo: chỉ chọn vai trò Lãnh đạo.',
  display: 'Hiện cho người dân xem phần đang nhập của một quầy; không làm gì khác được.',
  rating: 'Chỉ mở trang đánh giá, mỗi mã trên phiếu một lần; không xem được gì khác.',
};

/** What a new device is called and may do; its code follows. */
export function LanDeviceDialog(props: {
  lan: LanView;
  onMade: (made: PairingCode & { name: string }) => void;
  onClose: () => void;
}) {
  const { lan, onMade, onClose } = props;
  const [kind, setKind] = useState<LanDeviceKind>('counter');
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const [roles, setRoles] = useState<readonly Role[]>(['clerk', 'cashier']);
  const [desk, setDesk] = useState('window');
  const [error, setError] = useState<unknown>(null);
  const desks = lan.devices.filter((device) => device.kind === 'counter' && device.revokedAt === null);
  const make = useOnce(async () => {
    setTried(true);
    setError(null);
    if (name.trim() === '' || roles.length === 0) return;
    try {
      onMade({ ...(await api.lan.newPairingCode.mutate(wish())), name: name.trim() });
    } catch (refusal) {
      setError(refusal);
    }
  });
  const wish = (): NewDevice => {
    if (kind === 'rating') return { kind, name };
    if (kind === 'display') return { kind, name, desk };
    return { kind, name, roles: roles.length === allRoles.length ? null : [...roles] };
  };
  return (
    <FormDialog
      title="Thêm thiết bị"
      word="Lấy mã ghép"
      wide
      pending={make.pending}
      error={error}
      disabled={kind === 'counter' && roles.length === 0}
      onSubmit={() => void make.run()}
      onClose={onClose}
    >
      <Segmented
        label="Loại thiết bị"
        wide
        value={kind}
        options={lanDeviceKinds.map((value) => ({ value, label: lanDeviceLabels[value] }))}
        onChange={setKind}
      />
      <p className={styles.why}>{whatItDoes[kind]}</p>
      <LabelledField
        label="Tên thiết bị"
        value={name}
        onChange={setName}
        placeholder="vd. Quầy số 2"
        fault={isTried && name.trim() === '' ? 'required' : undefined}
        hint="Đứng trong nhật ký và ở trang đăng nhập của máy ấy."
      />
      {kind === 'counter' && (
        <div>
          <p className={dialog.label}>Vai trò dùng được ở máy ấy</p>
          <div className={styles.chips}>
            {allRoles.map((role) => (
              <TickChip
                key={role}
                checked={roles.includes(role)}
                onChange={(isOn) =>
                  setRoles(allRoles.filter((known) => (known === role ? isOn : roles.includes(known))))
                }
              >
                {roleLabels[role]}
              </TickChip>
            ))}
          </div>
        </div>
      )}
      {kind === 'display' && (
        <TextField
          select
          label="Màn hình của quầy"
          value={desk}
          onChange={({ target }) => setDesk(target.value)}
        >
          <MenuItem value="window">Máy chủ quầy này</MenuItem>
          {desks.map(({ id, name: owner }) => (
            <MenuItem key={id} value={`lan:${id}`}>
              {owner}
            </MenuItem>
          ))}
        </TextField>
      )}
    </FormDialog>
  );
}
