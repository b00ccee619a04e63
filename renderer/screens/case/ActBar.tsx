import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import { useRef, useState } from 'react';
import type { Act } from '../../../shared/domain/case-flow.ts';
import type { SlipForm } from '../../../shared/domain/forms.ts';
import { actLabels } from '../../../shared/labels.ts';
import { refusalWords } from '../../../shared/refusal-words.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { useFocusHome } from '../../components/use-focus-home.ts';
import { type KeyName, useKeys } from '../../keys.ts';
import styles from './ActBar.module.css';
import { ActDialog, askable } from './ActDialog.tsx';
import { actIcons } from './act-icons.ts';
import { PrintDialog } from './PrintDialog.tsx';
import type { Acting } from './use-act.ts';

const actKeys: Partial<Record<Act, KeyName>> = { handover: 'handover', return: 'return' };

interface ActBarProps {
  detail: CaseDetail;
  act: Acting;
  onPrint: (forms: SlipForm[]) => void;
  /** A preview stands over the page. */
  isPreviewing: boolean;
}

/** What may be done now, the primary act first; what may not keeps its place and says why. */
export function ActBar({ detail, act, onPrint, isPreviewing }: ActBarProps) {
  const [asked, setAsked] = useState<Act | 'print' | null>(null);
  const { state } = detail;
  const shown = detail.acts.filter(({ act: name }) => askable.includes(name));
  const allowed = shown.filter(({ refusal }) => refusal === null).map(({ act: name }) => name);
  const primary = allowed[0];
  const close = () => setAsked(null);
  const ask = (name: Act | 'print') => {
    act.clear();
    setAsked(name);
  };
  const opener = (name: Act) => (allowed.includes(name) ? () => ask(name) : () => undefined);
  useKeys({
    handover: opener('handover'),
    return: opener('return'),
    print: () => ask('print'),
    ...(primary && { primary: () => ask(primary) }),
  });
  const bar = useRef<HTMLElement>(null);
  useFocusHome(
    () => bar.current?.querySelector<HTMLElement>('button:not(:disabled)'),
    asked === null && !isPreviewing && !act.pending,
    state.version,
  );
  return (
    <section ref={bar} className={styles.bar} aria-label="Việc có thể làm">
      {allowed.map((name) => {
        const Icon = actIcons[name];
        const isPrimary = name === primary;
        const key = isPrimary ? 'primary' : actKeys[name];
        return (
          <Button
            key={name}
            {...(isPrimary && { variant: 'contained', color: 'primary' })}
            disabled={act.pending}
            startIcon={<Icon />}
            endIcon={key && <Keycap name={key} />}
            onClick={() => ask(name)}
          >
            {actLabels[name]}
          </Button>
        );
      })}
      <Button startIcon={<PrintOutlined />} endIcon={<Keycap name="print" />} onClick={() => ask('print')}>
        In
      </Button>
      <span className="grow" />
      {shown.map(({ act: name, refusal }) => {
        const key = actKeys[name];
        if (refusal === null) return null;
        return (
          <Button key={name} disabled endIcon={key && <Keycap name={key} />}>
            <span className={styles.refused}>
              {actLabels[name]}
              <small>{refusalWords({ act: name, status: state.status, refusal })}</small>
            </span>
          </Button>
        );
      })}
      {asked === 'print' ? (
        <PrintDialog detail={detail} onPrint={onPrint} onClose={close} />
      ) : (
        asked !== null && <ActDialog act={asked} detail={detail} acting={act} onClose={close} />
      )}
    </section>
  );
}
