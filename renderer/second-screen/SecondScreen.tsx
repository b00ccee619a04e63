import { type ReactNode, useEffect, useState } from 'react';
import type { DisplayState, OfficeOnScreen } from '../../shared/views-display.ts';
import type { CalledTicket, QueueOnScreen } from '../../shared/views-queue.ts';
import { Idle } from './Idle.tsx';
import { Lookup } from './lookup/Lookup.tsx';
import { Mirror } from './mirror/Mirror.tsx';
import { NotOpen } from './NotOpen.tsx';
import { CallStrip } from './queue/Calls.tsx';
import { TakeTicket } from './queue/TakeTicket.tsx';
import { useAnnouncement } from './queue/use-announcement.ts';
import { useQueue } from './queue/use-queue.ts';
import { Rating } from './rating/Rating.tsx';
import { ScreenFrame } from './ScreenFrame.tsx';
import { useDisplayNews } from './use-display-news.ts';
import { useOffice } from './use-office.ts';
import { useQuietTouch } from './use-quiet-touch.ts';
import { useScan } from './use-scan.ts';

/** What a citizen opened himself, while nobody is served. */
export type Corner = 'lookup' | 'rating' | 'queue';

const hints: Record<DisplayState['kind'], string> = {
  idle: 'Chạm vào một ô để bắt đầu.',
  mirror: 'Sai tên hoặc thủ tục, xin báo cán bộ ngay.',
  thanks: 'Xin giữ giấy tiếp nhận để tra cứu và nhận kết quả.',
  rating: 'Câu trả lời không ghi tên người trả lời.',
};

/** The screen for citizens: one thing at a time, and what the clerk shows comes before everything else. */
export function SecondScreen() {
  const { state, queueTurn } = useDisplayNews();
  const office = useOffice();
  const [corner, setCorner] = useState<Corner | null>(null);
  const [scanned, setScanned] = useState('');
  const queue = useQueue(queueTurn);
  const line = queue?.isOn ? queue : null;
  const isGreeting = state.kind === 'idle' && corner === null;
  const close = () => {
    setCorner(null);
    setScanned('');
  };
  const freshCall = useAnnouncement(queue);
  const fresh = line?.called.find(({ callNumber }) => callNumber === freshCall);
  useScan(isGreeting, ({ opens, code }) => {
    setScanned(code);
    setCorner(opens);
  });
  useQuietTouch(corner !== null, close);
  useEffect(() => {
    if (state.kind === 'idle') return;
    setCorner(null);
    setScanned('');
  }, [state.kind]);
  if (office === null) return <NotOpen />;
  return (
    <ScreenFrame
      office={office}
      hint={state.kind === 'idle' && !isGreeting ? '' : hints[state.kind]}
      strip={line && line.called.length > 0 && !isGreeting ? <CallStrip queue={line} fresh={fresh} /> : null}
    >
      {contentOf(state, office, { corner, scanned, queue: line, fresh }, setCorner, close)}
    </ScreenFrame>
  );
}

function contentOf(
  state: DisplayState,
  office: OfficeOnScreen,
  own: {
    corner: Corner | null;
    scanned: string;
    queue: QueueOnScreen | null;
    fresh: CalledTicket | undefined;
  },
  open: (corner: Corner) => void,
  close: () => void,
): ReactNode {
  const { corner, scanned, queue, fresh } = own;
  if (state.kind === 'mirror') return <Mirror citizen={state.citizen} />;
  if (state.kind === 'thanks') return <Mirror citizen={state.citizen} caseCode={state.caseCode} />;
  if (state.kind === 'rating') return <Rating offer={state.offer} onDone={close} />;
  if (corner === 'lookup') return <Lookup scanned={scanned} onDone={close} />;
  if (corner === 'rating') return <Rating offer={null} scanned={scanned} onDone={close} />;
  if (corner === 'queue' && queue) return <TakeTicket queue={queue} onDone={close} />;
  return <Idle office={office} queue={queue} fresh={fresh} onOpen={open} />;
}
