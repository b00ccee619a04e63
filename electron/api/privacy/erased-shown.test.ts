import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';
import { asShown } from '../../../tests/erase-card.ts';
import { personAsShown } from '../../../tests/erase-person.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { connect } from '../../register/connection.ts';

/** Nothing goes that both were not shown, and nothing stays that both saw going. */

const approval = { personId: 3, password: passwordOfTests };
const why = { reason: 'Theo yêu cầu', ground: 'Luật 91/2025/QH15 Đ14' };
const gone = { name: 'Xa Thị Hoài Phương', idNumber: '014196009999', phone: '0912345999' };
const applicant = { kind: 'citizen', ...gone } as const;
const stale = { message: 'stale', cause: { data: { what: 'erasure' } } };

test('a person goes as he was shown: what came in meanwhile, a case or a word of his, is shown first', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk } = desk;
  const { slips: _, ...form } = reception({ applicant });
  const decision = { kind: 'reject', reason: 'Không thuộc thẩm quyền', ground: 'Luật' } as const;
  const { id } = await clerk.cases.register({ ...form, decision, slips: [] });
  const citizenId = (await clerk.cases.get({ id })).state.citizenId ?? 0;
  desk.setTime('2026-01-05T09:00');
  await clerk.books.close({ year: 2025 });
  const asked = { citizenId, ...why, approval };
  const first = await personAsShown(clerk, asked);
  expect(first.shown).toMatchObject({ cases: 1, citizens: 1, digital: 0, feedback: 0, held: [] });

  await clerk.digital.help({ formKey: randomUUID(), whose: { citizenId }, topic: 'vneid', level: 'guided' });
  await expect(clerk.retention.erasePerson(first)).rejects.toMatchObject(stale);
  const said = { nature: 'proposal', channel: 'phone', topic: 'fee', content: 'Xin mở thêm quầy' } as const;
  const second = await personAsShown(clerk, asked);
  expect(second.shown).toMatchObject({ digital: 1, openFeedback: [] });
  await clerk.feedback.receive({ formKey: randomUUID(), ...said, sender: gone });
  await expect(clerk.retention.erasePerson(second)).rejects.toMatchObject(stale);

  // While the second password is compared: with a case that runs he himself would stay, with his card.
  const third = await personAsShown(clerk, asked);
  const erasing = clerk.retention.erasePerson(third).catch((error: unknown) => error);
  const running = await clerk.cases.receive(reception({ slips: [], applicant }));
  expect(await erasing).toMatchObject(stale);
  const last = await personAsShown(clerk, asked);
  expect(last.shown).toMatchObject({ cases: 1, citizens: 0, held: [running.id], stays: { digital: 1 } });
  expect((await clerk.cases.get({ id })).state.applicant.name).toBe(gone.name);
  expect(await clerk.retention.erasePerson(last)).toEqual({ cases: 1, citizens: 0 });
});

test('the password of whoever signs for a card is written down nowhere', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { personId } = await desk.clerk.digital.add({ met: { ...gone, birthYear: 1961 } });
  await desk.clerk.retention.eraseCard(await asShown(desk.clerk, { personId, ...why, approval }));
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const told = db
    .prepare("SELECT data FROM journal WHERE kind IN ('retention.cardErased', 'data.erased')")
    .all();
  db.close();
  expect(told).toHaveLength(2);
  expect(JSON.stringify(told)).not.toContain(passwordOfTests);
});
