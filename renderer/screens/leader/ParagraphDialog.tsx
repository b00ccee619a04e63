import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import { factsOf, fillParagraph, type ParagraphTemplate, textOf } from '../../../shared/domain/paragraph.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import styles from './Dialogs.module.css';
import { Overtaken } from './Overtaken.tsx';
import { ParagraphPlaces } from './ParagraphPlaces.tsx';
import type { ParagraphInput } from './use-paragraph.ts';
import { useSaveSettings } from './use-save-settings.ts';

/** A template, its words and its name, with what it says of the period shown; a new one is added, another may go. */
export function ParagraphDialog(props: {
  template: ParagraphTemplate;
  input: ParagraphInput;
  onSaved: (id: string) => void;
  onClose: () => void;
}) {
  const { template, input, onSaved, onClose } = props;
  const [name, setName] = useState(template.name);
  const [text, setText] = useState(template.text);
  const [isLeaving, setLeaving] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const saving = useSaveSettings(() => {
    onSaved(template.id);
    onClose();
  });
  const { paragraphs } = saving.base;
  const isNew = paragraphs.every(({ id }) => id !== template.id);
  const others = paragraphs.filter(({ id }) => id !== template.id);
  const edited = { ...template, name, text };
  const filled = fillParagraph(text, factsOf(input.groups), input.only);
  const isTwice = others.some((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  const isWhole = name.trim() !== '' && text.trim() !== '' && filled.unknown.length === 0 && !isTwice;
  /** Where the text was left, so that the next one stands after it. */
  const insert = (place: string) => {
    const { selectionStart: start, selectionEnd: end } = field.current ?? {
      selectionStart: text.length,
      selectionEnd: text.length,
    };
    const word = `{${place}}`;
    field.current?.setRangeText(word, start, end, 'end');
    setText(`${text.slice(0, start)}${word}${text.slice(end)}`);
  };
  const leaving = isLeaving
    ? { word: 'Giữ lại', onPress: () => setLeaving(false) }
    : { word: 'Bỏ mẫu', onPress: () => setLeaving(true) };
  return (
    <FormDialog
      title={isNew ? 'Thêm mẫu đoạn báo cáo' : 'Mẫu đoạn báo cáo'}
      word={isLeaving ? 'Bỏ mẫu này' : 'Lưu mẫu'}
      wide
      pending={saving.isPending}
      error={saving.error}
      disabled={!isLeaving && !isWhole}
      second={isNew || others.length === 0 ? undefined : leaving}
      onSubmit={() =>
        saving.save({
          paragraphs: isLeaving
            ? others
            : isNew
              ? [...paragraphs, edited]
              : paragraphs.map((one) => (one.id === template.id ? edited : one)),
        })
      }
      onClose={onClose}
    >
      {isLeaving ? (
        <p>Bỏ mẫu “{template.name}” của cả đơn vị. Các mẫu khác giữ nguyên.</p>
      ) : (
        <>
          <LabelledField
            label="Tên mẫu"
            value={name}
            onChange={setName}
            fault={isTwice ? 'twice' : undefined}
            faultText="Đã có mẫu tên này."
          />
          <TextField
            label="Lời"
            multiline
            minRows={3}
            maxRows={5}
            value={text}
            inputRef={field}
            error={filled.unknown.length > 0}
            helperText={
              filled.unknown.length > 0
                ? `Chỗ trống không rõ: ${filled.unknown.map((one) => `{${one}}`).join(', ')}. Chọn một chỗ trống bên dưới để thay.`
                : 'Phần trong [ ] tự bỏ khi một con số trong đó chưa có.'
            }
            onChange={({ target }) => setText(target.value)}
            slotProps={{ htmlInput: { maxLength: 3000 } }}
          />
          <p className={styles.preview} aria-live="polite">
            {textOf(filled)}
          </p>
          {saving.overtaken && (
            <Overtaken
              changes={changesOf(template, saving.overtaken.paragraphs, paragraphs)}
              then="Lưu lần nữa để ghi lời ở đây; các mẫu khác giữ như vừa lưu."
            />
          )}
          <ParagraphPlaces groups={input.groups} onChoose={insert} />
        </>
      )}
    </FormDialog>
  );
}

/** What another window did to the templates; of the one that is edited here its new words. */
function changesOf(
  { id }: ParagraphTemplate,
  before: readonly ParagraphTemplate[],
  now: readonly ParagraphTemplate[],
): string[] {
  const old = (one: ParagraphTemplate) => before.find((other) => other.id === one.id);
  return [
    ...now
      .filter((one) => old(one)?.name !== one.name || old(one)?.text !== one.text)
      .map((one) => (one.id === id ? `Lời vừa lưu của mẫu này: ${one.text}` : `Mẫu vừa lưu: ${one.name}`)),
    ...before
      .filter((one) => !now.some((other) => other.id === one.id))
      .map((one) => (one.id === id ? 'Mẫu này vừa bị bỏ' : `Mẫu vừa bị bỏ: ${one.name}`)),
  ];
}
