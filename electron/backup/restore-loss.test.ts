import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk, optionsFor, reception } from '../../tests/desk.ts';
import { officeNow, openLanDesk } from '../../tests/lan.ts';
import { passwordOfTests } from '../../tests/sign-in.ts';
import { openCounter } from '../counter.ts';
import { connect } from '../register/connection.ts';
import { entriesOf } from '../register/journal.ts';

test('what will be lost is that of the moment of confirming; afterwards all sign in, and are told until it is read', async () => {
  const desk = await openDesk();
  const { counter, folder, clerk } = desk;
  const { id, caseCode } = await clerk.cases.receive(reception());
  await clerk.backups.write();
  const name = (await clerk.backups.list()).copies[0]?.name ?? '';
  await clerk.backups.restore({ kind: 'here', name });
  const at = '2025-04-24T09:15';
  const approval = { personId: 3, password: passwordOfTests };
  // Looking, checking, signing in and being refused are nothing that paper has.
  await clerk.cases.get({ id });
  await clerk.verification.run();
  await clerk.session.signIn({ personId: 1, password: passwordOfTests });
  const { lack: before = null } = (await clerk.backups.restored()) ?? {};
  expect(before).toMatchObject({ cases: 0, touched: 0, entries: 0 });
  const late = await clerk.cases.receive(reception());
  const head = (await clerk.backups.restored())?.head ?? '';
  await expect(clerk.backups.take({ at, head, lack: before, approval })).rejects.toMatchObject({
    cause: { code: 'stale', data: { what: 'restore' } },
  });
  const { lack = null } = (await clerk.backups.restored()) ?? {};
  expect(lack).toMatchObject({ cases: 1, lastCode: late.caseCode });
  await clerk.backups.take({ at, head, lack, approval });
  // Before the counter closes somebody is still quicker: that is told as well.
  const later = await clerk.cases.receive(reception());
  const act = { kind: 'handover', toPersonId: desk.officerId } as const;
  await clerk.cases.act({ id, version: 1, act });
  await counter.close();
  const old = connect(`${folder}/register.db`, 'read');
  const signed = entriesOf(old, 'register').find(({ kind }) => kind === 'register.givenUp');
  expect(signed?.data).toMatchObject({ lack: { cases: 1 }, approver: 'Cầm Văn Tuấn' });
  old.close();

  const clock = () => Date.parse(`${at}:00+07:00`);
  const again = await openCounter({ ...optionsFor(folder), clock, log: () => {} });
  const as = (device: string) => again.caller({ kind: 'loopback', device });
  expect(await as('window').session.current()).toMatchObject({ person: null, restored: null });
  expect((await as('leader-desk').session.current()).person).toBeNull();
  await as('window').session.signIn({ personId: 1, password: passwordOfTests });
  const { restored } = await as('window').session.current();
  expect(restored).toMatchObject({
    copyAt: at,
    by: 'Lò Thị Mai',
    approver: 'Cầm Văn Tuấn',
    aside: 'so-cu-2025-04-24-0915',
    loss: {
      cases: 2,
      firstCode: late.caseCode,
      lastCode: later.caseCode,
      touched: 1,
      touchedCodes: [caseCode],
    },
  });
  await as('window').backups.acknowledge({ seq: restored?.seq ?? 0 });
  expect((await as('window').session.current()).restored).toBeNull();
  await again.close();
  rmSync(folder, { recursive: true, force: true });
});

test('what no case tells is named by its kind before and after, and that the door of the local network shuts', async () => {
  // The desk's clock stands from its opening on.
  const foundAt = officeNow();
  const desk = await openLanDesk();
  const { counter, folder, clerk } = desk;
  const stick = mkdtempSync(join(tmpdir(), 'mot-cua-stick-'));
  const { id } = await clerk.cases.receive(reception());
  await clerk.lan.switchOff();
  await clerk.backups.write();
  const [copy] = (await clerk.backups.list()).copies;
  const { citizenId } = (await clerk.cases.get({ id })).state;
  if (citizenId === null) throw new Error('nobody');
  const asker = { capacity: 'self' } as const;
  const asked = { citizenId, wish: 'restrict', asker, words: 'Theo đơn' } as const;
  const request = await clerk.subjects.receive({ ...asked, formKey: randomUUID() });
  await clerk.breaches.save({ breach: { foundAt, what: 'Mất USB' }, known: null });
  const said = {
    channel: 'inPerson',
    topic: 'timeLimit',
    content: 'Chờ lâu',
    formKey: randomUUID(),
  } as const;
  const { code: feedback } = await clerk.feedback.receive(said);
  await clerk.lan.switchOn({ address: '127.0.0.1' });
  await clerk.backups.choosePlace({ place: stick });
  const others = [
    { kind: 'request', count: 1, codes: [request.code] },
    { kind: 'breach', count: 1, codes: [] },
    { kind: 'feedback', count: 1, codes: [feedback] },
    { kind: 'place', count: 1, codes: [] },
    { kind: 'lan', count: 1, codes: [] },
  ];
  await clerk.backups.restore({ kind: 'here', name: copy?.name ?? '' });
  const found = await clerk.backups.restored();
  expect(found).toMatchObject({ shutsLan: true, lack: { cases: 0, touched: 0, entries: 5, others } });
  const approval = { personId: 3, password: passwordOfTests };
  const { at = '', head = '', lack = null } = found ?? {};
  await clerk.backups.take({ at, head, lack, approval });
  await counter.close();
  const again = await openCounter({ ...optionsFor(folder), log: () => {} });
  const window = again.caller({ kind: 'loopback', device: 'window' });
  await window.session.signIn({ personId: 1, password: passwordOfTests });
  expect((await window.session.current()).restored).toMatchObject({ shutLan: true, loss: { others } });
  await again.close();
  for (const left of [folder, stick]) rmSync(left, { recursive: true, force: true });
});
