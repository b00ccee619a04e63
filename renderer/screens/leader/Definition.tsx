import Popover from '@mui/material/Popover';
import { useId, useState } from 'react';
import styles from './Tile.module.css';

export interface Meaning {
  label: string;
  meaning: string;
  source: string;
}

/** The name of a figure; pressed, it says what is counted and by which source. */
export function Definition({ label, meaning, source, note }: Meaning & { note?: string | undefined }) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <button
        type="button"
        className={styles.label}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {label}
      </button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id } }}
      >
        <div className={styles.definition}>
          <h3 id={id}>{label}</h3>
          <p>{meaning}</p>
          {note && <p>{note}</p>}
          <p className={styles.source}>Nguồn: {source}</p>
        </div>
      </Popover>
    </>
  );
}
