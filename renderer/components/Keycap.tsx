import { type KeyName, keys } from '../keys.ts';
import styles from './Keycap.module.css';

/** The key of an act, drawn as a cap. Screen readers hear it through `aria-keyshortcuts` of the button. */
export function Keycap({ name }: { name: KeyName }) {
  return <Cap>{keys[name].caps.join(' ')}</Cap>;
}

/** A cap with any writing, for keys that only one place knows (arrows in a list). */
export function Cap({ children }: { children: string }) {
  return (
    <span className={styles.cap} aria-hidden="true">
      {children}
    </span>
  );
}
