import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { QuestionSet } from '../../../shared/domain/rating-settings.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { freshSetCode, type RatingValues, type SetValues } from './rating-values.ts';
import styles from './Settings.module.css';

/** The office's own wording of a set, or a set of its own. */
export function QuestionSetFields(props: {
  values: RatingValues;
  own: SetValues | undefined;
  /** The set that comes with the program under the same code. */
  base: QuestionSet | undefined;
  faults: Record<string, string>;
  onChange: (more: Partial<RatingValues>) => void;
  toValues: (set: QuestionSet) => SetValues;
}) {
  const { values, own, base, faults, onChange, toValues } = props;
  const { ownSets } = values;
  const add = () => {
    const code = freshSetCode(ownSets);
    const set = { code, name: 'Bộ câu hỏi của đơn vị', source: '', main: base?.main ?? own?.main ?? '' };
    onChange({
      questionSet: code,
      ownSets: [...ownSets, toValues({ ...set, questions: [], reasons: base?.reasons ?? [] })],
    });
  };
  if (own === undefined) {
    return (
      <div className={styles.chips}>
        {base && (
          <Button onClick={() => onChange({ ownSets: [...ownSets, toValues(base)] })}>Sửa lời bộ này</Button>
        )}
        <Button onClick={add}>Thêm bộ riêng</Button>
      </div>
    );
  }
  const index = ownSets.indexOf(own);
  const set = (more: Partial<SetValues>) => onChange({ ownSets: ownSets.with(index, { ...own, ...more }) });
  const fault = (field: string) => faults[`ownSets.${index}.${field}`];
  const hasLineFault = (field: string) =>
    Object.keys(faults).some((path) => path.startsWith(`ownSets.${index}.${field}.`));
  return (
    <section className={styles.dayCard} aria-label={own.name}>
      <LabelledField
        label="Tên bộ câu hỏi"
        value={own.name}
        onChange={(name) => set({ name })}
        fault={fault('name')}
      />
      <LabelledField
        label="Câu của các khuôn mặt"
        value={own.main}
        onChange={(main) => set({ main })}
        fault={fault('main')}
      />
      <TextField
        label="Câu hỏi thêm, mỗi dòng một câu"
        multiline
        maxRows={8}
        value={own.questions}
        onChange={({ target }) => set({ questions: target.value })}
        error={hasLineFault('questions')}
        helperText={
          hasLineFault('questions') ? 'Một câu quá dài, tối đa 300 chữ.' : 'Không bắt buộc, tối đa 30.'
        }
      />
      <TextField
        label="Điều gì chưa tốt, mỗi dòng một ý"
        multiline
        maxRows={8}
        value={own.reasons}
        onChange={({ target }) => set({ reasons: target.value })}
        error={hasLineFault('reasons')}
        helperText={hasLineFault('reasons') ? 'Một ý quá dài, tối đa 40 chữ.' : 'Tối đa 12 ý, mỗi ý vài chữ.'}
      />
      <div className={styles.chips}>
        <Button
          onClick={() =>
            onChange({
              ownSets: ownSets.toSpliced(index, 1),
              questionSet: base ? values.questionSet : 'kiosk',
            })
          }
        >
          {base ? 'Dùng lại lời gốc' : 'Bỏ bộ này'}
        </Button>
      </div>
    </section>
  );
}
