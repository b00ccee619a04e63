import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Counter, openCounter } from '../electron/counter.ts';
import { writeBackup } from '../electron/register/backup/backup.ts';
import { listBackups } from '../electron/register/backup/backup-list.ts';
import { connect } from '../electron/register/connection.ts';
import { openEmergency } from '../electron/register/damage/emergency.ts';
import { restoreBackup } from '../electron/register/damage/restore.ts';
import { openDesk, optionsFor, reception } from './desk.ts';
import { passwordOfTests } from './sign-in.ts';

/** An office whose register lay damaged for a forenoon, and is back. */

/** The leader, who types his password beside the administrator. */
export const approval = { personId: 3, password: passwordOfTests };

type Caller = ReturnType<Counter['caller']>;
export const paid = (amountVnd: number, name: string, idNumber: string | null = null) => {
  const { applicant, ...rest } = reception({
    name,
    fee: { amountVnd, method: 'cash', reason: 'Theo phường' },
    slips: [],
  });
  return { ...rest, applicant: { ...applicant, name, idNumber } };
};

/** The counter of a folder for a while, the clerk signed in. */
export async function at<T>(folder: string, time: string, work: (clerk: Caller) => Promise<T>): Promise<T> {
  const clock = () => Date.parse(`${time}:00+07:00`);
  const counter = await openCounter({ ...optionsFor(folder), clock, log: () => {} });
  try {
    const clerk = counter.caller({ kind: 'loopback', device: 'window' });
    await clerk.session.signIn({ personId: 1, password: passwordOfTests });
    return await work(clerk);
  } finally {
    await counter.close();
  }
}

async function close(clerk: Caller): Promise<void> {
  const { shift } = await clerk.shifts.current();
  if (shift === null) throw new Error('Nothing is open');
  const { id: shiftId, moves, expectedVnd } = shift;
  const witnessName = 'Vì Thị Sen';
  await clerk.shifts.close({ shiftId, moves, expectedVnd, witnessName, reason: 'Không đếm' });
}

const damage = (folder: string) => {
  const file = join(folder, 'register.db');
  writeFileSync(file, readFileSync(file).fill(0, 0, 4096));
};

/** The morning in the register, the forenoon in an emergency, and the register back from its copy. */
export async function afterEmergency(
  more: (clerk: Caller) => Promise<unknown> = async () => null,
  before: (clerk: Caller) => Promise<unknown> = async () => null,
): Promise<{ folder: string; morning: string; emergency: string[] }> {
  await using desk = await openDesk('2025-04-24T08:00');
  const { caseCode: morning } = await desk.clerk.cases.receive(paid(8_000, 'Lò Văn Pâng', '014196002187'));
  await before(desk.clerk);
  const early = connect(join(desk.folder, 'register.db'), 'read');
  writeBackup(early, desk.folder);
  early.close();
  const folder = `${desk.folder}-after`;
  cpSync(desk.folder, folder, { recursive: true });
  rmSync(join(folder, 'register.lock'), { force: true });
  damage(folder);
  openEmergency(folder, '2025-04-24T02:00:00Z', '2025-04-24T09:00');
  const emergency = await at(folder, '2025-04-24T09:30', async (clerk) => {
    const known = await clerk.cases.receive(paid(10_000, 'Lò Văn Pâng', '014196002187'));
    const apart = await clerk.cases.receive(paid(20_000, 'Vàng A Dơ'));
    const { payments } = await clerk.payments.ofCase({ caseId: apart.id });
    const { id: paymentId = 0, version = 0 } = payments[0] ?? {};
    await clerk.payments.refund({
      ...{ paymentId, version, amountVnd: 5_000, method: 'cash', reason: 'Thu thừa' },
      approval,
    });
    await close(clerk);
    const last = await clerk.cases.receive(paid(3_000, 'Hà Thị Thu'));
    await more(clerk);
    return [known, apart, last].map(({ caseCode }) => caseCode);
  });
  const [backup] = listBackups(folder).filter(({ cases }) => cases === 1);
  restoreBackup(folder, backup?.name ?? '', '2025-04-24T04:00:00Z', '2025-04-24T11:00');
  return { folder, morning, emergency };
}
