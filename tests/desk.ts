import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Counter, type CounterOptions, openCounter } from '../electron/counter.ts';
import { browserPlatform, type Platform } from '../electron/platform.ts';
import type { ReceiveInput } from '../shared/domain/intake.ts';
import { defaultOpeningHours } from '../shared/domain/opening-hours.ts';
import type { Role } from '../shared/domain/person.ts';
import { putFreshRegister } from './fresh-register.ts';
import { keptRenderer } from './kept-renderer.ts';
import { passwordOfTests, quickSignIns, signInAt } from './sign-in.ts';

/** A real counter on a real register in a folder of its own, with people seated: tests knock at its door as someone. */
export interface Desk extends AsyncDisposable {
  counter: Counter;
  folder: string;
  /** The clerk Lò Thị Mai (also administrator), the officer Quàng Văn Hùng, the leader Cầm Văn Tuấn. */
  clerk: Caller;
  officer: Caller;
  leader: Caller;
  officerId: number;
  /** What the first run showed once. */
  recoveryCode: string;
  /** Sets the office clock, 'YYYY-MM-DDTHH:mm'. */
  setTime(officeTime: string): void;
  /** A request at the handler as the clerk's window; POST when there is a body. */
  post(path: string, body: unknown): Promise<Response>;
}

type Caller = ReturnType<Counter['caller']>;

const root = new URL('..', import.meta.url);

export const officeOfTests = {
  parentAgency: 'UBND thị trấn Ít Ong',
  name: 'Bộ phận Tiếp nhận và Trả kết quả',
  unit: 'Thị trấn Ít Ong',
  place: 'Ít Ong',
  province: 'Sơn La',
  agencyCode: 'H52.09.01',
};

/** Options of a counter that runs from its sources. */
export function optionsFor(folder: string, platform: Platform = browserPlatform): CounterOptions {
  return {
    dataFolder: folder,
    platform,
    rendererFolder: fileURLToPath(new URL('dist/renderer', root)),
    resourcesFolder: fileURLToPath(new URL('resources', root)),
    renderWorker: new URL('electron/printing/render-worker.ts', root),
    excelWorker: new URL('electron/excel/excel-worker.ts', root),
    readingWorker: new URL('electron/reading/reading-worker.ts', root),
    foldWorker: new URL('electron/register/fold-worker.ts', root),
    ...quickSignIns,
    renderer: keptRenderer(),
    backupWorker: new URL('electron/backup/backup-worker.ts', root),
    // Tests of backups ask for theirs.
    backups: { everyMs: 0, atClosing: false },
  };
}

/** Opens a set-up counter; `at` is the office time it starts at. Not durable where thousands of cases are only counted. */
export async function openDesk(
  at = '2025-04-24T09:15',
  platform: Platform = browserPlatform,
  isDurable = true,
  more: Partial<CounterOptions> = {},
): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-'));
  let now = at;
  const clock = () => Date.parse(`${now}:00+07:00`);
  const options = { ...optionsFor(folder, platform), clock, isDurable, log: () => {}, ...more };
  putFreshRegister(options.dataFolder, options.resourcesFolder);
  const counter = await openCounter(options);
  const as = (device: string) => counter.caller({ kind: 'loopback', device });
  const { people, recoveryCode } = await as('window').setup.complete(
    firstRun({ name: 'Quàng Văn Hùng', roles: ['officer'] }, { name: 'Cầm Văn Tuấn', roles: ['leader'] }),
  );
  const [, officer, leader] = people;
  if (!officer || !leader) throw new Error('The first run lost its people');
  await signInAt(as('window'), as('officer-desk'), officer.id);
  await signInAt(as('window'), as('leader-desk'), leader.id);
  return {
    counter,
    folder,
    clerk: as('window'),
    officer: as('officer-desk'),
    leader: as('leader-desk'),
    officerId: officer.id,
    recoveryCode: recoveryCode ?? '',
    setTime: (officeTime) => {
      now = officeTime;
    },
    post: (path, body) =>
      counter.fetch(
        new Request(`http://counter${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
        { kind: 'loopback', device: 'window' },
      ),
    [Symbol.asyncDispose]: async () => {
      await counter.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a first run is told: a clerk who administers, and others. */
export function firstRun(...others: { name: string; roles: Role[] }[]) {
  const clerk = { name: 'Lò Thị Mai', roles: ['clerk', 'administrator'] as Role[] };
  const people = [clerk, ...others];
  return { office: officeOfTests, hours: defaultOpeningHours, people, password: passwordOfTests };
}

/** The same of a sample, which asks for no password when the counter is opened anew. */
export function sampleRun() {
  const { office, hours, people } = firstRun();
  return { office, hours, people, isSample: true };
}

/** A lawful reception; override what the test is about. */
export function reception(override: Partial<ReceiveInput> & { name?: string } = {}): ReceiveInput {
  const { name = 'Lường Thị Thu Hằng', ...rest } = override;
  return {
    formKey: randomUUID(),
    procedureCode: '1.004873',
    applicant: {
      kind: 'citizen',
      name,
      idNumber: '014196002187',
      birthOn: '1996-09-12',
      sex: 'female',
      phone: '0900000214',
      address: 'Tiểu khu 3, thị trấn Ít Ong',
    },
    papers: [{ name: 'Tờ khai theo mẫu', originals: 1 }],
    fee: { amountVnd: 10_000, method: 'cash', reason: 'Mức của phường' },
    ...rest,
  };
}
