import { useState } from 'react';
import { NotOpen } from './NotOpen.tsx';
import { Rating } from './rating/Rating.tsx';
import { ScreenFrame } from './ScreenFrame.tsx';
import { useOffice } from './use-office.ts';
import { useQuietTouch } from './use-quiet-touch.ts';

/** A tablet for ratings alone: the code of a slip, typed or scanned, then a face; begun anew for the next one. */
export function RatingTablet() {
  const office = useOffice();
  const [turn, setTurn] = useState(0);
  const begin = () => setTurn((before) => before + 1);
  useQuietTouch(true, begin);
  if (office === null) return <NotOpen />;
  return (
    <ScreenFrame office={office} hint="Câu trả lời không ghi tên người trả lời." strip={null}>
      <Rating key={turn} offer={null} isAlone onDone={begin} />
    </ScreenFrame>
  );
}
