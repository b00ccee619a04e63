import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import { type Qd766Item, type Qd766Settings, qd766ItemNames } from '../../../shared/domain/qd766.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatDay } from '../../../shared/format.ts';
import { DayField } from '../../components/DayField.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { useOfficeNow } from '../../session.tsx';
import styles from './Dialogs.module.css';
import { Overtaken } from './Overtaken.tsx';
import { itemWords } from './qd766-words.ts';
import { readTargetValue } from './target-value.ts';
import { useSaveSettings } from './use-save-settings.ts';

/** What the counter cannot count, with where it was read and on which day; or that it does not judge this office. */
export function Qd766Dialog({ item, onClose }: { item: Qd766Item; onClose: () => void }) {
  const saving = useSaveSettings(onClose);
  const { qd766 } = saving.base;
  const today = useOfficeNow().slice(0, 10);
  const entry = qd766.entries[item];
  const [applies, setApplies] = useState(!qd766.without.includes(item));
  const [typedCount, setCount] = useState(entry ? String(entry.count) : '');
  const [typedOf, setOf] = useState(entry ? String(entry.of) : '');
  const [source, setSource] = useState(entry?.source ?? '');
  const [on, setOn] = useState<string | undefined>(entry?.on ?? today);
  const isEmpty = typedCount.trim() === '' && typedOf.trim() === '';
  const count = readTargetValue(typedCount, 'count');
  const of = readTargetValue(typedOf, 'count');
  const isWhole =
    count !== undefined && of !== undefined && count <= of && source.trim() !== '' && on !== undefined;
  const save = () => {
    const { [item]: _, ...others } = qd766.entries;
    const without = qd766.without.filter((one) => one !== item);
    saving.save({
      qd766: {
        entries: isEmpty || !isWhole ? others : { ...others, [item]: { count, of, source, on } },
        without: applies ? without : [...without, item],
      },
    });
  };
  return (
    <FormDialog
      title={itemWords[item].name}
      word="Lưu"
      pending={saving.isPending}
      error={saving.error}
      disabled={!isEmpty && !isWhole}
      onSubmit={save}
      onClose={onClose}
    >
      <p className={styles.quiet}>
        {itemWords[item].how}. Để trống thì dùng số đếm tại quầy, nếu có; số nhập tay được ưu tiên.
      </p>
      <div className={styles.targetFields} data-two="">
        <LabelledField label="Đạt" value={typedCount} onChange={setCount} numeric />
        <LabelledField
          label="Trên tổng số"
          value={typedOf}
          onChange={setOf}
          fault={count !== undefined && of !== undefined && count > of ? 'order' : undefined}
          faultText="Tổng số không thể nhỏ hơn số đạt."
          numeric
        />
      </div>
      <LabelledField
        label="Nguồn"
        value={source}
        onChange={setSource}
        placeholder="Cổng Dịch vụ công quốc gia"
      />
      <DayField label="Ngày xem số liệu" day={on} onChange={setOn} />
      <FormControlLabel
        control={<Checkbox checked={applies} onChange={(_, checked) => setApplies(checked)} />}
        label="Áp dụng cho đơn vị này"
      />
      {saving.overtaken && (
        <Overtaken
          changes={changesOf(saving.overtaken.qd766, qd766)}
          then="Lưu lần nữa để ghi số ở đây cho mục này; các mục khác giữ như vừa lưu."
        />
      )}
    </FormDialog>
  );
}

function changesOf(before: Qd766Settings, now: Qd766Settings): string[] {
  return qd766ItemNames
    .filter((item) => wordsOf(item, before) !== wordsOf(item, now))
    .map((item) => `${itemWords[item].name}: ${wordsOf(item, now)}`);
}

function wordsOf(item: Qd766Item, { entries, without }: Qd766Settings): string {
  const entry = entries[item];
  const typed = entry
    ? `${formatInteger(entry.count)}/${formatInteger(entry.of)}, ${entry.source}, ngày ${formatDay(entry.on)}`
    : 'không nhập tay';
  return without.includes(item) ? `${typed}, không áp dụng` : typed;
}
