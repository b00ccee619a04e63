import type { SessionWithCode } from '../../../shared/views.ts';
import { RecoveryCode } from './RecoveryCode.tsx';
import styles from './SignIn.module.css';
import { showCode } from './shown-code.ts';
import { useEnter } from './use-enter.ts';

/** The whole window until the code is on paper. */
export function CodePage({ session }: { session: SessionWithCode }) {
  const enter = useEnter();
  return (
    <main className={styles.whole}>
      <RecoveryCode
        code={session.recoveryCode}
        unit={session.office?.unit ?? ''}
        day={session.now.slice(0, 10)}
        onDone={() => {
          enter(session);
          showCode(null);
        }}
      />
    </main>
  );
}
