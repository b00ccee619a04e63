import { randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { insertCase } from '../electron/register/cases/cases.ts';
import { rememberCitizen } from '../electron/register/citizens/citizens.ts';
import { appendEntry } from '../electron/register/journal.ts';
import { openRegister } from '../electron/register/register.ts';
import { type Random, seededRandom } from '../electron/samples/random.ts';
import { type CaseEvent, fold, type ReceivedFacts } from '../shared/domain/case-flow.ts';
import { formatCaseCode, formatSlipCode } from '../shared/domain/codes.ts';
import type { Appointment } from '../shared/domain/deadline.ts';
import { openDesk, reception } from './desk.ts';

/**
 * A register of random lives of cases over two years: filed and accepted later, without a date, by the hour, waiting for papers or
 * money, extended, corrected, undone, withdrawn, stopped, given back by post. Written through the register's own functions.
 */
export const registerEndsOn = '2025-06-30';
const spanDays = 700;
const by = { id: 1, name: 'Lò Thị Mai' };
const fields = ['Hộ tịch', 'Chứng thực', 'Đất đai', 'Bảo trợ xã hội'];
const areas = ['Tiểu khu 1', 'Tiểu khu 2', 'Bản Hua Nà', ''];

/** Answers the folder; `openCounter` opens it. */
export async function randomRegister(seed: number, total: number): Promise<string> {
  const desk = await openDesk(`${registerEndsOn}T07:30`, undefined, false);
  const { id } = await desk.clerk.cases.receive(reception());
  const { state: template } = await desk.clerk.cases.whole({ id });
  await desk.counter.close();
  const folder = `${desk.folder}-random`;
  renameSync(desk.folder, folder);
  const register = openRegister(folder, false);
  const random = seededRandom(seed);
  const days = Array.from({ length: total }, () => random.integer(1, spanDays)).sort((a, b) => b - a);
  register.transact((tx) => {
    for (const [index, daysAgo] of days.entries()) {
      const day = Temporal.PlainDate.from(registerEndsOn).subtract({ days: daysAgo }).toString();
      const facts = factsOf(template, random, index + 2, day);
      const citizenId = rememberCitizen(tx, facts.applicant, facts.receivedAt);
      const events = lifeOf({ ...facts, citizenId }, random);
      const caseId = insertCase(tx, { key: randomUUID(), content: index }, fold(events));
      for (const event of events) {
        const entry = { at: `${event.at}:00Z`, personId: 1, device: 'window', subject: `case:${caseId}` };
        appendEntry(tx, { ...entry, kind: `case.${event.kind}`, data: event });
      }
    }
  });
  register.close();
  return folder;
}

function factsOf(template: ReceivedFacts, random: Random, number: number, day: string): ReceivedFacts {
  const receivedAt = at(day, random);
  const field = random.pick(fields);
  const kind = random.integer(1, 2);
  const area = random.pick(areas);
  return {
    caseCode: formatCaseCode('{agencyCode}-{yyMMdd}-{0001}', 'H52.09.01', day, number),
    slipCode: formatSlipCode(day, number),
    year: Number(day.slice(0, 4)),
    volume: 1,
    serial: number,
    procedure: {
      ...template.procedure,
      code: `${fields.indexOf(field)}.${kind}`,
      shortName: `${field} ${kind}`,
      field,
    },
    citizenId: null,
    applicant: {
      ...template.applicant,
      idNumber: `0141${String(number).padStart(8, '0')}`,
      phone: `09${String(number).padStart(8, '0')}`,
      address: area && `${area}, thị trấn Ít Ong`,
    },
    submitter: null,
    papers: template.papers,
    summary: '',
    sets: 1,
    channel: random.pick(['direct', 'direct', 'online', 'postal']),
    returnChannel: random.pick(['counter', 'counter', 'postal']),
    fee: template.fee,
    receivedAt,
    promisedAt: null,
    appointment: appointment(template.appointment, random, day),
  };
}

/** By working days, by the hour, or without a date. */
function appointment(template: Appointment, random: Random, from: string): Appointment {
  return random.next() < 0.1
    ? { ...template, dueAt: null, limit: { kind: 'none', value: 0 } }
    : dated(template, random, from);
}

function dated(template: Appointment, random: Random, from: string): Appointment {
  const isHours = random.next() < 0.15;
  const days = isHours ? 0 : random.integer(0, 20);
  return {
    ...template,
    dueAt: at(later(from, days), random),
    limit: isHours ? { kind: 'hours', value: 4 } : { kind: 'workingDays', value: Math.max(1, days) },
  };
}

const later = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

const at = (day: string, random: Random): string =>
  `${day}T${random.pick(['00:00', '07:45', '10:20', '14:05', '16:59', '23:59'])}`;

/** What happens to a case, step by step, until the register ends. */
function lifeOf(facts: ReceivedFacts, random: Random): CaseEvent[] {
  const events: CaseEvent[] = [];
  let now = facts.receivedAt;
  /** After some days, in order; false once the register has ended. */
  const wait = (most: number): boolean => {
    const next = at(later(now.slice(0, 10), random.integer(0, most)), random);
    if (next > now) now = next;
    return now <= `${registerEndsOn}T07:00`;
  };
  const add = (event: CaseEvent) => events.push(event);
  const dates = () => {
    // What has no date stays without one, and the other way round: a rule does not turn into another by waiting.
    const { appointment: first } = facts;
    const made = first.dueAt === null ? first : dated(first, random, now.slice(0, 10));
    return { appointment: made, measuredDueAt: made.dueAt };
  };
  const isFiled = random.next() < 0.15;
  add({ kind: isFiled ? 'registered' : 'received', at: now, by, ...facts });
  if (isFiled) {
    if (!wait(3)) return events;
    const draw = random.next();
    if (draw < 0.3) {
      add({ kind: 'rejected', at: now, by, reason: 'Không thuộc thẩm quyền', papersReturned: true });
      return events;
    }
    if (draw < 0.5) {
      add(papersAsked(now));
      if (!wait(10)) return events;
      add({ kind: 'supplemented', at: now, by, papers: facts.papers, note: '', inPerson: true, ...dates() });
    } else add({ kind: 'accepted', at: now, by, papers: facts.papers, promisedAt: null, ...dates() });
  }
  if (!wait(2)) return events;
  add({ kind: 'handedOver', at: now, by, to: by, note: '' });
  for (let turn = random.integer(0, 2); turn > 0; turn -= 1) {
    if (!wait(8)) return events;
    const draw = random.next();
    if (draw < 0.35) {
      add(papersAsked(now));
      if (!wait(12)) return events;
      if (random.next() < 0.2) return [...events, ended(now, random)];
      add({ kind: 'supplemented', at: now, by, papers: facts.papers, note: '', inPerson: false, ...dates() });
    } else if (draw < 0.55) {
      add({ kind: 'paymentRequested', at: now, by, amountVnd: 5000, note: '', pauses: random.next() < 0.7 });
      if (!wait(6)) return events;
      add({ kind: 'paymentConfirmed', at: now, by, note: '', ...dates() });
    } else if (draw < 0.7 && facts.appointment.dueAt !== null) {
      add({ kind: 'extended', at: now, by, reason: 'Chờ xác minh', ...dates() });
    } else if (draw < 0.85) {
      const procedure = { ...facts.procedure, code: '9.9', shortName: 'Khác', field: 'Khác' };
      add({ kind: 'corrected', at: now, by, reason: 'Chọn nhầm', changes: { procedure }, dates: dates() });
    }
  }
  if (!wait(25)) return events;
  if (random.next() < 0.12) return [...events, ended(now, random)];
  add({ kind: 'resolved', at: now, by, outcome: 'granted', note: '' });
  if (random.next() < 0.1) {
    add({ kind: 'undone', at: now, by, undoes: 'resolved', reason: 'Bấm nhầm' });
    if (!wait(5)) return events;
    add({ kind: 'resolved', at: now, by, outcome: 'granted', note: '' });
  }
  if (!wait(15)) return events;
  const recipient = { name: facts.applicant.name, idNumber: null };
  add({ kind: 'returned', at: now, by, recipient, via: random.pick(['counter', 'postal']), note: '' });
  if (random.next() < 0.1) {
    if (!wait(5)) return events;
    add({ kind: 'corrected', at: now, by, reason: 'Nhầm kênh', changes: { channel: 'online' }, dates: null });
  }
  return events;
}

const papersAsked = (when: string): CaseEvent => ({
  kind: 'supplementRequested',
  at: when,
  by,
  items: [],
  reason: 'Thiếu giấy',
  lastDayOn: '2026-01-01',
  mayStopFrom: '2026-01-02',
  overridden: false,
});

const ended = (when: string, random: Random): CaseEvent =>
  random.next() < 0.6
    ? { kind: 'withdrawn', at: when, by, reason: 'Đổi ý', papersReturned: true, refundVnd: null }
    : {
        kind: 'stopped',
        at: when,
        by,
        ground: 'law',
        reason: 'Theo luật',
        papersReturned: true,
        refundVnd: null,
      };
