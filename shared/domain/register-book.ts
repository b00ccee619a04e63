import type { CaseState } from './case-state.ts';
import type { ReturnChannel } from './intake.ts';

/**
 * A line of the register book (sổ theo dõi hồ sơ, TT 01/2018/TT-VPCP Điều 10.2): one for each case of a year, computed
 * from the fold of its events. Days are `YYYY-MM-DD`. No line is ever removed: what ended otherwise says so in its marks.
 */
export interface BookLine {
  serial: number;
  volume: number;
  caseCode: string;
  procedure: string;
  summary: string;
  sets: number;
  applicant: string;
  address: string;
  phone: string;
  /** The agency outside that resolves; null is the office's own. */
  agency: string | null;
  receivedOn: string;
  dueOn: string | null;
  /** First day the dossier went to who resolves it. */
  handedOverOn: string | null;
  /** Day the result came. */
  resultOn: string | null;
  returnedOn: string | null;
  returnedVia: ReturnChannel | null;
  receivedBy: string;
  givenBy: string;
  takenBy: string;
  marks: BookMark[];
}

/** What stands in *Ghi chú*, in this order. */
export type BookMark =
  | { kind: 'notAccepted' }
  | { kind: 'refused' }
  | { kind: 'rejected' | 'withdrawn' | 'stopped'; on: string; reason: string }
  | { kind: 'extended'; from: string }
  | { kind: 'corrected'; times: number }
  | { kind: 'imported' };

const dayOf = (officeTime: string): string => officeTime.slice(0, 10);
const dayOrNull = (officeTime: string | null): string | null =>
  officeTime === null ? null : dayOf(officeTime);

export function bookLineOf(state: CaseState): BookLine {
  const { applicant, submitter, handovers, procedure } = state;
  const out = handovers.filter(({ isBack }) => !isBack);
  return {
    serial: state.serial,
    volume: state.volume,
    caseCode: state.caseCode,
    procedure: procedure.name,
    summary: state.summary,
    sets: state.sets,
    applicant: applicant.name,
    address: applicant.address,
    phone: applicant.phone ?? submitter?.phone ?? '',
    agency: out.findLast(({ agency }) => agency !== null)?.agency ?? null,
    receivedOn: dayOf(state.receivedAt),
    dueOn: dayOrNull(state.dueAt),
    handedOverOn: dayOrNull(out[0]?.at ?? null),
    resultOn: state.outcome === null ? null : dayOrNull(state.endedAt),
    returnedOn: dayOrNull(state.returnedAt),
    returnedVia: state.returnedVia,
    receivedBy: state.receivedBy.name,
    givenBy: state.returnedBy?.name ?? '',
    takenBy: state.recipient?.name ?? '',
    marks: marksOf(state),
  };
}

function marksOf({ acceptedAt, outcome, ending, extension, corrections, imported }: CaseState): BookMark[] {
  return [
    ...(acceptedAt === null && ending === null ? [{ kind: 'notAccepted' } as const] : []),
    ...(outcome === 'refused' ? [{ kind: 'refused' } as const] : []),
    ...(ending ? [{ kind: ending.kind, on: dayOf(ending.at), reason: ending.reason }] : []),
    ...(extension ? [{ kind: 'extended', from: dayOf(extension.from) } as const] : []),
    ...(corrections.length > 0 ? [{ kind: 'corrected', times: corrections.length } as const] : []),
    ...(imported ? [{ kind: 'imported' } as const] : []),
  ];
}

/** Fields in which two lines of one serial differ; empty when they say the same. */
export function changedFields(before: BookLine, after: BookLine): (keyof BookLine)[] {
  return (Object.keys(before) as (keyof BookLine)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
}

/** Fields of a line that name or describe people: they go when a case is erased. */
const personalFields: readonly (keyof BookLine)[] = ['summary', 'applicant', 'address', 'phone', 'takenBy'];

/** What of a closed line no erasure explains. */
export function fieldsBesideErased(before: BookLine, after: BookLine): (keyof BookLine)[] {
  const withoutReasons = (line: BookLine): BookLine => ({
    ...line,
    marks: line.marks.map((mark) => ('reason' in mark ? { ...mark, reason: '' } : mark)),
  });
  return changedFields(withoutReasons(before), withoutReasons(after)).filter(
    (name) => !personalFields.includes(name),
  );
}

/** "01", "02" … "100": a book begins at 01 (TT 01/2018/TT-VPCP Điều 10.2). */
export function formatSerial(serial: number): string {
  return String(serial).padStart(2, '0');
}

/** Serials from–to that no line has. */
export interface Hole {
  from: number;
  to: number;
}
