import type { ImportedCase, RowFault, RowFaultKind } from './import-case.ts';
import { headKey, type ImportField } from './import-fields.ts';
import { type TableCell, type TableRow, textOf } from './import-heads.ts';
import { type ReadStatus, readStatus } from './import-status.ts';
import {
  type DayOrder,
  readCount,
  readDay,
  readFullOnline,
  readIdNumber,
  readPhone,
  readYesNo,
  saysNothing,
  splitAddressPhone,
} from './import-values.ts';
import { type Applicant, applicantSchema } from './intake.ts';
import { nationalCodeSchema } from './national-code.ts';
import { fold } from './text.ts';

/** Turns rows of a table into cases, or into the reasons why they are none. Pure: the register is asked by others. */

export interface RowContext {
  columns: readonly (ImportField | null)[];
  dayOrder: DayOrder;
  /** Office day after which nothing can have happened. */
  today: string;
  /** The procedure a cell names; undefined when none does and nobody has decided. */
  procedureOf: (code: string, name: string) => { code: string; name: string } | undefined;
}

export type UnderstoodRow =
  | { isGood: true; value: ImportedCase }
  | { isGood: false; row: number; faults: RowFault[] };

const codePattern = /^[0-9A-Z][0-9A-Z./_-]{1,39}$/;
const organisation =
  /(?:^|\s)(?:cong ty|cty|truong|ubnd|uy ban|hop tac xa|htx|doanh nghiep|trung tam|chi nhanh|ho kinh doanh|hkd|hoi|ban|quy|benh vien|tram|ngan hang|hiep hoi|doan|to hop tac|dang uy|chi bo)(?:\s|$)/;

/** Null for a row that says nothing: an empty line, a total, a heading in between. */
export function understandRow({ row, cells }: TableRow, context: RowContext): UnderstoodRow | null {
  const cell = (field: ImportField): TableCell => {
    const column = context.columns.indexOf(field);
    return column < 0 ? null : (cells[column] ?? null);
  };
  const text = (field: ImportField) => textOf(cell(field));
  const told = context.columns.filter(
    (field, column) => field !== null && textOf(cells[column] ?? null) !== '',
  );
  if (told.filter((field) => field !== 'faults' && field !== 'serial').length < 2) return null;
  const faults: RowFault[] = [];
  const fault: Fault = (field, kind, after) => {
    const step = after === undefined ? {} : { after: { field: after, text: text(after) } };
    faults.push({ field, kind, text: text(field), ...step });
  };
  const days = daysOf(cell, context, fault);

  const caseCode = text('caseCode').replaceAll(' ', '').toUpperCase();
  if (caseCode === '') fault('caseCode', 'required');
  else if (!codePattern.test(caseCode)) fault('caseCode', 'caseCode');
  const procedure = context.procedureOf(text('procedureCode'), text('procedure'));
  if (procedure === undefined) {
    fault('procedure', text('procedure') === '' && text('procedureCode') === '' ? 'required' : 'procedure');
  }
  const applicant = applicantOf(cell, fault);
  const status = readStatus(text('status'));
  if (status === undefined) fault('status', 'status');
  const count = (field: 'serial' | 'sets' | 'fee') => {
    if (saysNothing(cell(field))) return null;
    const value = readCount(cell(field));
    if (value === undefined || value > 1_000_000_000) fault(field, 'count');
    return value ?? null;
  };
  const yesNo = (field: ImportField) => (context.columns.includes(field) ? readYesNo(cell(field)) : null);
  const serial = count('serial');
  const sets = count('sets');
  const feeVnd = count('fee');
  const life = lifeOf(status ?? { status: null, outcome: 'granted' }, days, fault, text('agency'));
  if (faults.length > 0 || procedure === undefined || applicant === null || days.received === null) {
    return { isGood: false, row, faults };
  }
  return {
    isGood: true,
    value: {
      row,
      caseCode,
      serial: serial === 0 ? null : serial,
      procedure,
      applicant,
      sets: Math.min(999, Math.max(1, sets ?? 1)),
      channel: channelOf(text('channel')),
      returnChannel: returnChannelOf(text('returnChannel')),
      feeVnd,
      receivedAt: days.received,
      dueAt: days.due,
      agency: text('agency').slice(0, 160) || null,
      ...life,
      recipient: text('recipient').slice(0, 120),
      digitised: yesNo('digitised'),
      electronicResult: yesNo('electronicResult'),
      fullOnline: readFullOnline(cell('fullOnline')),
      nationalCode: nationalCodeSchema.parse(text('nationalCode').slice(0, 60)) || null,
      note: text('note').slice(0, 500),
    },
  };
}

/** `after` is the step that the field must not come before. */
type Fault = (field: ImportField, kind: RowFaultKind, after?: ImportField) => void;
type Cell = (field: ImportField) => TableCell;

interface Days {
  received: string | null;
  due: string | null;
  handedOver: string | null;
  resolved: string | null;
  returned: string | null;
  ended: string | null;
}

