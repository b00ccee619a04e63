import { z } from 'zod';
import { undoableKinds } from '../case-fold.ts';
import { statuses } from '../case-status.ts';
import { textField } from '../person.ts';
import { act, alsoLeader, when } from './act.ts';

/**
 * Takes back the last act, as a new event: on the day it happened, by whoever did it or a leader. What was served on the
 * citizen (a refusal, a stop, a withdrawal, an apology) and a reception stay: they are corrected, never undone.
 */
export const undo = act({
  from: statuses,
  roles: alsoLeader,
  slips: [],
  input: z.object({ kind: z.literal('undo'), reason: textField(300).default('') }),
  refuses: ({ lastAct }, { now, by, roles, mayBeOut }) => {
    if (lastAct === null) return { code: 'nothingToUndo' };
    // Papers are asked for once (NĐ 118 Đ11.2c): a request that was handed out is not taken back.
    const isServed = lastAct.kind === 'supplementRequested' && mayBeOut('supplementSlip');
    if (isServed || !undoableKinds.some((kind) => kind === lastAct.kind)) return { code: 'undoFinal' };
    if (lastAct.at.slice(0, 10) !== now.slice(0, 10)) return { code: 'undoDay' };
    return lastAct.by.id === by.id || roles.includes('leader') ? null : { code: 'undoOther' };
  },
  hints: ({ lastAct }) => ({ undoes: lastAct?.kind }),
  event: ({ lastAct }, { reason }, context) =>
    lastAct === null
      ? { code: 'nothingToUndo' }
      : { kind: 'undone', ...when(context), undoes: lastAct.kind, reason },
});
