import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { provinces } from '../../../shared/domain/provinces.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import type { NewPassword } from '../../components/NewPasswordFields.tsx';
import { fieldSentence } from '../../error-sentences.ts';
import styles from './FirstRun.module.css';
import { findProvinceNames, isCurrentProvince } from './province-names.ts';
import { guessesFrom, type SetupValues } from './setup-values.ts';

export interface StepProps {
  values: SetupValues;
  faults: Record<string, string>;
  change: (part: Partial<SetupValues>) => void;
  password: NewPassword;
  setPassword: (password: NewPassword) => void;
}

/** The office: its name fills in the rest, which may be said otherwise. */
export function OfficeStep({ values, faults, change }: StepProps) {
  const { office } = values;
  const guesses = guessesFrom(office.unit);
  const set = (part: Partial<SetupValues['office']>) => change({ office: { ...office, ...part } });
  const setUnit = (unit: string) => {
    const before = guesses;
    const after = guessesFrom(unit);
    const follow = (value: string, old: string, next: string) =>
      value === '' || value === old ? next : value;
    set({
      unit,
      parentAgency: follow(office.parentAgency, before.parentAgency, after.parentAgency),
      place: follow(office.place, before.place, after.place),
      name: follow(office.name, before.names[0], after.names[0]),
    });
  };
  return (
    <>
      <LabelledField
        label="Đơn vị"
        value={office.unit}
        onChange={setUnit}
        fault={faults['office.unit']}
        hint="Tên ở góc trái màn hình, không có chữ UBND: vd. Phường Nghĩa Lộ."
        placeholder="Xã Mường Bú"
        autoFocus
      />
      <LabelledField
        label="Cơ quan cấp trên, dòng đầu của mọi phiếu"
        value={office.parentAgency}
        onChange={(parentAgency) => set({ parentAgency })}
        fault={faults['office.parentAgency']}
        placeholder="UBND xã Mường Bú"
      />
      <div>
        <LabelledField
          label="Tên bộ phận, dòng thứ hai"
          value={office.name}
          onChange={(name) => set({ name })}
          fault={faults['office.name']}
        />
        <p className={styles.offers} data-enter="skip">
          {guesses.names.map((name) => (
            <button key={name} type="button" className={styles.offer} onClick={() => set({ name })}>
              {name}
            </button>
          ))}
        </p>
      </div>
      <div className={styles.pair}>
        <LabelledField
          label="Địa danh"
          value={office.place}
          onChange={(place) => set({ place })}
          fault={faults['office.place']}
          hint="Đứng trước ngày tháng trên phiếu."
        />
        <Autocomplete
          autoHighlight
          options={provinces.map((province) => province.name)}
          value={office.province || null}
          groupBy={(name) => (isCurrentProvince(name) ? 'Hiện nay' : 'Trước tháng 7/2025')}
          filterOptions={(all, { inputValue }) => findProvinceNames(all, inputValue)}
          onChange={(_, province) => set({ province: province ?? '' })}
          noOptionsText="Không có tỉnh, thành phố nào khớp"
          renderInput={(params) => (
            <TextField
              {...params}
              label="Tỉnh, thành phố"
              error={faults['office.province'] !== undefined}
              helperText={faults['office.province'] && fieldSentence('choice')}
            />
          )}
        />
      </div>
    </>
  );
}
