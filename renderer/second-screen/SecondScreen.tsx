import { type ReactNode, useEffect, useState } from 'react';
import type { DisplayState, OfficeOnScreen } from '../../shared/views-display.ts';
import { Idle } from './Idle.tsx';
import { Lookup } from './lookup/Lookup.tsx';
import { Mirror } from './mirror/Mirror.tsx';
import { TakeTicket } from './queue/TakeTicket.tsx';
import { Rating } from './rating/Rating.tsx';
import { ScreenFrame } from './ScreenFrame.tsx';
import { useDisplayState } from './use-display-state.ts';
import { useOffice } from './use-office.ts';
import { useQuietTouch } from './use-quiet-touch.ts';

/** What a citizen opened himself, while nobody is served. */
export type Corner = 'lookup' | 'rating' | 'queue';

/** The screen for citizens: one thing at a time, and what the clerk shows comes before everything else. */
export function SecondScreen() {
  const state = useDisplayState();
  const office = useOffice();
  const [corner, setCorner] = useState<Corner | null>(null);
  const close = () => setCorner(null);
  useQuietTouch(corner !== null, close);
  useEffect(() => {
    if (state.kind !== 'idle') setCorner(null);
  }, [state.kind]);
  if (office === null) return null;
  return (
    <ScreenFrame office={office} isServing={state.kind === 'mirror'}>
      {contentOf(state, office, corner, setCorner, close)}
    </ScreenFrame>
  );
}

function contentOf(
  state: DisplayState,
  office: OfficeOnScreen,
  corner: Corner | null,
  open: (corner: Corner) => void,
  close: () => void,
): ReactNode {
  if (state.kind === 'mirror') return <Mirror citizen={state.citizen} />;
  if (state.kind === 'thanks') return <Mirror citizen={state.citizen} caseCode={state.caseCode} />;
  if (state.kind === 'rating') return <Rating offer={state.offer} onDone={close} />;
  if (corner === 'lookup') return <Lookup onDone={close} />;
  if (corner === 'rating') return <Rating offer={null} onDone={close} />;
  if (corner === 'queue' && office.hasQueue) return <TakeTicket onDone={close} />;
  return <Idle office={office} onOpen={open} />;
}
