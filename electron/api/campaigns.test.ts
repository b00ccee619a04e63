import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { campaignEntrySchema } from '../../shared/domain/digital-campaign.ts';
import type { KitText } from '../../shared/views-campaign.ts';
import { type Desk, openDesk, optionsFor } from '../../tests/desk.ts';
import { openCounter } from '../counter.ts';
import { connect } from '../register/connection.ts';
import { findUnfoldedDigital } from '../register/digital-verify.ts';
import { sealEntries } from './campaign-files.ts';

const teams = ['Tổ Tiểu khu 1', 'Tổ Tiểu khu 2', 'Tổ Bản Hua Ít'].map((name) => ({ id: randomUUID(), name }));
const campaignId = randomUUID();
const numberOf = (who: number) => `0141960021${String(10 + who)}`;

/** What was tapped in, as somebody would count it on paper. */
interface Tapped {
  who: number;
  team: number;
  topic: string;
  marks: string[];
}

/** A kit as it is opened: its text, and what was read out with it. */
type Kit = Pick<KitText, 'text' | 'passphrase'>;

async function openHost(
  asked: { namesInFiles?: boolean } = { namesInFiles: true },
): Promise<{ host: Desk; kit: Kit }> {
  const host = await openDesk('2024-08-27T07:00', undefined, false);
  for (const { id, name } of teams) await host.clerk.digital.teams.save({ id, version: 0, name });
  const teamIds = teams.map(({ id }) => id);
  const days = { from: '2024-08-27', to: '2024-08-27' };
  await host.leader.digital.campaign.save({ id: campaignId, name: 'Đợt cao điểm', ...days, teamIds });
  return { host, kit: await host.leader.digital.campaign.kit({ id: campaignId, ...asked }) };
}

async function tap(desk: Desk, id: string, { who, team, topic, marks }: Tapped, on?: string): Promise<void> {
  await desk.clerk.digital.campaign.log({
    id,
    campaignId,
    met: { name: 'Lò Thị Lan', idNumber: numberOf(who), birthYear: 1990, area: 'Tiểu khu 1' },
    topic,
    level: 'guided',
    teamId: teams[team]?.id ?? '',
    marks,
    on,
  });
}

