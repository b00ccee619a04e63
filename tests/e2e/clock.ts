import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type Counter, openCounter } from '../../electron/counter.ts';
import { listenOnLoopback } from '../../electron/http/loopback.ts';
import { defaultOpeningHours } from '../../shared/domain/opening-hours.ts';
import { officeOfTests, optionsFor } from '../desk.ts';
import { passwordOfTests } from '../sign-in.ts';

/** A counter whose clock the test sets, so that weeks of a case's life pass in one walk. */
export interface ClockedCounter {
  counter: Counter;
  folder: string;
  url: string;
  /** The person at the window. */
  clerkName: string;
  /** Office time `YYYY-MM-DDTHH:mm`; it stands still until it is set again. */
  setTime(officeTime: string): void;
  /** Ends the counter, so that its register can be read by others. */
  close(): Promise<void>;
}

const clerkName = 'Lò Thị Mai';

export const test = base.extend<{ clocked: ClockedCounter }>({
  clocked: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'mot-cua-clock-'));
    let now = '2026-03-09T07:30';
    const clock = () => Date.parse(`${now}:00+07:00`);
    const counter = await openCounter({ ...optionsFor(folder), clock, isDurable: false, log: console.error });
    counter.startPrinting();
    const loopback = await listenOnLoopback(
      (request) => counter.fetch(request, { kind: 'loopback', device: 'window' }),
      0,
    );
    await counter.caller({ kind: 'loopback', device: 'window' }).setup.complete({
      office: officeOfTests,
      hours: defaultOpeningHours,
      people: [
        { name: clerkName, roles: ['clerk', 'administrator'] },
        { name: 'Quàng Văn Hùng', roles: ['officer'] },
        { name: 'Cầm Văn Tuấn', roles: ['leader'] },
      ],
      password: passwordOfTests,
    });
    let isOpen = true;
    const close = async () => {
      if (!isOpen) return;
      isOpen = false;
      await loopback.close();
      await counter.close();
    };
    const setTime = (officeTime: string) => {
      now = officeTime;
    };
    await use({ counter, folder, url: `http://127.0.0.1:${loopback.port}`, clerkName, setTime, close });
    await close();
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: async ({ clocked }, use) => use(clocked.url),
});

export { expect } from '@playwright/test';