/** Every day of the row with an hour, none before the reception, none in the future. */
function daysOf(cell: Cell, { dayOrder, today }: RowContext, fault: Fault): Days {
  const read = (field: ImportField, hour: string, mayBeAhead = false): string | null => {
    if (saysNothing(cell(field))) return null;
    const found = readDay(cell(field), dayOrder);
    if (found === undefined || found.day < '1990-01-01' || found.day > '2100-12-31') {
      fault(field, 'day');
      return null;
    }
    if (!mayBeAhead && found.day > today) fault(field, 'future');
    // What is of today and without an hour has happened already, whatever the hour is now.
    return `${found.day}T${found.time ?? (found.day === today && !mayBeAhead ? '07:00' : hour)}`;
  };
  const received = read('receivedOn', '08:00');
  if (received === null && saysNothing(cell('receivedOn'))) fault('receivedOn', 'required');
  type Step = { field: ImportField; at: string | null };
  const later = (field: ImportField, hour: string, steps: readonly Step[], mayBeAhead = false) => {
    const at = read(field, hour, mayBeAhead);
    const step = steps.find((one) => one.at !== null);
    const before = step?.at ?? null;
    if (at === null || step === undefined || before === null) return at;
    if (at.slice(0, 10) < before.slice(0, 10)) fault(field, 'order', step.field);
    return at < before ? before : at;
  };
  const receipt = { field: 'receivedOn', at: received } as const;
  const due = later('dueOn', '17:00', [receipt], true);
  const handedOver = later('handedOverOn', '08:00', [receipt]);
  const handover = { field: 'handedOverOn', at: handedOver } as const;
  const resolved = later('resolvedOn', '16:00', [handover, receipt]);
  const resolution = { field: 'resolvedOn', at: resolved } as const;
  const returned = later('returnedOn', '16:30', [resolution, handover, receipt]);
  const ended = later('endedOn', '16:00', [handover, receipt]);
  return { received, due, handedOver, resolved, returned, ended };
}

/** The status and the days that belong to it; what the dates say where no word does. */
function lifeOf(
  { status: told, outcome }: ReadStatus,
  days: Days,
  fault: Fault,
  agency: string,
): Pick<ImportedCase, 'status' | 'outcome' | 'handedOverAt' | 'endedAt' | 'returnedAt'> {
  const ready = days.resolved ?? days.returned;
  const byDates = days.returned
    ? 'returned'
    : days.resolved
      ? 'resolved'
      : days.handedOver || agency
        ? 'processing'
        : 'received';
  // "Đã tiếp nhận" beside a day of return is an old word nobody changed.
  const status = told === null || (told === 'received' && byDates !== 'received') ? byDates : told;
  const bare = { status, outcome, handedOverAt: days.handedOver, endedAt: null, returnedAt: null };
  switch (status) {
    case 'returned':
      if (days.returned === null && ready === null) fault('returnedOn', 'needsDay');
      return { ...bare, endedAt: ready, returnedAt: days.returned ?? ready };
    case 'resolved':
      if (ready === null && days.ended === null) fault('resolvedOn', 'needsDay');
      return { ...bare, endedAt: ready ?? days.ended };
    case 'withdrawn':
    case 'stopped':
    case 'rejected':
      if (days.ended === null && ready === null) fault('endedOn', 'needsDay');
      return { ...bare, endedAt: days.ended ?? ready };
    default:
      return bare;
  }
}

function applicantOf(cell: Cell, fault: Fault): Applicant | null {
  const name = textOf(cell('applicant'));
  const both = splitAddressPhone(cell('addressPhone'));
  const optional = <Value>(
    field: ImportField,
    kind: RowFaultKind,
    read: (cell: TableCell) => Value | undefined,
  ) => {
    if (saysNothing(cell(field))) return null;
    const value = read(cell(field));
    if (value === undefined) fault(field, kind);
    return value ?? null;
  };
  const phone = optional('phone', 'phone', readPhone) ?? both.phone;
  const idNumber = optional('idNumber', 'idNumber', readIdNumber);
  const isYear = /^(?:19|20)\d\d$/.test(textOf(cell('birthOn')));
  const birthOn = isYear ? null : optional('birthOn', 'day', (each) => readDay(each, 'dayFirst')?.day);
  const address = (textOf(cell('address')) || both.address).slice(0, 300);
  if (name === '') {
    fault('applicant', 'required');
    return null;
  }
  const contact = { name, idNumber, phone, address };
  const kind = organisation.test(fold(name)) || /\d/.test(name) ? 'organisation' : 'citizen';
  const parsed = applicantSchema.safeParse(
    kind === 'citizen' ? { kind, birthOn, ...contact } : { kind, ...contact },
  );
  if (!parsed.success) fault('applicant', name.length > 120 ? 'tooLong' : 'personName');
  return parsed.data ?? null;
}

function channelOf(text: string): ImportedCase['channel'] {
  const key = headKey(text);
  if (/truc tuyen|dvc|online|qua mang/.test(key)) return 'online';
  return /buu chinh|buu dien/.test(key) ? 'postal' : 'direct';
}

function returnChannelOf(text: string): ImportedCase['returnChannel'] {
  const channel = channelOf(text);
  return channel === 'direct' ? 'counter' : channel;
}
