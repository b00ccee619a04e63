import { useMutation, useQuery } from '@tanstack/react-query';
import type { SecondScreenTruth } from '../../../shared/views-display.ts';
import { useTRPC } from '../../api.ts';
import { useSession } from '../../session.tsx';
import styles from './PersonMenu.module.css';

const address = '/man-hinh';

const showWords: Record<SecondScreenTruth['shows'], string> = {
  idle: 'đang hiện lời chào',
  mirror: 'đang hiện hồ sơ tại quầy',
  thanks: 'đang hiện lời cảm ơn',
  rating: 'đang mời đánh giá',
};

const waitWords: Record<Exclude<SecondScreenTruth['shows'], 'idle'>, string> = {
  mirror: 'hồ sơ tại quầy hiện khi người dân thôi chạm',
  thanks: 'lời cảm ơn hiện khi người dân thôi chạm',
  rating: 'mời đánh giá khi hồ sơ này xong',
};

/** Opens the screen for citizens, and says whether it listens and what stands on it. */
export function SecondScreenLink({ onOpened }: { onOpened: () => void }) {
  const trpc = useTRPC();
  const { platform } = useSession();
  const asked = useQuery({ ...trpc.secondScreen.state.queryOptions(), staleTime: 0, refetchInterval: 3000 });
  const open = useMutation(trpc.secondScreen.open.mutationOptions({ onSuccess: onOpened }));
  return (
    <>
      <div className={styles.links}>
        {platform === 'electron' ? (
          <button type="button" onClick={() => open.mutate()}>
            Mở màn hình người dân
          </button>
        ) : (
          <a href={address} target="mot-cua-man-hinh" rel="noreferrer" onClick={onOpened}>
            Mở màn hình người dân
          </a>
        )}
      </div>
      <p className={styles.note} role="status">
        {asked.data && truthWords(asked.data)}
        {platform === 'browser' && ` Địa chỉ: ${window.location.host}${address}`}
      </p>
    </>
  );
}

function truthWords({ isConnected, shows, waits }: SecondScreenTruth): string {
  if (!isConnected) return 'Chưa có màn hình người dân nào mở.';
  const next = waits === null || waits === 'idle' ? '' : `; ${waitWords[waits]}`;
  return `Màn hình người dân ${showWords[shows]}${next}.`;
}
