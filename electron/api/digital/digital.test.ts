import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';

const met = (name: string, idNumber: string | null = null, birthYear: number | null = 1990) => ({
  name,
  idNumber,
  birthYear,
});

const help = (
  desk: Desk,
  whose: { personId: number } | { citizenId: number } | { met: ReturnType<typeof met> },
) => desk.clerk.digital.help({ formKey: randomUUID(), whose, topic: 'vneid', level: 'guided' });

const mark = (desk: Desk, personId: number, criterion: string, on?: string) =>
  desk.clerk.digital.mark({
    formKey: randomUUID(),
    whose: { personId },
    criterion,
    check: 'seen',
    ...(on && { on }),
  });

const required = ['vneid', 'dvcqg', 'healthBook', 'bank', 'payment'];

test('somebody at the counter lacks everything until it is written down, and is complete on the day of the last mark', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(reception());
  const citizenId = (await desk.clerk.cases.get({ id })).state.citizenId ?? 0;
  const before = await desk.clerk.digital.personOf({ citizenId });
  expect(before).toMatchObject({ personId: null, reached: 0, required: 5, helps: 0 });

  const { personId } = await help(desk, { citizenId });
  expect(await desk.clerk.digital.personOf({ idNumber: '014196002187' })).toMatchObject({
    personId,
    helps: 1,
  });
  for (const [index, criterion] of required.entries()) {
    expect((await desk.clerk.digital.card({ personId })).completeOn).toBeNull();
    await mark(desk, personId, criterion, `2025-04-0${9 - index}`);
  }
  const card = await desk.clerk.digital.card({ personId });
  expect(card).toMatchObject({ completeOn: '2025-04-09', reached: 5, citizenId, name: 'Lường Thị Thu Hằng' });

  const after = await desk.clerk.digital.unmark({ personId, criterion: 'bank', reason: 'Nhầm người' });
  expect(after).toMatchObject({ completeOn: null, reached: 4 });
  expect((await mark(desk, personId, 'bank')).completeOn).toBe('2025-04-24');
});

test('undoing a claim leaves what somebody else had written, and says when there is nothing of one’s own', async () => {
  await using desk = await openDesk();
  const { digital } = desk.clerk;
  const { personId } = await digital.add({ met: met('Lò Văn Chung') });
  const claim = (formKey: string) =>
    digital.mark({ formKey, whose: { personId }, criterion: 'bank', check: 'seen' });
  const [first, second] = [randomUUID(), randomUUID()];
  const bankOf = ({ criteria }: Awaited<ReturnType<typeof claim>>) =>
    criteria.find(({ id }) => id === 'bank')?.mark?.id;
  expect(bankOf(await claim(first))).toBe(first);
  // Another desk, whose screen did not know it yet.
  expect(bankOf(await claim(second))).toBe(first);
  const undo = { personId, criterion: 'bank', reason: 'Nhầm' };
  await expect(digital.unmark({ ...undo, claimId: second })).rejects.toThrow('notFound');
  expect(bankOf(await digital.card({ personId }))).toBe(first);
  expect(bankOf(await digital.unmark({ ...undo, claimId: first }))).toBeUndefined();
  await expect(digital.unmark({ ...undo, claimId: first })).rejects.toThrow('notFound');
});

test('a form sent twice is one lượt, and one that is taken back is none', async () => {
  await using desk = await openDesk();
  const input = {
    formKey: randomUUID(),
    whose: { met: met('Lò Văn Chung') },
    topic: 'bank',
    level: 'forThem',
  } as const;
  const { personId } = await desk.clerk.digital.help(input);
  expect((await desk.clerk.digital.help(input)).helps).toHaveLength(1);
  const { criteria } = await desk.clerk.digital.card({ personId });
  expect(criteria.find((one) => one.id === 'bank')).toMatchObject({ mark: null, triedOn: '2025-04-24' });
  const card = await desk.clerk.digital.takeBack({ helpId: input.formKey, reason: 'Ghi nhầm' });
  expect(card.helps).toEqual([]);
  // Sent once more by a window that never heard the answer.
  expect((await desk.clerk.digital.help(input)).helps).toEqual([]);
  expect((await desk.clerk.digital.help({ ...input, formKey: randomUUID() })).helps).toHaveLength(1);
});

test('an area that is typed another way is the office’s own one', async () => {
  await using desk = await openDesk();
  const was = await desk.clerk.digital.setup();
  await desk.leader.digital.saveSetup({ was, settings: { ...was, areas: ['Tiểu khu 1', 'Tiểu khu 12'] } });
  const { digital } = desk.clerk;
  const chung = { ...met('Lò Văn Chung'), area: 'số 4, tieu khu 12' };
  const { personId, version, area } = await digital.add({ met: chung });
  expect(area).toBe('Tiểu khu 12');
  const details = { name: 'Lò Văn Chung', birthYear: 1990, phone: null };
  const card = await digital.describe({ personId, version, details: { ...details, area: 'Bản Nong' } });
  expect(card.area).toBe('Bản Nong');
});

test('what is not known, or has not been, is refused', async () => {
  await using desk = await openDesk();
  const { personId } = await desk.clerk.digital.add({ met: met('Lò Văn Chung') });
  await expect(mark(desk, personId, 'unheard')).rejects.toThrow('invalidInput');
  await expect(mark(desk, personId, 'vneid', '2025-04-25')).rejects.toThrow('invalidInput');
  await expect(desk.clerk.digital.card({ personId: 99 })).rejects.toThrow('notFound');
  await expect(
    desk.clerk.digital.add({ met: { name: 'Lò Văn Chung', idNumber: null, birthYear: null } }),
  ).rejects.toThrow('required');
});
