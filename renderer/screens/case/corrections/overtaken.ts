import type { CaseState } from '../../../../shared/domain/case-flow.ts';
import { enteredFacts, isSameContent } from '../../../../shared/domain/correction.ts';
import type { TimelineEntry } from '../../../../shared/views.ts';
import type { IntakeValues } from '../../intake/intake-values.ts';
import { isAct } from '../timeline-words.ts';
import type { EnteredLine, EnteredPart } from './entered-words.ts';

/** Two corrections of one case at once: what somebody else saved meanwhile, beside what stands in the form. */
export interface OvertakenLine {
  part: EnteredPart;
  label: string;
  was: string;
  theirs: string;
  mine: string;
  /** Both changed it, each to something else: it has to be chosen. */
  isConflict: boolean;
}

export type Side = 'theirs' | 'mine';

/** True when somebody changed what the form holds, and not only where the case stands. */
export function isContentOvertaken(opened: CaseState, now: CaseState): boolean {
  return !isSameContent(enteredFacts(opened), enteredFacts(now));
}

/** What somebody else changed, line by line; what only the form changed is no question. */
export function overtakenLines(
  was: readonly EnteredLine[],
  theirs: readonly EnteredLine[],
  mine: readonly EnteredLine[],
): OvertakenLine[] {
  return was.flatMap(({ part, label, words }, index) => {
    const line = {
      part,
      label,
      was: words,
      theirs: theirs[index]?.words ?? '',
      mine: mine[index]?.words ?? '',
    };
    if (line.theirs === words) return [];
    return [{ ...line, isConflict: line.mine !== words && line.mine !== line.theirs }];
  });
}

/** Who acted last since a version was read, and when; undefined when nobody did. */
export function lastActOf(timeline: readonly TimelineEntry[]): TimelineEntry | undefined {
  return timeline.filter((entry) => isAct(entry) && entry.by.name !== '').at(-1);
}

/** The form as it goes on: as it is typed, with what somebody else changed. `sides` says whose it is where both did. */
export function mergedValues(
  { theirs, mine }: { theirs: IntakeValues; mine: IntakeValues },
  lines: readonly OvertakenLine[],
  sides: Readonly<Partial<Record<EnteredPart, Side>>>,
): IntakeValues {
  const taken = lines.filter(({ part, isConflict }) => !isConflict || sides[part] === 'theirs');
  return taken.reduce((values, { part }) => withPart(values, theirs, part), mine);
}

/** `values` with one thing as another form holds it. */
function withPart(values: IntakeValues, from: IntakeValues, part: EnteredPart): IntakeValues {
  switch (part) {
    case 'name':
      return {
        ...values,
        applicant: { ...values.applicant, name: from.applicant.name, kind: from.applicant.kind },
      };
    case 'idNumber':
    case 'birthOn':
    case 'sex':
    case 'phone':
    case 'address':
    case 'email':
      return { ...values, applicant: { ...values.applicant, [part]: from.applicant[part] } };
    case 'submitter':
      return { ...values, onBehalf: from.onBehalf, submitter: from.submitter };
    case 'procedure':
      // Another procedure has other papers and sub-cases of its own.
      return { ...values, procedureCode: from.procedureCode, variant: from.variant, papers: from.papers };
    default:
      return { ...values, [part]: from[part] };
  }
}
