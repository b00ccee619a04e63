import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { CaseState, CustodyItem } from '../../../../shared/domain/case-flow.ts';
import styles from '../../../components/FormDialog.module.css';

type Held = Pick<CustodyItem, 'name' | 'originals'>;

/** Originals that are still with the office. */
export function heldItems({ custody }: Pick<CaseState, 'custody'>): Held[] {
  return custody.items
    .filter(({ returnedAt }) => returnedAt === null)
    .map(({ name, originals }) => ({ name, originals }));
}

/** The names that are left out after one of them changed. */
export function unticked(off: readonly string[], name: string): string[] {
  return off.includes(name) ? off.filter((one) => one !== name) : [...off, name];
}

/** Which originals go back now; all of them unless one is left out. */
export function OriginalsTicks(props: {
  held: readonly Held[];
  off: readonly string[];
  onChange: (name: string) => void;
}) {
  const { held, off, onChange } = props;
  return (
    <fieldset className={styles.slips}>
      <legend className={styles.label}>Trả lại bản chính</legend>
      {held.map(({ name, originals }) => (
        <FormControlLabel
          key={name}
          className={styles.tick ?? ''}
          control={<Checkbox checked={!off.includes(name)} onChange={() => onChange(name)} />}
          label={`${originals} ${name}`}
        />
      ))}
    </fieldset>
  );
}
