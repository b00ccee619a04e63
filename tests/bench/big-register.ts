import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { insertCase } from '../../electron/register/cases.ts';
import { rememberCitizen } from '../../electron/register/citizens.ts';
import { appendEntry } from '../../electron/register/journal.ts';
import { openRegister } from '../../electron/register/register.ts';
import { seededRandom } from '../../electron/samples/random.ts';
import { type CaseEvent, fold } from '../../shared/domain/case-flow.ts';
import { formatCaseCode, formatSlipCode } from '../../shared/domain/codes.ts';
import { openDesk, reception } from '../desk.ts';

/**
 * A register of n cases over eleven years up to `lastDay`, a few hundred of them open: written through the register's
 * own functions in large transactions. Kept in the temporary folder, because it takes minutes to make.
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
  const folder = join(tmpdir(), `mot-cua-bench-3-${total}`);
  if (existsSync(join(folder, 'register.db'))) return folder;
  const startedAt = performance.now();
  const desk = await openDesk(`${lastDay}T09:15`);
  const { id } = await desk.clerk.cases.receive(reception());
  const { state: template } = await desk.clerk.cases.get({ id });
  await desk.counter.close();
  const making = `${folder}-making`;
  rmSync(making, { recursive: true, force: true });
  renameSync(desk.folder, making);
  const register = openRegister(making, false);
  const random = seededRandom(total);
  const days = workedDays(Math.min(total, 2700));
  const perDay = Math.ceil(total / days.length);
  let made = 1;
  for (const [index, day] of days.entries()) {
    const daysLeft = days.length - index;
    register.transact((tx) => {
      for (let serial = 1; serial <= perDay && made < total; serial += 1, made += 1) {
        const name = `${pickFamily(random.integer(1, 100))} ${random.pick(middles)} ${random.pick(givens)}`;
        const idNumber = `014${random.integer(0, 3)}${String(made).padStart(8, '0')}`;
        const applicant = {
          ...template.applicant,
          name,
          idNumber,
          phone: `09${String(made).padStart(8, '0')}`,
        };
        const receivedAt = `${day}T${String(random.integer(7, 10)).padStart(2, '0')}:${String(random.integer(10, 59))}`;
        const dueAt = `${days[index + 3] ?? '2025-04-29'}${receivedAt.slice(10)}`;
        const by = { id: 1, name: 'Lò Thị Mai' };
        const { status: _, holder: __, version: ___, ...facts } = template;
        const received: CaseEvent = {
          ...facts,
          kind: 'received',
          at: receivedAt,
          by,
          caseCode: formatCaseCode(
            '{agencyCode}-{yyMMdd}-{0001}',
            'H52.09.01',
            day,
            serial + (day === lastDay ? 1 : 0),
          ),
          slipCode: formatSlipCode(day, serial + (day === lastDay ? 1 : 0)),
          year: Number(day.slice(0, 4)),
          serial: made + 1,
          citizenId: rememberCitizen(tx, applicant, receivedAt),
          applicant,
          channel: random.next() < 0.4 ? 'online' : 'direct',
          receivedAt,
          appointment: { ...template.appointment, dueAt },
        };
        // The newest few hundred are open, the few hundred before them wait for their citizens.
        const end = daysLeft > 3 && random.next() < 0.99 ? (days[index + 2] ?? day) : day;
        const resolved: CaseEvent = {
          kind: 'resolved',
          at: `${end}T16:00`,
          by,
          outcome: 'granted',
          note: '',
        };
        const recipient = { name, idNumber: null };
        const returned: CaseEvent = {
          kind: 'returned',
          at: `${end}T16:30`,
          by,
          recipient,
          via: 'counter',
          note: '',
        };
        const events = [received, resolved, returned].slice(
          0,
          made > total - 300 ? 1 : made > total - 700 ? 2 : 3,
        );
        const caseId = insertCase(tx, { key: randomUUID(), content: name }, fold(events));
        for (const event of events) {
          const entry = { at: `${event.at}:00Z`, personId: 1, device: 'window', subject: `case:${caseId}` };
          appendEntry(tx, { ...entry, kind: `case.${event.kind}`, data: event });
        }
      }
    });
    if (index % 200 === 0)
      console.log(`  making ${made}/${total} cases, ${Math.round((performance.now() - startedAt) / 1000)} s`);
  }
  register.close();
  mkdirSync(folder, { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  renameSync(making, folder);
  return folder;
}

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
