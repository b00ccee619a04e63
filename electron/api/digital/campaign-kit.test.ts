import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { campaignEntrySchema } from '../../../shared/domain/digital-campaign.ts';
import { campaignId, fileOf, numberOf, openHost, tap, teams } from '../../../tests/campaign.ts';
import { openDesk } from '../../../tests/desk.ts';
import { connect } from '../../register/connection.ts';

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
