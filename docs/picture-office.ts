import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { type Counter, openCounter } from '../electron/counter.ts';
import { type Loopback, listenOnLoopback } from '../electron/http/loopback.ts';
import { type StartedCounter, startCounter } from '../electron/launch/start-counter.ts';
import { keepKey } from '../electron/register/locking/keyring.ts';
import type { ReceiveInput } from '../shared/domain/intake.ts';
import { defaultOpeningHours } from '../shared/domain/opening-hours.ts';
import { officeOfTests, optionsFor, reception } from '../tests/desk.ts';
import { lanOfTests } from '../tests/lan.ts';
import { passwordOfTests, signInAt } from '../tests/sign-in.ts';
import { type Frame, windowOptions } from './camera.ts';

type Caller = ReturnType<Counter['caller']>;

/** An office that is no sample: people sign in, two of them manage, and some years lie behind it. */
export interface Office {
  folder: string;
  /** The clerk and administrator Lò Thị Mai at the window. */
  clerk(): Caller;
  officer(): Caller;
  /** The chairman Cầm Văn Tuấn, who confirms what two have to do. */
  chairman(): Caller;
  setTime(officeTime: string): void;
  /** Everybody signs in anew: a sign-in of months ago is kept nowhere. */
  comeIn(): Promise<void>;
  /** The clock of a page stands still: this sets it to now. */
  tellTime(page: Page): Promise<void>;
  /** A page of the window, or of another device where it is given an address of its own. */
  open(path: string): Promise<Page>;
  close(): Promise<void>;
  /** The program anew on the same folder, signed in by nobody; what befalls its files while it is shut. */
  startAgain(befall?: () => void): Promise<void>;
}

export const approval = { personId: 3, password: passwordOfTests };

const people = [
  { name: 'Lò Thị Mai', title: 'Cán bộ tiếp nhận', roles: ['clerk', 'administrator'] },
  { name: 'Quàng Văn Hùng', title: 'Công chức Tư pháp – Hộ tịch', roles: ['officer'] },
  { name: 'Cầm Văn Tuấn', title: 'Chủ tịch UBND', roles: ['leader', 'administrator'] },
  { name: 'Lường Thị Pâng', title: 'Cán bộ tiếp nhận', roles: ['clerk', 'cashier'] },
] as const;

const desks = [
  ['window', 1],
  ['officer', 2],
  ['chairman', 3],
  ['second', 4],
] as const;

/** Sets an office up on a day of January 2024; what is done in it goes on from there. */
export async function openOffice(folder: string, browser: Browser): Promise<Office> {
  for (const made of [folder, join(folder, '..', 'USB-QUAY-1')]) mkdirSync(made, { recursive: true });
  let [now, since] = ['2024-01-08T08:00', Date.now()];
  const clock = () => Date.parse(`${now}:00+07:00`) + Date.now() - since;
  let opened: Counter | null = null;
  let started: StartedCounter;
  let loopback: Loopback;
  const start = async () => {
    const options = {
      ...optionsFor(folder),
      damageWorker: new URL('../electron/register/damage/damage-worker.ts', import.meta.url),
      lan: { ...lanOfTests, port: 6119 },
      clock,
      log: () => {},
    };
    started = await startCounter(options, async (given) => {
      opened = await openCounter(given);
      return opened;
    });
    loopback = await listenOnLoopback(
      (request) => started.fetch(request, { kind: 'loopback', device: 'window' }),
      0,
    );
  };
  const stop = async () => {
    await loopback.close();
    await started.close();
  };
  const as = (device: string): Caller => {
    if (opened === null) throw new Error('The counter of the pictures is shut');
    return opened.caller({ kind: 'loopback', device });
  };
  await start();
  await as('window').setup.complete({
    office: officeOfTests,
    hours: defaultOpeningHours,
    people: people.map((person) => ({ ...person, roles: [...person.roles] })),
    password: passwordOfTests,
  });
  for (const [device, id] of desks.slice(1)) await signInAt(as('window'), as(device), id);
  return {
    folder,
    clerk: () => as('window'),
    officer: () => as('officer'),
    chairman: () => as('chairman'),
    setTime: (officeTime) => {
      [now, since] = [officeTime, Date.now()];
    },
    comeIn: async () => {
      for (const [device, personId] of desks)
        await as(device).session.signIn({ personId, password: passwordOfTests });
    },
    tellTime: (page) => page.clock.setFixedTime(clock()),
    open: async (path) => {
      const page = await browser.newPage(windowOptions);
      page.setDefaultTimeout(10_000);
      await page.clock.setFixedTime(clock());
      await page.goto(path.startsWith('/') ? `http://127.0.0.1:${loopback.port}${path}` : path);
      return page;
    },
    close: stop,
    startAgain: async (befall) => {
      await stop();
      // A program that starts knows no key.
      keepKey(folder, null);
      befall?.();
      await start();
    },
  };
}

