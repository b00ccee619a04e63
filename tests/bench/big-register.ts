import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { insertCase } from '../../electron/register/cases/cases.ts';
import { rememberCitizen } from '../../electron/register/citizens/citizens.ts';
import { appendEntry } from '../../electron/register/journal.ts';
import { openRegister } from '../../electron/register/register.ts';
import { type Random, seededRandom } from '../../electron/samples/random.ts';
import { type CaseEvent, type EventOf, fold, type ReceivedFacts } from '../../shared/domain/case-flow.ts';
import { formatCaseCode, formatSlipCode } from '../../shared/domain/codes.ts';
import { openDesk, reception } from '../desk.ts';

/**
 * A register of n cases of forty procedures over eleven years up to `lastDay`, a few hundred of them open (some with another office, some
 * waiting for papers), every third result gone by post: written through the register's own functions in large transactions,
 * each row the fold of its events. Kept in the temporary folder, because it takes minutes to make.
 */
export const lastDay = '2025-04-24';

const families: [name: string, share: number][] = [
  ['Nguyễn', 31],
  ['Trần', 11],
  ['Lê', 10],
  ['Phạm', 7],
  ['Hoàng', 5],
  ['Phan', 5],
  ['Vũ', 4],
  ['Đặng', 3],
  ['Bùi', 3],
  ['Đỗ', 3],
  ['Hồ', 2],
  ['Ngô', 2],
  ['Dương', 2],
  ['Lý', 1],
  ['Lò', 4],
  ['Quàng', 3],
  ['Giàng', 2],
  ['Tòng', 2],
];
const middles = [
  'Văn',
  'Thị',
  'Đức',
  'Hữu',
  'Thị Thu',
  'Ngọc',
  'Minh',
  'Thanh',
  'Quang',
  'Thị Hồng',
  'Xuân',
  'Công',
];
const givens = (
  'An Anh Ánh Bình Chi Cường Dung Dũng Duy Đào Đạt Đông Đức Giang Hà Hải Hạnh Hằng Hiếu Hòa Hoa Huệ Hùng Hương Huy ' +
  'Khánh Kiên Lan Lâm Liên Linh Loan Long Ly Mai Mạnh Minh Nam Nga Ngân Nhung Oanh Phong Phúc Phương Quân Quyên Sơn Tâm Thảo ' +
  'Thắng Thành Thúy Thủy Tiến Toàn Trang Trung Tú Tuấn Tùng Uyên Vân Việt Vinh Xuân Yến'
).split(' ');

export async function bigRegister(total: number): Promise<string> {
  const folder = join(tmpdir(), `mot-cua-bench-6-${total}`);
  if (existsSync(join(folder, 'register.db'))) return folder;
  const making = `${folder}-making`;
  rmSync(making, { recursive: true, force: true });
  await makeBigRegister(making, total, console.log);
  rmSync(folder, { recursive: true, force: true });
  renameSync(making, folder);
  return folder;
}

/** Makes such a register in a folder that is not there yet. */
export async function makeBigRegister(
  folder: string,
  total: number,
  say: (line: string) => void,
): Promise<void> {
  const startedAt = performance.now();
  const desk = await openDesk(`${lastDay}T09:15`);
  const { id } = await desk.clerk.cases.receive(reception());
  const { state: template } = await desk.clerk.cases.whole({ id });
  const procedures = (await desk.clerk.catalogue.list()).slice(0, 40);
  await desk.counter.close();
  renameSync(desk.folder, folder);
  const register = openRegister(folder, false);
  const random = seededRandom(total);
  const days = workedDays(Math.min(total, 2700));
  const perDay = Math.ceil(total / days.length);
  let made = 1;
  for (const [index, day] of days.entries()) {
    register.transact((tx) => {
      for (let serial = 1; serial <= perDay && made < total; serial += 1, made += 1) {
        const { code, name, shortName, field } = random.pick(procedures);
        const procedure = { code, version: 1, name, shortName, field };
        const facts = factsOf({ ...template, procedure }, random, made, {
          day,
          serial,
          dueOn: days[index + 3] ?? '2025-04-29',
        });
        const citizenId = rememberCitizen(tx, facts.applicant, facts.receivedAt);
        // The newest few hundred are open, the few hundred before them wait for their citizens.
        const end = index < days.length - 3 && random.next() < 0.99 ? (days[index + 2] ?? day) : day;
        const events = eventsOf({ ...facts, citizenId }, end, total - made, random);
        const caseId = insertCase(tx, { key: randomUUID(), content: facts.applicant.name }, fold(events));
        for (const event of events) {
          const entry = { at: `${event.at}:00Z`, personId: 1, device: 'window', subject: `case:${caseId}` };
          appendEntry(tx, { ...entry, kind: `case.${event.kind}`, data: event });
        }
      }
    });
    if (index % 200 === 0)
      say(`  making ${made}/${total} cases, ${Math.round((performance.now() - startedAt) / 1000)} s`);
  }
  register.close();
}