async function fileOf(desk: Desk): Promise<string> {
  const { files } = await desk.clerk.digital.campaign.export({ id: campaignId });
  return files[0]?.text ?? '';
}

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
    const { digital } = counter.caller({ kind: 'loopback', device: 'window' });
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
    // Sealed anew without the key of the campaign.
    const strange = sealEntries(
      { laptopId: randomUUID(), laptopName: '', number: 1, part: 1, parts: 1, writtenAt: '', entries: [] },
      campaignId,
      randomBytes(32),
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

test('a kit lets another counter log, with names only where it was made so', async () => {
  const { host, kit } = await openHost({});
  await using _ = host;
  await expect(host.clerk.digital.campaign.openKit(kit)).rejects.toMatchObject({
    cause: { data: { why: 'ownKit' } },
  });
  await using laptop = await openDesk('2024-08-27T08:00', undefined, false);
  await laptop.clerk.digital.campaign.openKit(kit);
  const id = randomUUID();
  await tap(laptop, id, { who: 1, team: 0, topic: 'filing', marks: [] });
  const change = { topic: 'payment', level: 'alone', teamId: teams[0]?.id ?? '' } as const;
  await laptop.clerk.digital.campaign.log({ id, campaignId, met: null, ...change });
  const { rows } = await laptop.clerk.digital.campaign.entries({ id: campaignId });
  expect(rows).toMatchObject([{ revision: 2, topic: 'payment', name: '', teamName: 'Tổ Tiểu khu 1' }]);
  // Its own register counts nobody: they belong to the home of the campaign.
  expect((await laptop.clerk.digital.figures({ from: '2024-08-01', to: '2024-08-31' })).known).toBe(0);
  const { sentence } = await laptop.clerk.digital.campaign.day({ id: campaignId });
  expect(sentence).toBe(
    'Ngày 27/08/2024, 1 tổ công nghệ số cộng đồng hỗ trợ 1 người, 1 lượt: cài ứng dụng thanh toán 1 lượt.',
  );
});

test('what leaves on a stick is sealed, under a passphrase or the key of its campaign alone', async () => {
  const { host, kit } = await openHost();
  await using _ = host;
  const other = await host.leader.digital.campaign.kit({ id: campaignId });
  expect(kit.passphrase).toMatch(/^\d{12}$/);
  expect(other.passphrase).not.toBe(kit.passphrase);
  expect(kit.text).not.toContain('Tiểu khu');
  for (const maker of [host.officer, host.counter.caller({ kind: 'loopback', device: 'nobody' })])
    await expect(maker.digital.campaign.kit({ id: campaignId })).rejects.toBeDefined();
  await using laptop = await openDesk('2024-08-27T08:00', undefined, false);
  const { campaign } = laptop.clerk.digital;
  const why = async (text: string, passphrase: string) =>
    campaign.openKit({ text, passphrase }).then(
      () => 'opened',
      (error: { cause: { data: { why: string } } }) => error.cause.data.why,
    );
  expect(await why(kit.text, other.passphrase)).toBe('passphrase');
  expect(await why(kit.text.replace('"cost":15', '"cost":14'), kit.passphrase)).toBe('damaged');
  expect(await why(kit.text.slice(0, -9), kit.passphrase)).toBe('damaged');
  // As somebody types it from paper.
  expect(await why(kit.text, kit.passphrase.replaceAll(/(....)(?=.)/g, '$1 - '))).toBe('opened');
  await tap(laptop, randomUUID(), { who: 1, team: 0, topic: 'filing', marks: [] });
  const { files } = await campaign.export({ id: campaignId });
  expect(files[0]?.name).toMatch(/^dot-dot-cao-diem-to-tieu-khu-1-[0-9a-f]{4}-1\.json$/);
  expect(files[0]?.text).not.toMatch(/Lan|filing|0141960021/);
  // Neither hash of the campaign is one of the register, whose own key never leaves.
  await host.clerk.digital.campaign.merge({ text: files[0]?.text ?? '' });
  const keys = [host, laptop].map(({ folder }) => {
    const db = connect(join(folder, 'register.db'), 'read');
    const key = db.prepare('SELECT personKey FROM campaignEntries').pluck().get();
    const said = db
      .prepare("SELECT group_concat(data) FROM journal WHERE kind LIKE 'campaign.%'")
      .pluck()
      .get();
    expect(String(said)).not.toContain('0141960021');
    db.close();
    return key;
  });
  expect(keys[0]).not.toBe(keys[1]);
});

test('a day, team or topic that was never planned is asked on the laptop and told at home', async () => {
  const { host, kit } = await openHost();
  await using _ = host;
  await using laptop = await openDesk('2020-01-01T08:00', undefined, false);
  await laptop.clerk.digital.campaign.openKit(kit);
  const wrong = tap(laptop, randomUUID(), { who: 1, team: 0, topic: 'filing', marks: [] });
  await expect(wrong).rejects.toMatchObject({ cause: { code: 'campaignDayOutside' } });
  await tap(laptop, randomUUID(), { who: 1, team: 0, topic: 'filing', marks: [] }, '2024-08-27');
  const { rows } = await laptop.clerk.digital.campaign.entries({ id: campaignId });
  expect(rows).toMatchObject([{ at: '2024-08-27T08:00' }]);
  // Days that leave out what was logged at home are refused; what laptops logged then stays out and is told.
  const days = { from: '2024-08-28', to: '2024-08-28' };
  const saved = { id: campaignId, name: 'Đợt cao điểm', teamIds: teams.map(({ id }) => id) };
  const file = await fileOf(laptop);
  await host.leader.digital.campaign.save({ ...saved, ...days });
  const merge = () => host.clerk.digital.campaign.merge({ text: file });
  expect(await merge()).toMatchObject({ entries: 1, added: 0, unplanned: 1 });
  await host.leader.digital.campaign.save({ ...saved, from: '2024-08-27', to: '2024-08-28' });
  expect(await merge()).toMatchObject({ entries: 1, added: 1, unplanned: 0 });
  await expect(host.leader.digital.campaign.save({ ...saved, ...days })).rejects.toMatchObject({
    cause: { code: 'campaignDayOutside', data: { logged: '2024-08-27' } },
  });
});

test('impossible minutes are no minutes', () => {
  const at = campaignEntrySchema.shape.at;
  const read = ['2024-99-99T99:99', '2024-02-30T08:00', '2024-08-27T24:00', '2024-08-27T08:00'].map(
    (text) => at.safeParse(text).success,
  );
  expect(read).toEqual([false, false, false, true]);
});

test('columns add up and keep their names after topics and teams have left; before is before that day', async () => {
  const { host } = await openHost();
  await using _ = host;
  const { clerk, leader } = host;
  const when = { from: '2024-08-27', to: '2024-08-28' };
  const both = { id: campaignId, name: 'Đợt cao điểm', ...when, teamIds: teams.map(({ id }) => id) };
  await leader.digital.campaign.save(both);
  // Somebody who was known before comes on the first day alone; whom the first day made known is new on the second.
  const met = { name: 'Lò Thị Lan', idNumber: numberOf(1), birthYear: 1990 };
  await clerk.digital.help({
    ...{ formKey: randomUUID(), whose: { met }, topic: 'vneid', level: 'forThem', on: '2024-08-01' },
  });
  await tap(host, randomUUID(), { who: 1, team: 0, topic: 'filing', marks: [] });
  await tap(host, randomUUID(), { who: 2, team: 1, topic: 'vssid', marks: [] });
  host.setTime('2024-08-28T08:00');
  await tap(host, randomUUID(), { who: 2, team: 0, topic: 'filing', marks: [] });
  const was = await clerk.digital.setup();
  const topics = was.topics.filter(({ id }) => id !== 'filing');
  await leader.digital.saveSetup({ was, settings: { ...was, topics } });
  await leader.digital.campaign.save({ ...both, teamIds: both.teamIds.slice(1) });
  const all = await clerk.digital.campaign.day({ id: campaignId });
  expect(all.topics).toEqual([
    { id: 'vssid', label: 'VssID' },
    { id: 'filing', label: 'Nộp hồ sơ tại nhà' },
  ]);
  expect(all.teams.map(({ name, helps }) => [name, helps])).toEqual([
    ['Tổ Tiểu khu 2', 1],
    ['Tổ Tiểu khu 1', 2],
  ]);
  expect(all.sentence).toContain('3 lượt: học nộp hồ sơ tại nhà 2 lượt, cài VssID 1 lượt.');
  expect(all.knownBefore).toBe(1);
  const second = await clerk.digital.campaign.day({ id: campaignId, day: '2024-08-28' });
  expect(second).toMatchObject({ knownBefore: 0, total: { helps: 1 } });
  expect(second.sentence).toMatch(/^Ngày 28\/08\/2024, .* hỗ trợ 1 người, 1 lượt:/);
  const { rows, count } = await clerk.digital.campaign.people({ id: campaignId, onlyRepeated: true });
  expect([rows, count]).toMatchObject([[{ helps: 2, teams: ['Tổ Tiểu khu 2', 'Tổ Tiểu khu 1'] }], 1]);
});
