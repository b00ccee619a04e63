import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import { useRef } from 'react';
import type { Act } from '../../../shared/domain/case-flow.ts';
import type { SlipForm } from '../../../shared/domain/forms.ts';
import { actLabels, statusLabels } from '../../../shared/labels.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { useFocusHome } from '../../components/use-focus-home.ts';
import { type KeyName, useKeys } from '../../keys.ts';
import styles from './ActBar.module.css';
import { chooseActs } from './act-choice.ts';
import { actIcons } from './act-icons.ts';
import { ActDialog } from './acts/ActDialog.tsx';
import { MoreActs } from './MoreActs.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import { RefusedAct } from './RefusedAct.tsx';
import { canUndoAtOnce } from './undo-at-once.ts';
import type { Acting } from './use-act.ts';

const actKeys = {
  handover: 'handover',
  return: 'return',
  askSupplement: 'supplement',
  undo: 'undo',
} as const satisfies Partial<Record<Act, KeyName>>;
const keyOf = (act: Act) => (actKeys as Partial<Record<Act, KeyName>>)[act];

/** What stands in a dialog over the page. */
export type Asked = Act | 'print' | null;

interface ActBarProps {
  detail: CaseDetail;
  act: Acting;
  asked: Asked;
  onAsk: (asked: Asked) => void;
  onPrint: (forms: SlipForm[]) => void;
  /** A preview stands over the page. */
  isPreviewing: boolean;
}

/** What may be done now, the primary act first; what may not keeps its place and says why. */
export function ActBar({ detail, act, asked, onAsk, onPrint, isPreviewing }: ActBarProps) {
  const { acts, state } = detail;
  const { primary, beside, more, refused } = chooseActs(detail);
  const close = () => onAsk(null);
  const isAllowed = (name: Act) => acts.some((one) => one.act === name && one.refusal === null);
  const opener = (name: Act) => (isAllowed(name) ? () => onAsk(name) : () => undefined);
  useKeys({
    handover: opener('handover'),
    return: opener('return'),
    supplement: opener('askSupplement'),
    // The bar over this one takes back at once what was just done.
    ...(!canUndoAtOnce(detail, act) && { undo: opener('undo') }),
    print: () => onAsk('print'),
    ...(primary && { primary: () => onAsk(primary) }),
  });
  const bar = useRef<HTMLElement>(null);
  useFocusHome(
    () => bar.current?.querySelector<HTMLElement>('button:not(:disabled)'),
    asked === null && !isPreviewing && !act.pending,
    state.version,
  );
  return (
    <section ref={bar} className={styles.bar} aria-label="Việc có thể làm">
      {[...(primary ? [primary] : []), ...beside].map((name) => {
        const Icon = actIcons[name];
        const isPrimary = name === primary;
        const key = isPrimary ? 'primary' : keyOf(name);
        return (
          <Button
            key={name}
            {...(isPrimary && { variant: 'contained', color: 'primary' })}
            disabled={act.pending}
            startIcon={<Icon />}
            endIcon={key && <Keycap name={key} />}
            onClick={() => onAsk(name)}
          >
            {actLabels[name]}
          </Button>
        );
      })}
      <Button startIcon={<PrintOutlined />} endIcon={<Keycap name="print" />} onClick={() => onAsk('print')}>
        In
      </Button>
      {more.length > 0 && (
        <MoreActs acts={more} status={state.status} disabled={act.pending} keyOf={keyOf} onChoose={onAsk} />
      )}
      <span className="grow" />
      {state.ending !== null || state.returnedAt !== null ? (
        <p className={styles.ended}>{`Hồ sơ đã kết thúc: ${statusLabels[state.status].toLowerCase()}`}</p>
      ) : (
        refused.map(({ act: name, refusal }) => (
          <RefusedAct key={name} act={name} status={state.status} refusal={refusal} keyName={keyOf(name)} />
        ))
      )}
      {asked === 'print' ? (
        <PrintDialog detail={detail} onPrint={onPrint} onClose={close} />
      ) : (
        asked !== null && <ActDialog key={asked} act={asked} detail={detail} acting={act} onClose={close} />
      )}
    </section>
  );
}
