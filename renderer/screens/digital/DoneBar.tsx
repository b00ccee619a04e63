import Button from '@mui/material/Button';
import { assistanceLevelLabels } from '../../../shared/digital-words.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { QuietBar } from '../../components/QuietBar.tsx';
import { useKeys } from '../../keys.ts';
import { reachedBeforeWords } from './digital-words.ts';
import type { Deed, Deeds } from './use-deeds.ts';
import { useDigitalSetup } from './use-digital-setup.ts';

/** What was just logged, and the way back. */
export function DoneBar({ deeds }: { deeds: Deeds }) {
  const { last, error, undo, pending } = deeds;
  const setup = useDigitalSetup();
  const canUndo = deeds.canUndo && !pending;
  useKeys(canUndo ? { undo } : {});
  if (error !== null) return <ErrorNotice error={error} />;
  if (last === null) return null;
  return (
    <QuietBar
      tone={deeds.canUndo ? 'ok' : 'done'}
      actions={
        canUndo && (
          <Button variant="text" size="small" onClick={undo}>
            Hoàn tác <Keycap name="undo" />
          </Button>
        )
      }
    >
      {wordsOf(last, setup)}
    </QuietBar>
  );
}

function wordsOf(last: Deed, setup: ReturnType<typeof useDigitalSetup>): string {
  if (last.kind === 'undone') return last.words;
  if (last.kind === 'reachedBefore') return reachedBeforeWords(last.claim);
  if (last.kind === 'marked')
    return `Đã ghi đạt: ${setup?.criteria.find(({ id }) => id === last.criterion)?.label ?? ''}.`;
  const topic = setup?.topics.find(({ id }) => id === last.said.topic)?.label ?? '';
  return `Đã ghi một lượt: ${topic}, ${assistanceLevelLabels[last.said.level].toLowerCase()}.`;
}
