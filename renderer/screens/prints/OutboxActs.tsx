import CheckOutlined from '@mui/icons-material/CheckOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import { Cap, Keycap } from '../../components/Keycap.tsx';
import { NotOut } from '../../components/NotOut.tsx';
import { OtherPrinter } from '../../components/OtherPrinter.tsx';
import type { Mark } from '../../components/use-slip-mark.ts';
import { useKeys } from '../../keys.ts';
import { useSession } from '../../session.tsx';
import styles from './Outbox.module.css';
import { jobsFor } from './outbox-items.ts';
import type { Choice } from './use-choice.ts';
import { useLetters } from './use-letters.ts';

interface OutboxActsProps {
  choice: Choice;
  pending: boolean;
  onSay: (ids: number[], mark: Mark) => void;
  onPrint: () => void;
  onSkip: () => void;
  onOpen: () => void;
  /** What the last act left aside, or the row's own hint. */
  children: ReactNode;
}

/** What may be done with the ticked slips, or with the one the keyboard stands on. The next act stands out. */
export function OutboxActs({ choice, pending, onSay, onPrint, onSkip, onOpen, children }: OutboxActsProps) {
  const { platform, person } = useSession();
  const otherPrinter = useRef<HTMLButtonElement>(null);
  const notOutButton = useRef<HTMLButtonElement>(null);
  const { targets, chosen } = choice;
  const mayAct = person?.roles.some((role) => role === 'clerk' || role === 'officer') ?? false;
  const idsFor = (act: Parameters<typeof jobsFor>[0]) =>
    mayAct && !pending ? jobsFor(act, targets).map(({ id }) => id) : [];
  const [retry, confirm, skip] = [idsFor('retry'), idsFor('confirm'), idsFor('skip')];
  const [single] = targets.length === 1 ? jobsFor('notOut', targets) : [];
  const first = targets[0]?.state;
  const confirmIsNext = first === 'sent' || first === 'unknown';
  const sayOut = () => onSay(confirm, { state: 'confirmed' });
  useKeys({
    ...(retry.length > 0 && { print: onPrint }),
    ...(confirm.length > 0 && { primary: sayOut }),
  });
  useLetters({
    m: () => otherPrinter.current?.click(),
    b: () => skip.length > 0 && onSkip(),
    c: () => notOutButton.current?.click(),
  });
  const count = (ids: readonly number[]) => (chosen.length > 0 ? ` ${ids.length}` : '');
  return (
    <footer className={styles.foot}>
      {chosen.length > 0 && <b>Đã chọn {chosen.length}</b>}
      <Button
        {...(!confirmIsNext && { variant: 'contained', color: 'primary' })}
        startIcon={<PrintOutlined />}
        endIcon={<Keycap name="print" />}
        aria-keyshortcuts="F8"
        disabled={retry.length === 0}
        onClick={onPrint}
      >
        {first === 'ready' && platform === 'browser' ? 'In' : 'Thử lại'}
        {count(retry)}
      </Button>
      {platform === 'electron' && (
        <OtherPrinter
          ref={otherPrinter}
          disabled={retry.length === 0}
          endIcon={<Cap>M</Cap>}
          onChoose={(printer) => onSay(retry, { state: 'retry', printer })}
        />
      )}
      <Button
        {...(confirmIsNext && { variant: 'contained', color: 'primary' })}
        startIcon={<CheckOutlined />}
        endIcon={<Keycap name="primary" />}
        aria-keyshortcuts="Control+Enter"
        disabled={confirm.length === 0}
        onClick={sayOut}
      >
        Đã thấy giấy{count(confirm)}
      </Button>
      {single && (
        <NotOut
          ref={notOutButton}
          job={single}
          disabled={pending || !mayAct}
          endIcon={<Cap>C</Cap>}
          onSay={(mark) => onSay([single.id], mark)}
        />
      )}
      <Button endIcon={<Cap>B</Cap>} aria-keyshortcuts="b" disabled={skip.length === 0} onClick={onSkip}>
        Bỏ qua{count(skip)}
      </Button>
      <Button variant="text" endIcon={<Cap>Enter</Cap>} disabled={targets.length === 0} onClick={onOpen}>
        Xem
      </Button>
      {chosen.length > 0 && (
        <Button variant="text" endIcon={<Cap>Esc</Cap>} onClick={choice.clear}>
          Bỏ chọn
        </Button>
      )}
      <span className="grow" />
      {children}
    </footer>
  );
}
