import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import type { SameForms } from './same-forms.ts';

/** Ids of an emergency register and those that the same things have in the register they are brought into. */
export interface MergedIds {
  person: Map<number, number>;
  citizen: Map<number, number>;
  case: Map<number, number>;
  payment: Map<number, number>;
  shift: Map<number, number>;
  batch: Map<number, number>;
  notice: Map<number, number>;
  printJob: Map<number, number>;
  subjectRequest: Map<number, number>;
  breach: Map<number, number>;
  feedback: Map<number, number>;
  digital: Map<number, number>;
  /** Whether its digital support comes along (`bringsDigital`), as it was asked before anything was written. */
  hasDigital: boolean;
  /** Of digital support: ids here of whom the register knew before. */
  metBefore: ReadonlySet<number>;
  /** What came in both. */
  same: SameForms;
  /** The newest payment there was before. */
  lastPaymentId: number;
}
type Thing = Exclude<keyof MergedIds, 'lastPaymentId' | 'metBefore' | 'hasDigital' | 'same'>;

/** Fields that hold an id, or a person or list with one, wherever they stand in an entry. */
const fields: Record<string, Thing> = {
  caseId: 'case',
  caseIds: 'case',
  paymentId: 'payment',
  shiftId: 'shift',
  batchId: 'batch',
  batch: 'batch',
  citizenId: 'citizen',
  requestId: 'subjectRequest',
  personId: 'person',
  witnessId: 'person',
  staffId: 'person',
  by: 'person',
  to: 'person',
  holder: 'person',
  approvedBy: 'person',
  approver: 'person',
};

/** The ids that the rows of a table will have: one after the other, behind the last that was ever given. */
export function idsBehind(tx: Writer, source: Reader, table: string): Map<number, number> {
  const given =
    prepared<{ seq: number }>(tx, 'SELECT seq FROM sqlite_sequence WHERE name = ?').get(table)?.seq ?? 0;
  const ids = prepared<{ id: number }>(source, `SELECT id FROM ${table} ORDER BY id`).all();
  return new Map(ids.map(({ id }, index) => [id, given + index + 1]));
}

/** An entry's data, or a row, as it stands in the register it is brought into. */
export function translated(value: unknown, ids: MergedIds, field = ''): unknown {
  const thing = fields[field];
  if (typeof value === 'number') {
    if (field === 'lastPaymentId') return ids.lastPaymentId + countUpTo(ids.payment, value);
    return thing === undefined ? value : (ids[thing].get(value) ?? value);
  }
  if (Array.isArray(value)) return value.map((each) => translated(each, ids, field));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, each]): [string, unknown] => [
    name,
    name === 'id' && thing !== undefined ? translated(each, ids, field) : translated(each, ids, name),
  ]);
  return Object.fromEntries(entries);
}

const countUpTo = (ids: ReadonlyMap<number, number>, last: number): number =>
  [...ids.keys()].filter((id) => id <= last).length;

/** 'case:5' as it is called there; null of what is not brought along. */
export function translatedSubject(subject: string, ids: MergedIds): string | null {
  const [, thing = '', id = '', rest = ''] =
    /^(case|payment|shift|batch|notice|subjectRequest|breach|feedback|digital|citizen):(\d+)(.*)$/.exec(
      subject,
    ) ?? [];
  const known = thing === '' ? undefined : ids[thing as Thing].get(Number(id));
  return known === undefined ? null : `${thing}:${known}${rest}`;
}
