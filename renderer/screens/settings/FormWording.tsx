import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { type FormName, type FormText, formTextSchema } from '../../../shared/domain/forms.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { parseTypedDay } from '../../../shared/format.ts';
import type { FormTextsView } from '../../../shared/views.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import { FormPaper } from './FormPaper.tsx';
import { LetterFields } from './LetterFields.tsx';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { useSettingsPart } from './use-save-settings.ts';

/** One form: what its head, notes and signature say, and from which day. */
export function FormWording(props: {
  form: FormName;
  saved: FormText;
  texts: FormTextsView;
  picker: ReactNode;
}) {
  const { form, saved, texts, picker } = props;
  const part = useSettingsPart(
    `form ${form}`,
    { text: saved, numbering: texts.numbering, from: '' },
    ({ text, numbering, from }) => {
      const parsed = formTextSchema.safeParse(text);
      const { [form]: _, ...others } = texts.own;
      const isNational = JSON.stringify(text) === JSON.stringify(formTextSchema.parse(texts.national[form]));
      return {
        parsed,
        input: {
          formTexts: isNational ? others : { ...texts.own, [form]: text },
          formNumbering: numbering,
          ...(parseTypedDay(from) && { from: parseTypedDay(from) }),
        },
      };
    },
  );
  const { text, numbering, from } = part.values;
  const faults: Record<string, string> = part.fault ? faultsOf(part.fault) : {};
  const set = (more: Partial<FormText>) => part.change({ ...part.values, text: { ...text, ...more } });
  const isTt03 = numbering === 'tt03';
  const wording = isTt03 ? text.tt03 : text;
  const setWording = (more: Partial<FormText['tt03']>) =>
    isTt03 ? set({ tt03: { ...text.tt03, ...more } }) : set(more);
  return (
    <SettingsPart
      {...part}
      id="mau"
      title="Mẫu giấy"
      why="Đổi lời in trên giấy từ ngày áp dụng; giấy đã in và bản lưu giữ nguyên."
      isFaulty={part.fault !== null || (from !== '' && parseTypedDay(from) === undefined)}
      onSave={() => void part.save()}
      onDiscard={part.discard}
      sample={<FormPaper form={form} text={text} numbering={numbering} isWrong={part.fault !== null} />}
    >
      {picker}
      <Segmented
        label="Đánh số mẫu"
        value={numbering}
        options={[
          { value: 'tt01', label: 'Số mẫu theo TT 01/2018' },
          { value: 'tt03', label: 'Theo TT 03/2025' },
        ]}
        onChange={(next) => part.change({ ...part.values, numbering: next })}
      />
      <LabelledField
        label="Tên giấy"
        value={wording.title}
        onChange={(title) => setWording({ title })}
        fault={faults.title}
        placeholder={text.title}
      />
      <div className={styles.pair}>
        <LabelledField
          label="Mẫu số"
          value={wording.formNumber}
          onChange={(formNumber) => setWording({ formNumber })}
          fault={faults.formNumber}
        />
        <LabelledField
          label="Ký hiệu sau số"
          value={text.numberMark}
          onChange={(numberMark) => set({ numberMark })}
          fault={faults.numberMark}
          placeholder="PXL"
        />
      </div>
      <LabelledField
        label="Căn cứ ban hành"
        value={wording.legalLine}
        onChange={(legalLine) => setWording({ legalLine })}
        fault={faults.legalLine}
      />
      <div>
        <TickChip checked={text.showLegalLine} onChange={(showLegalLine) => set({ showLegalLine })}>
          In số mẫu và căn cứ
        </TickChip>
      </div>
      <LetterFields
        text={text}
        nationalNotice={texts.national[form].dataNotice}
        faults={faults}
        onChange={set}
      />
      <LabelledField
        label="Áp dụng từ ngày"
        value={from}
        onChange={(next) => part.change({ ...part.values, from: next })}
        fault={from !== '' && parseTypedDay(from) === undefined ? 'day' : undefined}
        placeholder="hôm nay"
        hint="Lưu cho một ngày sau thì đến ngày đó mới in theo; lần lưu sau cùng thay các lần trước."
        numeric
      />
      <div>
        <Button onClick={() => set(formTextSchema.parse(texts.national[form]))}>Về mẫu mặc định</Button>
      </div>
    </SettingsPart>
  );
}