const visitors = [
  ['Lường Thị Thu Hằng', '014196002187', '0900000214', 'Tiểu khu 3, thị trấn Ít Ong'],
  ['Quàng Văn Ón', '014088001234', '0900000215', 'Tiểu khu 1, thị trấn Ít Ong'],
  ['Tòng Thị Diêu', '014191004321', '0900000216', 'Bản Mé, thị trấn Ít Ong'],
  ['Cà Văn Thoan', '014079000987', '0900000217', 'Tiểu khu 5, thị trấn Ít Ong'],
  ['Lò Văn Pản', '014085006655', '0900000218', 'Bản Nà Nong, thị trấn Ít Ong'],
] as const;

export function applicantOf(visitor: number): ReceiveInput['applicant'] {
  const [name = '', idNumber = '', phone = '', address = ''] = visitors[visitor] ?? [];
  return { kind: 'citizen', name, idNumber, phone, address };
}

/** One of the visitors hands a case in; a transfer has not come yet. */
export async function receive(office: Office, visitor: number, method: 'cash' | 'transfer'): Promise<number> {
  const { id } = await office.clerk().cases.receive(
    reception({
      applicant: applicantOf(visitor),
      fee: { amountVnd: 10_000, method, reason: 'Mức của phường' },
      slips: [],
    }),
  );
  return id;
}

/** A case from its reception to its result in somebody's hand. */
export async function finish(office: Office, id: number): Promise<void> {
  await office.clerk().cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: 2 } });
  await office.officer().cases.act({ id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
  const recipient = { name: 'Lường Thị Thu Hằng', idNumber: '014196002187' };
  await office.clerk().cases.act({ id, version: 3, act: { kind: 'return', recipient, via: 'counter' } });
}

/** A stick that copies of the office are carried to. */
export const stickOf = (office: Office): string => join(office.folder, '..', 'USB-QUAY-1');

/** A picture of an office where people sign in: what is done first, and the page that then stands there. */
export interface OfficePicture extends Frame {
  of(office: Office): Promise<Page>;
}

/** Shows an office's address and disks instead of those of the machine that makes the pictures. */
export async function inTheOffice(office: Office, page: Page): Promise<Page> {
  await page.waitForTimeout(1500);
  const names = [
    ['127.0.0.1', '192.168.1.20'],
    [stickOf(office), 'E:\\'],
    [office.folder, 'D:\\So Mot Cua'],
  ] as const;
  await page.evaluate((told) => {
    const said = (text: string) =>
      told
        .reduce((words, [here, there]) => words.replaceAll(here, there), text)
        .replace(/^\/(?:mnt|media|run)\/\S+$/, 'E:\\');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      node.nodeValue = said(node.nodeValue ?? '');
    for (const field of document.querySelectorAll('input')) field.value = said(field.value);
  }, names);
  return page;
}

/** Scrolls to a part of the settings. */
export async function showPart(page: Page, part: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Các mục cài đặt' }).getByText(part, { exact: true }).click();
  await page.waitForTimeout(1500);
}