/** The facts of a reception, all but the citizen's own row. */
function factsOf(
  { procedure, applicant, papers, summary, sets, fee, appointment }: ReceivedFacts,
  random: Random,
  made: number,
  { day, serial, dueOn }: { day: string; serial: number; dueOn: string },
): ReceivedFacts {
  const name = `${pickFamily(random.integer(1, 100))} ${random.pick(middles)} ${random.pick(givens)}`;
  const receivedAt = `${day}T${String(random.integer(7, 10)).padStart(2, '0')}:${String(random.integer(10, 59))}`;
  const numberOfDay = serial + (day === lastDay ? 1 : 0);
  return {
    caseCode: formatCaseCode('{agencyCode}-{yyMMdd}-{0001}', 'H52.09.01', day, numberOfDay),
    slipCode: formatSlipCode(day, numberOfDay),
    year: Number(day.slice(0, 4)),
    volume: 1,
    serial: made + 1,
    procedure,
    citizenId: null,
    applicant: {
      ...applicant,
      name,
      idNumber: `014${random.integer(0, 3)}${String(made).padStart(8, '0')}`,
      phone: `09${String(made).padStart(8, '0')}`,
    },
    submitter: null,
    papers,
    summary,
    sets,
    channel: random.next() < 0.4 ? 'online' : 'direct',
    returnChannel: 'counter',
    fee,
    receivedAt,
    promisedAt: null,
    appointment: { ...appointment, dueAt: `${dueOn}${receivedAt.slice(10)}` },
  };
}

const by = { id: 1, name: 'Lò Thị Mai' };

/** What happened to the case that has `younger` ones after it. */
function eventsOf(facts: ReceivedFacts, end: string, younger: number, random: Random): CaseEvent[] {
  const { receivedAt, applicant } = facts;
  const received: CaseEvent = { kind: 'received', at: receivedAt, by, ...facts };
  if (younger <= 300) {
    const outside: CaseEvent = { ...handedOver, agency: 'Văn phòng đăng ký đất đai', at: receivedAt };
    if (younger % 6 === 0)
      return [received, { ...handedOver, at: receivedAt }, { ...missingPapers, at: receivedAt }];
    if (younger % 6 === 1) return [received, outside];
    return [received];
  }
  const officer = { id: 1 + (facts.procedure.field.length % 3), name: 'Lò Thị Mai' };
  const resolved: CaseEvent = {
    kind: 'resolved',
    at: `${end}T16:00`,
    by: officer,
    outcome: 'granted',
    note: '',
  };
  if (younger <= 700) return [received, resolved];
  const recipient = { name: applicant.name, idNumber: null };
  return [
    received,
    resolved,
    {
      kind: 'returned',
      at: `${end}T16:30`,
      by,
      recipient,
      via: random.next() < 0.3 ? 'postal' : 'counter',
      note: '',
    },
  ];
}

const handedOver: Omit<EventOf<'handedOver'>, 'at'> = { kind: 'handedOver', by, to: by, note: '' };
const missingPapers: Omit<EventOf<'supplementRequested'>, 'at'> = {
  kind: 'supplementRequested',
  by,
  items: [{ name: 'Giấy chứng sinh', originals: 1, certifiedCopies: 0, photocopies: 0, note: '' }],
  reason: 'Thiếu giấy',
  lastDayOn: '2025-05-13',
  mayStopFrom: '2025-05-14',
  overridden: false,
};

function workedDays(count: number): string[] {
  const days: string[] = [];
  for (let day = Temporal.PlainDate.from(lastDay); days.length < count; day = day.subtract({ days: 1 })) {
    if (day.dayOfWeek <= 5) days.unshift(day.toString());
  }
  return days;
}

function pickFamily(mark: number): string {
  let left = mark;
  for (const [name, share] of families) {
    left -= share;
    if (left <= 0) return name;
  }
  return 'Nguyễn';
}
