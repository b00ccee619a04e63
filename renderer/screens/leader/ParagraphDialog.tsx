import TextField from '@mui/material/TextField';
import { useState } from 'react';
import {
  fillParagraph,
  type ParagraphFacts,
  type ParagraphTemplate,
  textOf,
} from '../../../shared/domain/paragraph.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import styles from './Dialogs.module.css';
import { useLeaderSettings } from './use-leader-settings.ts';
import { useSaveSettings } from './use-save-settings.ts';

/** A template, its words and its name, with what it says of the period shown. */
export function ParagraphDialog(props: {
  template: ParagraphTemplate;
  facts: ParagraphFacts;
  onClose: () => void;
}) {
  const { template, facts, onClose } = props;
  const { paragraphs } = useLeaderSettings();
  const [name, setName] = useState(template.name);
  const [text, setText] = useState(template.text);
  const saving = useSaveSettings(onClose);
  const filled = fillParagraph(text, facts);
  const isWhole = name.trim() !== '' && text.trim() !== '' && filled.unknown.length === 0;
  return (
    <FormDialog
      title="Mẫu đoạn báo cáo"
      word="Lưu mẫu"
      wide
      pending={saving.isPending}
      error={saving.error}
      disabled={!isWhole}
      onSubmit={() =>
        saving.save({
          paragraphs: paragraphs.map((one) => (one.id === template.id ? { ...one, name, text } : one)),
        })
      }
      onClose={onClose}
    >
      <LabelledField label="Tên mẫu" value={name} onChange={setName} />
      <TextField
        label="Lời"
        multiline
        minRows={5}
        value={text}
        error={filled.unknown.length > 0}
        helperText={
          filled.unknown.length > 0
            ? `Chỗ trống không rõ: ${filled.unknown.map((one) => `{${one}}`).join(', ')}. Bấm một chỗ trống bên dưới để thêm.`
            : 'Phần trong [ ] tự bỏ khi một con số trong đó chưa có.'
        }
        onChange={({ target }) => setText(target.value)}
        slotProps={{ htmlInput: { maxLength: 3000 } }}
      />
      <div className={styles.places} data-enter="skip">
        {Object.keys(facts).map((place) => (
          <button key={place} type="button" onClick={() => setText(`${text}{${place}}`)}>
            {`{${place}}`}
          </button>
        ))}
      </div>
      <p className={styles.preview} aria-live="polite">
        {textOf(filled)}
      </p>
    </FormDialog>
  );
}
