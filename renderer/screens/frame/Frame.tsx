import { Suspense, useRef, useState } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { Mark } from '../../components/Mark.tsx';
import { useMayReceive } from '../../components/use-may-receive.ts';
import { useKeys } from '../../keys.ts';
import { listPath, outboxPath } from '../../list-state.ts';
import { useLiveUpdates } from '../../live.ts';
import { useSession } from '../../session.tsx';
import { QueueBar } from '../queue/QueueBar.tsx';
import { Gate } from '../sign-in/Gate.tsx';
import { useGate } from '../sign-in/use-gate.ts';
import { useIdleLock } from '../sign-in/use-idle-lock.ts';
import { CutBar } from './CutBar.tsx';
import { EmergencyBar } from './EmergencyBar.tsx';
import styles from './Frame.module.css';
import { KeySheet } from './KeySheet.tsx';
import { Rail } from './Rail.tsx';
import { RefusedBar } from './RefusedBar.tsx';
import { RestoredBar } from './RestoredBar.tsx';
import { railPages } from './rail-pages.ts';
import { SeatDialog } from './SeatDialog.tsx';
import { TopBar } from './TopBar.tsx';
import { useScanAnywhere } from './use-scan-anywhere.ts';

/** Rail, top bar and the page between them; the keys that work everywhere. */
export function Frame() {
  const navigate = useNavigate();
  const session = useSession();
  const connected = useLiveUpdates();
  const search = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLElement>(null);
  const [sheetOpen, setSheetOpen] = useState(false);
  const go = (to: string) => () => void navigate(to);
  const { lock, isCovered } = useGate();
  const mayReceive = useMayReceive();
  useKeys(
    {
      ...(lock && { lock }),
      ...(mayReceive && { receive: go('/tiep-nhan') }),
      search: () => search.current?.select(),
      return: go(listPath({ view: 'ready' })),
      print: go(outboxPath),
      sheet: () => setSheetOpen(true),
      ...Object.fromEntries(railPages(session.person?.roles ?? []).map(({ key, to }) => [key, go(to)])),
    },
    { isBase: true },
  );
  useScanAnywhere(search);
  useIdleLock();
  const { person } = session;
  // Who was here last: his page stays as it is behind the lock, also when his time is over.
  const [shownId, setShownId] = useState(person?.id ?? null);
  if (person !== null && person.id !== shownId) setShownId(person.id);
  // A page that is opened behind the lock waits for its person: a dialog of its own would lie over the lock.
  const [wasUncovered, setUncovered] = useState(!isCovered);
  if (!isCovered && !wasUncovered) setUncovered(true);
  return (
    <div className={styles.frame} data-covered={isCovered || undefined}>
      <button type="button" className={styles.skip} onClick={() => page.current?.focus()}>
        Tới nội dung
      </button>
      <div className={styles.brand}>
        <Mark />
      </div>
      <TopBar search={search} connected={connected} />
      <div className={styles.notices}>
        <CutBar connected={connected} />
        <EmergencyBar />
        <RestoredBar />
        <RefusedBar />
      </div>
      <QueueBar />
      <Rail onShowKeys={() => setSheetOpen(true)} />
      <main className={styles.main} ref={page} tabIndex={-1}>
        {shownId !== null && wasUncovered && (
          <Suspense key={shownId} fallback={null}>
            <Outlet />
          </Suspense>
        )}
      </main>
      <KeySheet open={sheetOpen} onClose={() => setSheetOpen(false)} />
      {person === null && !isCovered && <SeatDialog />}
      {isCovered && <Gate />}
    </div>
  );
}
