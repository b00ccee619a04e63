import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { lanHostNameSchema } from '../../../shared/domain/lan.ts';
import type { LanView } from '../../../shared/views-lan.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import fieldStyles from '../../components/SettingFields.module.css';
import { StatusMark } from '../../components/StatusMark.tsx';
import lanStyles from './Lan.module.css';
import styles from './Settings.module.css';

/** What switching on means, and at which address. */
export function LanSwitch(props: {
  lan: LanView;
  mayChange: boolean;
  pending: boolean;
  onLookAgain: () => void;
  onOn: (wish: { address: string; hostName: string }) => void;
  /** Null where nothing is open yet. */
  onCancel: (() => void) | null;
}) {
  const { lan, mayChange, pending, onLookAgain, onOn, onCancel } = props;
  const { addresses } = lan;
  const [chosen, setChosen] = useState<string | null>(null);
  const [hostName, setHostName] = useState(lan.hostName);
  const known = addresses.find(({ address }) => address === (chosen ?? lan.address)) ?? addresses[0];
  const isNamed = lanHostNameSchema.safeParse(hostName).success;
  const isNewName = lan.authority !== null && hostName.trim().toLowerCase() !== lan.hostName;
  return (
    <>
      {!lan.isOn && (
        <ul className={lanStyles.means}>
          <li>Máy khác chỉ vào được sau khi ghép bằng mã một lần do quản trị cấp, và thu hồi được.</li>
          <li>Đường truyền mã hóa bằng chứng thư riêng của cơ quan; cài chứng thư một lần trên mỗi máy.</li>
          <li>Người dùng máy khác vẫn phải đăng nhập. Không gì đi ra ngoài mạng nội bộ.</li>
          <li>Máy này phải mở thì các máy kia mới làm việc. Sổ chỉ nằm ở máy này.</li>
        </ul>
      )}
      {known === undefined ? (
        <p className={lanStyles.fault}>
          <StatusMark tone="due">Không thấy địa chỉ mạng nội bộ</StatusMark>
          Cắm dây mạng hoặc nối Wi-Fi của cơ quan vào máy này rồi bấm Tìm lại.
        </p>
      ) : (
        <fieldset className={`${styles.fields} ${styles.body}`} disabled={!mayChange}>
          <legend className="hidden">Địa chỉ của máy này</legend>
          <div className={styles.pair}>
            <TextField
              select
              label="Địa chỉ của máy này"
              value={known.address}
              disabled={!mayChange}
              helperText="Chọn mạng dây nếu có: Wi-Fi hay đổi địa chỉ."
              slotProps={{ formHelperText: { className: fieldStyles.hint } }}
              onChange={({ target }) => setChosen(target.value)}
            >
              {addresses.map(({ address, interfaceName }) => (
                <MenuItem key={address} value={address}>
                  {address} ({interfaceName})
                </MenuItem>
              ))}
            </TextField>
            <LabelledField
              label="Tên của máy trong mạng"
              value={hostName}
              onChange={setHostName}
              disabled={!mayChange}
              fault={isNamed ? undefined : 'format'}
              faultText="Một từ không dấu, có thể thêm .local, như mot-cua.local."
              hint={
                isNewName
                  ? 'Đổi tên thì phải cài lại chứng thư trên mọi máy.'
                  : 'Dùng được thay địa chỉ ở mạng biết tên máy.'
              }
            />
          </div>
        </fieldset>
      )}
      <div className={styles.actions}>
        {known === undefined && <Button onClick={onLookAgain}>Tìm lại</Button>}
        {onCancel && <Button onClick={onCancel}>Thôi</Button>}
        {known && (
          <Button
            variant="contained"
            color="primary"
            disabled={!mayChange || !isNamed || pending}
            onClick={() => onOn({ address: known.address, hostName })}
          >
            {pending ? 'Đang mở…' : lan.isOn ? 'Mở ở địa chỉ này' : 'Bật mạng nội bộ'}
          </Button>
        )}
      </div>
    </>
  );
}
