import { useState } from 'react';
import { formatFullTime } from '../../../../shared/format.ts';
import type { TimelineEntry } from '../../../../shared/views.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import styles from './Corrections.module.css';
import type { EnteredPart } from './entered-words.ts';
import type { OvertakenLine, Side } from './overtaken.ts';

/** What somebody else saved while this form was open, beside what stands in it; nothing typed goes away unasked. */
export function OvertakenDialog(props: {
  lines: readonly OvertakenLine[];
  by: TimelineEntry | undefined;
  onMerge: (sides: Partial<Record<EnteredPart, Side>>) => void;
  onClose: () => void;
}) {
  const { lines, by, onMerge, onClose } = props;
  const [sides, setSides] = useState<Partial<Record<EnteredPart, Side>>>({});
  const who = by?.by.name ?? 'người khác';
  const asked = lines.filter(({ isConflict }) => isConflict);
  const undecided = asked.filter(({ part }) => sides[part] === undefined);
  const chooseAll = (side: Side) =>
    setSides(Object.fromEntries(asked.map(({ part }) => [part, side])) as typeof sides);
  return (
    <FormDialog
      title="Hồ sơ vừa được người khác sửa"
      word="Sửa tiếp trên bản mới"
      wide="table"
      pending={false}
      disabled={undecided.length > 0}
      second={
        asked.length > 1 ? { word: 'Giữ mọi mục của tôi', onPress: () => chooseAll('mine') } : undefined
      }
      onSubmit={() => onMerge(sides)}
      onClose={onClose}
    >
      <p className={styles.why}>
        {who} đã sửa{by && ` lúc ${formatFullTime(by.at)}`}, sau khi trang này mở. Chưa lưu gì của bạn; phần
        bạn gõ còn nguyên.
        {asked.length > 0 && ' Mục cả hai cùng sửa: chọn một.'}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Mục</th>
            <th scope="col">Khi mở trang</th>
            <th scope="col">{who} sửa thành</th>
            <th scope="col">Bạn đang gõ</th>
            <th scope="col">Dùng</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ part, label, was, theirs, mine, isConflict }) => (
            <tr key={part}>
              <th scope="row">{label}</th>
              <td>{was}</td>
              <td>{theirs}</td>
              <td>{mine === was ? 'không sửa' : mine}</td>
              <td>
                {isConflict ? (
                  <Segmented
                    label={label}
                    // Nothing is chosen beforehand: neither side goes away by an Enter too many.
                    value={sides[part] ?? ''}
                    options={[
                      { value: 'theirs', label: 'Bản mới' },
                      { value: 'mine', label: 'Của tôi' },
                    ]}
                    onChange={(side) => side !== '' && setSides({ ...sides, [part]: side })}
                  />
                ) : (
                  'bản mới'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.why} role="status">
        {undecided.length > 0 &&
          `Chọn “Bản mới” hoặc “Của tôi” ở: ${undecided.map(({ label }) => label).join(', ')}.`}
      </p>
    </FormDialog>
  );
}
