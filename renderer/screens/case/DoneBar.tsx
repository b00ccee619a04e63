import Button from '@mui/material/Button';
import type { CaseDetail } from '../../../shared/views.ts';
import { eventWord } from '../../case-words.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { QuietBar } from '../../components/QuietBar.tsx';
import { useKeys } from '../../keys.ts';
import { OfferRating } from './OfferRating.tsx';
import { isAct } from './timeline-words.ts';
import { canUndoAtOnce } from './undo-at-once.ts';
import type { Acting } from './use-act.ts';

/** What was just done here, and the way back while there is one. */
export function DoneBar({ detail, act }: { detail: CaseDetail; act: Acting }) {
  const last = detail.timeline.filter(isAct).at(-1);
  const canUndo = canUndoAtOnce(detail, act);
  const undo = () => void act.run({ kind: 'undo' }, [], () => undefined);
  useKeys(canUndo ? { undo } : {});
  if (act.madeVersion !== detail.state.version || last === undefined) return null;
  return (
    <QuietBar
      tone="done"
      actions={
        <>
          {last.kind === 'returned' && detail.state.returnedVia === 'counter' && (
            <OfferRating caseId={detail.id} />
          )}
          {canUndo && (
            <Button variant="text" disabled={act.pending} onClick={undo}>
              Hoàn tác <Keycap name="undo" />
            </Button>
          )}
        </>
      }
    >
      Đã ghi: {eventWord(last.kind)}.
    </QuietBar>
  );
}
