import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personKeyText } from '../../../shared/domain/digital.ts';
import { campaignId, fileOf, numberOf, openHost, type Tapped, tap, teams } from '../../../tests/campaign.ts';
import { openDesk, optionsFor, reception } from '../../../tests/desk.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { openCounter } from '../../counter.ts';
import { connect } from '../../register/connection.ts';
import { findUnfoldedDigital } from '../../register/digital/digital-verify.ts';
import { makePrivateKey, publicKeyOf } from '../../sealing.ts';
import { readKit, sealEntries, sealPerson } from './campaign-files.ts';

describe('files of a campaign day', () => {
  let folder = '';
  const files: string[] = [];
  /** As it stood at the last file of each laptop. */
  const paper = new Map<string, Tapped>();

  /** Two laptops that log, hand in, correct and hand in again; the home of the campaign is kept as it was before. */
  beforeAll(async () => {
    const { host, kit } = await openHost();
    // Somebody whom the register knew before, met again by a team.
    await host.clerk.digital.help({
      formKey: randomUUID(),
      whose: { met: { name: 'Lò Thị Lan', idNumber: numberOf(1), birthYear: 1990 } },
      topic: 'vneid',
      level: 'forThem',
      on: '2024-08-01',
    });
    folder = mkdtempSync(join(tmpdir(), 'mot-cua-dot-'));
    await host.counter.close();
    cpSync(host.folder, folder, { recursive: true });
    for (const laptop of [0, 1]) {
      await using desk = await openDesk('2024-08-27T08:00', undefined, false);
      await desk.clerk.digital.campaign.openKit(kit);
      const ids = Array.from({ length: 6 }, () => randomUUID());
      const write = async (index: number, tapped: Tapped) => {
        paper.set(ids[index] ?? '', tapped);
        await tap(desk, ids[index] ?? '', tapped);
      };
      // The last one of them was met by both.
      for (let index = 0; index < 4; index += 1)
        await write(index, {
          who: index === 3 ? 3 : index + laptop,
          team: laptop,
          topic: 'filing',
          marks: ['vneid'],
        });
      files.push(await fileOf(desk));
      desk.setTime('2024-08-27T10:00');
      await write(4, { who: 7, team: 2, topic: 'payment', marks: ['payment', 'bank'] });
      // The number was mistyped, the topic was another, one was nobody's.
      await write(0, { who: 8 + laptop, team: laptop, topic: 'filing', marks: [] });
      await write(1, { who: 1 + laptop, team: laptop, topic: 'procedure', marks: ['dvcqg'] });
      await desk.clerk.digital.campaign.remove({ id: ids[2] ?? '' });
      paper.delete(ids[2] ?? '');
      files.push(await fileOf(desk));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Merges files into a copy of the home, and tells all that the register says then. */
  async function mergedIn(order: readonly string[]) {
    const copy = mkdtempSync(join(tmpdir(), 'mot-cua-dot-'));
    cpSync(folder, copy, { recursive: true });
    const clock = () => Date.parse('2024-08-28T08:00:00+07:00');
    const counter = await openCounter({ ...optionsFor(copy), clock, isDurable: false, log: () => {} });
    const { session, digital } = counter.caller({ kind: 'loopback', device: 'window' });
    await session.signIn({ personId: 1, password: passwordOfTests });
    for (const text of order) await digital.campaign.merge({ text });
    const { files: _, ...day } = await digital.campaign.day({ id: campaignId });
    const figures = await digital.figures({ from: '2024-08-01', to: '2024-08-31' });
    await counter.close();
    const db = connect(join(copy, 'register.db'), 'read');
    const rows = [
      `SELECT personKey, name, birthYear, area FROM digitalPeople WHERE counted = 1 ORDER BY personKey`,
      `SELECT personKey, criterion, reachedOn FROM digitalMarks JOIN digitalPeople ON id = personId ORDER BY 1, 2`,
      `SELECT help.*, NULL AS personId, NULL AS livingId FROM digitalHelps AS help ORDER BY id`,
      `SELECT * FROM campaignEntries ORDER BY id`,
    ].map((sql) => db.prepare(sql).all());
    expect(findUnfoldedDigital(db)).toEqual([]);
    db.close();
    rmSync(copy, { recursive: true, force: true });
    return { day, figures, rows };
  }

  test('say the same in any order and however often, also an older one after a newer one', async () => {
    const reference = await mergedIn(files);
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(fc.constantFrom(...files), { maxLength: 4 })
          .chain((more) =>
            fc.shuffledSubarray([...files, ...more], { minLength: files.length + more.length }),
          ),
        async (order) => {
          expect(await mergedIn(order)).toEqual(reference);
        },
      ),
      { numRuns: 4 },
    );
  }, 60_000);

  test('count what was written on paper: people once, lượt each time', async () => {
    const { day, figures } = await mergedIn([...files].reverse());
    const tapped = [...paper.values()];
    const people = (rows: readonly Tapped[]) => new Set(rows.map(({ who }) => who)).size;
    expect(day.total).toMatchObject({ helps: tapped.length, people: people(tapped) });
    for (const [index, { id }] of teams.entries()) {
      const own = tapped.filter(({ team }) => team === index);
      expect(day.teams.find(({ teamId }) => teamId === id)).toMatchObject({
        helps: own.length,
        people: people(own),
        topics: Object.fromEntries(
          [...new Set(own.map(({ topic }) => topic))].map((topic) => [
            topic,
            own.filter((one) => one.topic === topic).length,
          ]),
        ),
      });
    }
    const met = (who: number) =>
      new Set(tapped.filter((one) => one.who === who).map(({ team }) => team)).size;
    expect(day.repeated).toBe(
      [...new Set(tapped.map(({ who }) => who))].filter((who) => met(who) > 1).length,
    );
    expect(day.repeated).toBe(1);
    // One of them was known before, and is no second person.
    expect(day.knownBefore).toBe(1);
    expect(figures.known).toBe(people(tapped));
    expect(figures.helped).toMatchObject({ helps: tapped.length + 1, people: people(tapped) });
  });

  test('that are cut, changed, foreign or of another kind are refused, and change nothing', async () => {
    await using other = await openDesk('2024-08-28T08:00', undefined, false);
    const [file = ''] = files;
    const { digital } = other.clerk;
    const refused = async (text: string, why: string) => {
      const error: unknown = await digital.campaign.merge({ text }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ cause: { code: 'campaignFileFault', data: { why } } });
    };
    await refused(file, 'foreign');
    await refused(file.slice(0, -200), 'damaged');
    await refused('[1, 2]', 'otherKind');
    await refused(file.replace('"version":1', '"version":2'), 'newer');
    await refused(file.replace('campaign-entries', 'campaign-kit'), 'otherKind');
    expect(await digital.campaign.list()).toEqual([]);
    expect((await digital.figures({ from: '2024-08-01', to: '2024-08-31' })).known).toBe(0);
    // One letter of what is sealed: the sum tells it.
    const cut = file.replace(/"sealed":"(.)/, (_, first) => `"sealed":"${first === 'A' ? 'B' : 'A'}`);
    await refused(cut, 'damaged');
    // Sealed anew for another home.
    const name = { laptopId: randomUUID(), exportId: randomUUID(), laptopName: '' };
    const strange = sealEntries(
      { ...name, number: 1, part: 1, parts: 1, writtenAt: '', entries: [] },
      campaignId,
      publicKeyOf(makePrivateKey()),
    );
    await expect(mergedIn([strange])).rejects.toMatchObject({
      cause: { code: 'campaignFileFault', data: { why: 'changed' } },
    });
  });
});

test('two entries whose people were taken for one another come in put right', async () => {
  const { host: opened, kit } = await openHost();
  await using host = opened;
  await using laptop = await openDesk('2024-08-27T08:00', undefined, false);
  await laptop.clerk.digital.campaign.openKit(kit);
  const ids = [randomUUID(), randomUUID()];
  const tapBoth = async (people: readonly number[]) => {
    for (const [index, who] of people.entries()) {
      const topic = index === 0 ? 'filing' : 'vneid';
      await tap(laptop, ids[index] ?? '', { who, team: 0, topic, marks: [] });
    }
    return fileOf(laptop);
  };
  const files = [await tapBoth([1, 2]), await tapBoth([2, 1])];
  for (const text of files) await host.clerk.digital.campaign.merge({ text });
  const db = connect(join(host.folder, 'register.db'), 'read');
  expect(findUnfoldedDigital(db)).toEqual([]);
  const numbers = db.prepare('SELECT count(*) FROM digitalHelps GROUP BY personId').pluck().all();
  expect(numbers).toEqual([1, 1]);
  db.close();
});

test('who receives, takes out or merges while files are merged waits a moment: none refused, none doubled', async () => {
  const { host, kit } = await openHost();
  await using _ = host;
  const key = Buffer.from((await readKit(kit.text, kit.passphrase)).publicKey, 'hex');
  const texts = [randomUUID(), randomUUID()].map((laptopId) => {
    const entries = Array.from({ length: 500 }, (_, index) => {
      const who = { idNumber: null, phone: null, name: `Lò Thị ${laptopId} ${index}`, birthYear: 1990 };
      const person = sealPerson(key, campaignId, personKeyText(who)?.text ?? '');
      const said = { name: '', birthYear: null, area: '', helperName: '', memberId: null, marks: ['vneid'] };
      const help = { topic: 'filing', level: 'guided', minutes: 10, teamId: teams[0]?.id ?? '' } as const;
      const at = '2024-08-27T08:00';
      return { id: randomUUID(), revision: 1, removed: false, at, person, ...said, ...help };
    });
    const laptop = {
      laptopId,
      exportId: randomUUID(),
      laptopName: 'Tổ Tiểu khu 1',
      number: 1,
      part: 1,
      parts: 1,
    };
    return sealEntries({ ...laptop, writtenAt: '', entries }, campaignId, key);
  });
  const { clerk, officer, leader } = host;
  const received: Promise<{ caseCode: string }>[] = [];
  const receive = () => received.push(clerk.cases.receive(reception()));
  const breath = () => new Promise((resolve) => setImmediate(resolve));
  let isMerging = true;
  const merges = [clerk.digital.campaign.merge({ text: texts[0] ?? '' })];
  receive();
  await breath();
  receive();
  merges.push(officer.digital.campaign.merge({ text: texts[1] ?? '' }));
  const outs = [leader.digital.campaign.kit({ id: campaignId }), clerk.exports.catalogue()];
  const merging = Promise.all(merges).finally(() => {
    isMerging = false;
  });
  for (let index = 0; index < 8; index += 1) {
    expect(isMerging).toBe(true);
    receive();
    await breath();
  }
  expect(await merging).toMatchObject([
    { added: 500, newPeople: 500 },
    { added: 500, newPeople: 500 },
  ]);
  expect(await Promise.all(outs)).toHaveLength(2);
  expect(new Set((await Promise.all(received)).map(({ caseCode }) => caseCode)).size).toBe(10);
  const db = connect(join(host.folder, 'register.db'), 'read');
  expect(db.prepare('SELECT count(*) FROM cases').pluck().get()).toBe(10);
  db.close();
});
