import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import IconButton from '@mui/material/IconButton';
import ListSubheader from '@mui/material/ListSubheader';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { caseIndicators } from '../../../shared/domain/case-indicators.ts';
import type { Target } from '../../../shared/domain/target.ts';
import { formatDay } from '../../../shared/format.ts';
import { DayField } from '../../components/DayField.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { useShown } from './CasesLink.tsx';
import styles from './Dialogs.module.css';
import { valueWords } from './figure-words.ts';
import type { TargetIndicator } from './indicator-words.ts';
import { Overtaken } from './Overtaken.tsx';
import { readTargetValue } from './target-value.ts';
import { useSaveSettings } from './use-save-settings.ts';
import { useScopeWords } from './use-scope-words.ts';
import { useTargetIndicators } from './use-target-indicators.ts';

const groups = [
  { title: 'Hồ sơ', counted: ['hồ sơ', 'phiếu'] },
  { title: 'Người dân', counted: ['người'] },
];

/** The targets of the office; a new one is for the cases and the period that the page shows. */
export function TargetsDialog({ onClose }: { onClose: () => void }) {
  const { period, scope: shownScope } = useShown();
  const { offered, digital } = useTargetIndicators();
  const saving = useSaveSettings(onClose);
  const { targets } = saving.base;
  /** Ids of those taken away here. */
  const [gone, setGone] = useState<readonly string[]>([]);
  const kept = targets.filter(({ id }) => !gone.includes(id));
  const [indicator, setIndicator] = useState('inTime');
  const [text, setText] = useState('');
  const [from, setFrom] = useState<string | undefined>(period.from);
  const [to, setTo] = useState<string | undefined>(period.to);
  const chosen = offered.find(({ key }) => key === indicator);
  const scopeWords = useScopeWords();
  // Whom the office helped, answers and payments are not split by what the cases are.
  const isSplit = Object.hasOwn(caseIndicators, indicator);
  const scope = isSplit ? shownScope : {};
  const only = scopeWords(scope);
  const unit = chosen?.unit ?? 'share';
  const bound = chosen?.better === 'low' ? 'Nhiều nhất' : 'Ít nhất';
  const knownOf = (target: Target) => [...offered, ...digital].find(({ key }) => key === target.indicator);
  const labelOf = (target: Target) => knownOf(target)?.label ?? target.indicator;
  const wordsOf = (target: Target) => `${labelOf(target)} ${boundWords(knownOf(target), target)}`;
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
        {groups.flatMap(({ title, counted }) => [
          <ListSubheader key={title}>{title}</ListSubheader>,
          ...offered
            .filter((one) => counted.includes(one.counted))
            .map(({ key, label }) => (
              <MenuItem key={key} value={key}>
                {label}
              </MenuItem>
            )),
        ])}
      </TextField>
      <div className={styles.targetFields}>
        <LabelledField
          label={unit === 'count' ? `${bound}, số ${chosen?.counted}` : `${bound}, %`}
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
      {saving.overtaken && (
        <Overtaken
          changes={[
            ...lacking(targets, saving.overtaken.targets).map((one) => `Vừa thêm: ${wordsOf(one)}`),
            ...lacking(saving.overtaken.targets, targets).map((one) => `Vừa bỏ: ${wordsOf(one)}`),
          ]}
          then="Lưu lần nữa để giữ cả thay đổi đó và thay đổi ở đây."
        />
      )}
      {only !== '' && <p className={styles.quiet}>Chỉ tính: {only}.</p>}
      {kept.length > 0 && (
        <ul className={styles.targets} data-enter="skip">
          {kept.map((target) => (
            <li key={target.id}>
              <span>{labelOf(target)}</span>
              <b>{boundWords(knownOf(target), target)}</b>
              <small>
                {formatDay(target.from)} – {formatDay(target.to)}
                {scopeWords(target.scope) !== '' && <i>{scopeWords(target.scope)}</i>}
              </small>
              <IconButton
                aria-label={`Bỏ chỉ tiêu ${labelOf(target)}`}
                onClick={() => setGone([...gone, target.id])}
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

/** Those of the first that the second has not. */
const lacking = (these: readonly Target[], those: readonly Target[]): Target[] =>
  these.filter(({ id }) => !those.some((one) => one.id === id));

const boundWords = (known: TargetIndicator | undefined, target: Target): string =>
  `${known?.better === 'low' ? '≤' : '≥'} ${valueWords(target, target.value)}`;
