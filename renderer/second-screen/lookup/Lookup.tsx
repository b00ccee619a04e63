import { useEffect, useRef, useState } from 'react';
import type { LookupAnswer } from '../../../shared/views-queue.ts';
import { Back } from '../Back.tsx';
import styles from '../CodeEntry.module.css';
import { displayApi } from '../display-api.ts';
import { Keypad } from '../Keypad.tsx';
import { useAfter } from '../use-after.ts';
import { Answer } from './Answer.tsx';
import { codeText, useCodeEntry } from './use-code-entry.ts';
import { useSeconds } from './use-seconds.ts';

/** How long an answer stands: somebody else comes next. */
const answerSeconds = 30;

type Found = Extract<LookupAnswer, { kind: 'found' }>;

/** Tra cứu hồ sơ: the code of a slip, typed or scanned, and how far its case is. */
export function Lookup({ scanned = '', onDone }: { scanned?: string; onDone: () => void }) {
  const [found, setFound] = useState<Found | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const wait = useSeconds();
  const asking = useRef(false);
  const find = async (code: string): Promise<void> => {
    if (asking.current) return;
    asking.current = true;
    setFault(null);
    try {
      const answer = await displayApi.lookup.find.mutate({ code });
      if (answer.kind === 'found') setFound(answer);
      else if (answer.kind === 'mistyped')
        setFault('Mã chưa đúng. Xem lại từng số dưới mã vạch của giấy hẹn.');
      else {
        setFault(answer.kind === 'unknown' ? 'Không có hồ sơ nào mang mã này.' : null);
        wait.begin(answer.waitSeconds);
      }
    } catch {
      setFault('Chưa tra cứu được. Thử lại, hoặc hỏi cán bộ tại quầy.');
    } finally {
      asking.current = false;
      if (code !== '') entry.clear();
    }
  };
  const entry = useCodeEntry(found === null && wait.left === 0, (digits) => void find(digits));
  useScanned(scanned, find);
  useAfter(found !== null, answerSeconds, onDone);

  if (found) return <Answer facts={found} seconds={answerSeconds} onBack={onDone} />;
  const isWaiting = wait.left > 0;
  return (
    <main className={styles.main}>
      <div className={styles.words}>
        <Back onBack={onDone} />
        <h1 className={styles.title}>Tra cứu hồ sơ</h1>
        <p className={styles.how}>Quét mã vạch trên giấy hẹn, hoặc nhập 12 số dưới mã vạch.</p>
        <output className={styles.code} aria-label="Mã đã nhập">
          {entry.digits === '' ? (
            <span className={styles.empty}>000000-0000-00</span>
          ) : (
            codeText(entry.digits)
          )}
        </output>
        <p className={styles.fault} role="status">
          {entry.digits === '' && fault}
          {isWaiting && ` Nhiều mã chưa đúng, nhập lại sau ${wait.left} giây.`}
        </p>
      </div>
      <Keypad
        enterWord="Tra cứu"
        isOff={isWaiting}
        isReady={entry.digits.length > 0}
        onDigit={entry.add}
        onRemove={entry.remove}
        onEnter={() => void find(entry.digits)}
      />
    </main>
  );
}

/** Looks up what was scanned on the page before, once. */
function useScanned(scanned: string, find: (code: string) => Promise<void>): void {
  const looked = useRef('');
  const run = useRef(find);
  run.current = find;
  useEffect(() => {
    if (scanned === '' || looked.current === scanned) return;
    looked.current = scanned;
    void run.current(scanned);
  }, [scanned]);
}
