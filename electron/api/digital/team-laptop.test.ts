import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { campaignId, numberOf, openHost, teams } from '../../../tests/campaign.ts';
import { firstRun, openDesk, optionsFor, reception } from '../../../tests/desk.ts';
import { openCounter } from '../../counter.ts';
import { connect } from '../../register/connection.ts';
import { unseal, unsealOwn } from '../../sealing.ts';
import { readKit, sealEntries, sealPerson } from './campaign-files.ts';

/** A laptop that nobody set up, and its window. */
async function openLaptop() {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-to-'));
  const clock = () => Date.parse('2024-08-27T08:00:00+07:00');
  const counter = await openCounter({ ...optionsFor(folder), clock, isDurable: false, log: () => {} });
  const window = counter.caller({ kind: 'loopback', device: 'window' });
  return {
    folder,
    window,
    [Symbol.asyncDispose]: async () => {
      await counter.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const help = { campaignId, topic: 'filing', level: 'guided', teamId: teams[0]?.id ?? '' } as const;
const met = (who: number) => ({ idNumber: numberOf(who), area: 'Tiểu khu 1' });

test('a laptop that a kit alone has set up logs its campaign, and gives no number until its first run', async () => {
  const { host, kit } = await openHost({ namesInFiles: false });
  await using _ = host;
  await using laptop = await openLaptop();
  const { window } = laptop;
  const { campaign } = window.digital;
  await campaign.setUpLaptop({ ...kit, name: 'Quàng Văn Bun' });
  expect(await window.session.current()).toMatchObject({
    setUp: false,
    office: null,
    team: { campaignId, office: { unit: 'Thị trấn Ít Ong' } },
    person: { name: 'Quàng Văn Bun', roles: ['clerk'] },
  });
  const closed = [
    window.cases.receive(reception()),
    window.cases.list({ view: 'all' }),
    window.queue.take({ formKey: randomUUID() }),
    window.digital.help({
      ...{ formKey: randomUUID(), topic: 'vneid', level: 'forThem' },
      whose: { met: { ...met(1), name: 'Lò Thị Lan' } },
    }),
  ];
  for (const refused of await Promise.allSettled(closed))
    expect(refused).toMatchObject({ reason: { cause: { code: 'notSetUp' } } });
  await expect(campaign.setUpLaptop({ ...kit, name: 'Ai đó' })).rejects.toMatchObject({
    cause: { code: 'alreadySetUp' },
  });
  // A number is enough, and whoever is met again is the same.
  const ids = [randomUUID(), randomUUID()];
  for (const [index, id] of ids.entries())
    expect(await campaign.log({ ...help, id, met: met(1) })).toMatchObject({ helps: index + 1 });
  await expect(
    campaign.log({ ...help, id: randomUUID(), met: { name: 'Lò Thị Lan', birthYear: 1990 } }),
  ).rejects.toMatchObject({ cause: { code: 'invalidInput', data: { fields: { met: 'required' } } } });
  // What it holds opens neither its numbers nor its file; the ward opens both.
  const db = connect(join(laptop.folder, 'register.db'), 'read');
  const held = db.prepare('SELECT sealKey, peopleKey FROM campaigns').get() as Record<string, Buffer>;
  const sealed = String(db.prepare('SELECT person FROM campaignEntries').pluck().get());
  for (const key of Object.values(held))
    expect([unsealOwn(key, sealed, campaignId), unseal(key, sealed, campaignId)]).toEqual([
      undefined,
      undefined,
    ]);
  db.close();
  const { files } = await campaign.export({ id: campaignId });
  const merged = await host.clerk.digital.campaign.merge({ text: files[0]?.text ?? '' });
  expect(merged).toMatchObject({ added: 2, newPeople: 1 });
  // The real first run: a counter of its own people, and the campaign still there.
  const first = await window.setup.complete(firstRun());
  expect(first).toMatchObject({ setUp: true, team: null, people: [{ name: 'Lò Thị Mai' }] });
  await window.cases.receive(reception());
  expect(await campaign.list()).toMatchObject([{ id: campaignId, role: 'guest', helps: 2 }]);
});

test('codes of a kit cannot be tried on and on, and no file asks for more work than ours', async () => {
  const { host, kit } = await openHost();
  await using _ = host;
  await using laptop = await openLaptop();
  const open = (text: string, passphrase: string) =>
    laptop.window.digital.campaign.setUpLaptop({ text, passphrase, name: 'Quàng Văn Bun' });
  const wrong = kit.passphrase.replace(/./, (digit) => String((Number(digit) + 1) % 10));
  const why = await Promise.all(
    Array.from({ length: 7 }, () => open(kit.text, wrong).catch((error: unknown) => error)),
  );
  expect(why[4]).toMatchObject({ cause: { code: 'campaignFileFault', data: { why: 'passphrase' } } });
  expect(why[6]).toMatchObject({ cause: { code: 'tooManyTries' } });
  await expect(open(kit.text, kit.passphrase)).rejects.toMatchObject({ cause: { code: 'tooManyTries' } });
  await expect(readKit(kit.text.replace('"cost":15', '"cost":17'), kit.passphrase)).rejects.toMatchObject({
    data: { why: 'damaged' },
  });
});

test('a day to come is refused at home and told by a merge; of a copied laptop both files are shown', async () => {
  const { host, kit } = await openHost();
  await using _ = host;
  const { clerk, leader } = host;
  await leader.digital.campaign.save({
    ...{ id: campaignId, name: 'Đợt cao điểm', from: '2024-08-27', to: '2024-08-28' },
    teamIds: teams.map(({ id }) => id),
  });
  const whose = { ...met(1), name: 'Lò Thị Lan', birthYear: 1990 };
  await expect(
    clerk.digital.campaign.log({ ...help, id: randomUUID(), met: whose, on: '2024-08-28' }),
  ).rejects.toMatchObject({ cause: { code: 'invalidInput', data: { fields: { on: 'future' } } } });
  const { publicKey } = await readKit(kit.text, kit.passphrase);
  const key = Buffer.from(publicKey, 'hex');
  const laptopId = randomUUID();
  const texts = ['2024-08-27T09:00', '2024-08-28T09:00'].map((at, index) => {
    const { campaignId: _campaign, ...said } = help;
    const entry = {
      ...{ ...said, at, id: randomUUID(), revision: 1, removed: false, minutes: 10, memberId: null },
      ...{ name: '', birthYear: null, area: '', helperName: 'Quàng Văn Bun', marks: [] },
      person: sealPerson(key, campaignId, `idNumber:${numberOf(index)}`),
    };
    const file = { laptopId, exportId: randomUUID(), laptopName: 'Tổ Tiểu khu 1', number: 1 };
    return sealEntries({ ...file, part: 1, parts: 1, writtenAt: at, entries: [entry] }, campaignId, key);
  });
  const merge = (index: number) => clerk.digital.campaign.merge({ text: texts[index] ?? '' });
  expect(await merge(0)).toMatchObject({ added: 1, ahead: 0 });
  expect(await merge(1)).toMatchObject({ added: 0, ahead: 1 });
  host.setTime('2024-08-28T18:00');
  expect(await merge(1)).toMatchObject({ added: 1, ahead: 0, unplanned: 0 });
  const { files, total } = await clerk.digital.campaign.day({ id: campaignId });
  expect([files.length, total.helps]).toEqual([2, 2]);
});

test('with names, somebody met before is known by the number alone', async () => {
  const { host, kit } = await openHost();
  await using _ = host;
  await using laptop = await openDesk('2024-08-27T08:00', undefined, false);
  const { campaign } = laptop.clerk.digital;
  await campaign.openKit(kit);
  const log = (who: object) => campaign.log({ ...help, id: randomUUID(), met: { ...met(1), ...who } });
  await expect(log({})).rejects.toMatchObject({ cause: { data: { fields: { name: 'required' } } } });
  await log({ name: 'Lò Thị Lan', birthYear: 1990 });
  expect(await log({})).toMatchObject({ helps: 2 });
  const { rows } = await campaign.entries({ id: campaignId });
  expect(rows.map(({ name, birthYear }) => [name, birthYear])).toEqual([
    ['Lò Thị Lan', 1990],
    ['Lò Thị Lan', 1990],
  ]);
});
