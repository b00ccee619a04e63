import Button from '@mui/material/Button';
import type { Act, Refusal, Status } from '../../../shared/domain/case-flow.ts';
import { actLabels } from '../../../shared/labels.ts';
import { refusalWords } from '../../../shared/refusal-words.ts';
import { Keycap } from '../../components/Keycap.tsx';
import type { KeyName } from '../../keys.ts';
import styles from './ActBar.module.css';

interface RefusedActProps {
  act: Act;
  status: Status;
  refusal: Refusal | null;
  keyName: KeyName | undefined;
}

/** An act that the clerk may look for, out of reach, with the reason and its article under the name. */
export function RefusedAct({ act, status, refusal, keyName }: RefusedActProps) {
  if (refusal === null) return null;
  return (
    <Button disabled className={styles.out ?? ''} endIcon={keyName && <Keycap name={keyName} />}>
      <span className={styles.refused}>
        {actLabels[act]}
        <small>{refusalWords({ act, status, refusal })}</small>
      </span>
    </Button>
  );
}
