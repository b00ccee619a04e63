import { useState } from 'react';
import { type EnteredFacts, enteredFacts } from '../../../../shared/domain/correction.ts';
import type { CaseDetail } from '../../../../shared/views.ts';
import { useSession } from '../../../session.tsx';
import { useCatalogue } from '../../intake/use-procedure.ts';
import { enteredLines } from './entered-words.ts';
import { isContentOvertaken, lastActOf, overtakenLines } from './overtaken.ts';

/**
 * The case as the form was opened on, and what somebody else saved since. What only moved the case, such as a handover, is no
 * question: the form goes on upon it.
 */
export function useOvertaken(detail: CaseDetail, mine: EnteredFacts | null) {
  const { points, office } = useSession();
  const catalogue = useCatalogue();
  const [base, setBase] = useState(detail);
  const isOvertaken = isContentOvertaken(base.state, detail.state);
  const linesOf = (entered: EnteredFacts) => {
    const { procedureCode, point = '', applicant } = entered;
    const named = [base.state.procedure, detail.state.procedure, ...catalogue].find(
      ({ code }) => code === procedureCode,
    );
    const pointName = points.find(({ id }) => id === point)?.name ?? (point || office.counterName);
    const lines = enteredLines(entered, { procedure: named?.shortName ?? procedureCode, point: pointName });
    // Two numbers may look the same behind the mask; the form beside shows them whole.
    return lines.map((line) =>
      line.part === 'idNumber' && applicant.idNumber ? { ...line, words: applicant.idNumber } : line,
    );
  };
  const lines =
    isOvertaken && mine
      ? overtakenLines(linesOf(enteredFacts(base.state)), linesOf(enteredFacts(detail.state)), linesOf(mine))
      : [];
  return {
    lines,
    by: lastActOf(detail.timeline),
    /** The version that a save rests on: the door refuses it where something has to be chosen first. */
    version: (lines.length > 0 ? base : detail).state.version,
    /** The form goes on upon what stands now. */
    goOn: () => setBase(detail),
  };
}
