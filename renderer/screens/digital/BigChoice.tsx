import type { ReactNode } from 'react';
import { Cap } from '../../components/Keycap.tsx';
import styles from './Tally.module.css';

/** A real tick or radio as large as a finger. */
export function BigChoice(props: {
  kind: 'checkbox' | 'radio';
  name?: string;
  isOn: boolean;
  cap?: string | undefined;
  onPress: () => void;
  children: ReactNode;
}) {
  const { kind, name, isOn, cap, onPress, children } = props;
  return (
    <label className={styles.choice}>
      <input type={kind} name={name} checked={isOn} onChange={onPress} />
      <span>
        {children}
        {cap && <Cap>{cap}</Cap>}
      </span>
    </label>
  );
}
