import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { Target } from '../../../shared/domain/target.ts';
import { formatDay } from '../../../shared/format.ts';
import { DayField } from '../../components/DayField.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { useShown } from './CasesLink.tsx';
import styles from './Dialogs.module.css';
import { valueWords } from './figure-words.ts';
import { readTargetValue } from './target-value.ts';
import { useLeaderSettings } from './use-leader-settings.ts';
import { useSaveSettings } from './use-save-settings.ts';
import { useTargetIndicators } from './use-target-indicators.ts';

/** The targets of the office; a new one is for the cases and the period that the page shows. */
export function TargetsDialog({ onClose }: { onClose: () => void }) {
  const { targets } = useLeaderSettings();
  const { period, scope: shownScope } = useShown();
  const { offered, digital } = useTargetIndicators();
  const saving = useSaveSettings(onClose);
  const [kept, setKept] = useState<readonly Target[]>(targets);
  const [indicator, setIndicator] = useState('inTime');
  const [text, setText] = useState('');
  const [from, setFrom] = useState<string | undefined>(period.from);
  const [to, setTo] = useState<string | undefined>(period.to);
  const chosen = offered.find(({ key }) => key === indicator);
  // Whom the office helped is not split by what the cases are.
  const scope = digital.some(({ key }) => key === indicator) ? {} : shownScope;
  const unit = chosen?.unit ?? 'share';
  const labelOf = (target: Target) =>
    [...offered, ...digital].find(({ key }) => key === target.indicator)?.label ?? target.indicator;
  const value = readTargetValue(text, unit);
  const isEmpty = text.trim() === '';
  const isOrdered = from !== undefined && to !== undefined && from <= to;
  const added: Target[] =
    isEmpty || value === undefined || !isOrdered
      ? []
      : [{ id: crypto.randomUUID(), indicator, scope, from, to, unit, value }];
  return (
    <FormDialog
      title="Chỉ tiêu"
      word="Lưu chỉ tiêu"
      wide
      pending={saving.isPending}
      error={saving.error}
      disabled={isEmpty ? kept.length === targets.length : added.length === 0}
      onSubmit={() => saving.save({ targets: [...kept, ...added] })}
      onClose={onClose}
    >
      <TextField
        select
        label="Thêm chỉ tiêu"
        value={indicator}
        onChange={({ target }) => setIndicator(target.value)}
      >
        {offered.map(({ key, label, better }) => (
          <MenuItem key={key} value={key}>
            {label} ({better === 'high' ? 'ít nhất' : 'nhiều nhất'})
          </MenuItem>
        ))}
      </TextField>
      <div className={styles.targetFields}>
        <LabelledField
          label={unit === 'count' ? `Số ${chosen?.counted}` : 'Tỷ lệ, %'}
          value={text}
          onChange={setText}
          fault={!isEmpty && value === undefined ? 'number' : undefined}
          faultText={unit === 'count' ? 'Ghi một số nguyên.' : 'Ghi từ 0 đến 100, nhiều nhất hai số lẻ.'}
          placeholder={unit === 'count' ? '3000' : '98,5'}
          numeric
        />
        <DayField label="Từ ngày" day={from} onChange={setFrom} />
        <DayField label="Đến ngày" day={to} onChange={setTo} />
      </div>
      {Object.keys(scope).length > 0 && <p className={styles.quiet}>Chỉ tính hồ sơ theo bộ lọc đang chọn.</p>}
      {kept.length > 0 && (
        <ul className={styles.targets} data-enter="skip">
          {kept.map((target) => (
            <li key={target.id}>
              <span>{labelOf(target)}</span>
              <b>{valueWords(target, target.value)}</b>
              <small>
                {formatDay(target.from)} – {formatDay(target.to)}
                {Object.keys(target.scope).length > 0 && ', theo bộ lọc'}
              </small>
              <IconButton
                aria-label={`Bỏ chỉ tiêu ${labelOf(target)}`}
                onClick={() => setKept(kept.filter(({ id }) => id !== target.id))}
              >
                <DeleteOutlined />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </FormDialog>
  );
}
