import Button from '@mui/material/Button';
import type { CaseDetail } from '../../../shared/views.ts';
import { eventWord } from '../../case-words.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { QuietBar } from '../../components/QuietBar.tsx';
import { useKeys } from '../../keys.ts';
import type { Acting } from './use-act.ts';

/** What was just done here, and the way back while there is one. */
export function DoneBar({ detail, act }: { detail: CaseDetail; act: Acting }) {
  const { state, acts, timeline } = detail;
  const isMine = act.madeVersion === state.version;
  const last = timeline.filter(({ kind }) => kind !== 'printed' && kind !== 'reprinted').at(-1);
  const wasUndone = last?.kind === 'undone';
  const canUndo = acts.some((one) => one.act === 'undo' && one.refusal === null) && !wasUndone;
  const undo = () => {
    if (isMine && canUndo) void act.run({ kind: 'undo' }, [], () => undefined);
  };
  useKeys(isMine && canUndo ? { undo } : {});
  if (!isMine || last === undefined) return null;
  return (
    <QuietBar
      tone="done"
      actions={
        canUndo && (
          <Button variant="text" disabled={act.pending} onClick={undo}>
            Hoàn tác <Keycap name="undo" />
          </Button>
        )
      }
    >
      Đã ghi: {eventWord(last.kind)}.
    </QuietBar>
  );
}
