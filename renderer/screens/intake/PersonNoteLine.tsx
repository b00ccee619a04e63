import Link from '@mui/material/Link';
import { Shape } from '../../components/StatusMark.tsx';
import styles from './PersonColumn.module.css';
import type { PersonNote } from './use-person-entry.ts';

/** What the last scan told, below the field it came through. */
export function PersonNoteLine(props: {
  note: PersonNote;
  onTakeHeard: (heard: NonNullable<PersonNote['heard']>) => void;
}) {
  const { note, onTakeHeard } = props;
  const { tone, text, more, heard } = note;
  return (
    <div className={styles.personNote} data-tone={tone} role={tone === 'late' ? 'alert' : 'status'}>
      <Shape tone={tone} />
      <div>
        {text}
        {heard && (
          <Link component="button" type="button" variant="body2" onClick={() => onTakeHeard(heard)}>
            Dùng tên “{heard.name}”
          </Link>
        )}
        {more && <small>{more}</small>}
      </div>
    </div>
  );
}
