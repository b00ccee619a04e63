import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { type Desk, openDesk, reception } from '../../tests/desk.ts';
import { connect, prepared } from '../register/connection.ts';
import { storeFile } from '../register/files.ts';
import { findBrokenLink } from '../register/journal.ts';
import { addPrintJob } from '../register/print-jobs.ts';

interface Row {
  seq: number;
  kind: string;
  subject: string;
  data: string;
  personId: number | null;
}

/** The journal as it lies on the disk, and its chain. */
function journalOf(desk: Desk): Row[] {
  const db = connect(join(desk.folder, 'register.db'), 'read');
  try {
    expect(findBrokenLink(db)).toBeNull();
    return prepared<Row>(db, 'SELECT seq, kind, subject, data, personId FROM journal ORDER BY seq').all();
  } finally {
    db.close();
  }
}
const seenIn = (desk: Desk) => journalOf(desk).filter(({ kind }) => kind.startsWith('seen.'));

test('a look at a case is told once a minute of each person, within a second, and without keeping him who looks', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(reception());
  for (let again = 0; again < 5; again += 1) await desk.clerk.cases.get({ id });
  await desk.officer.cases.get({ id });
  expect(seenIn(desk)).toEqual([]);
  await vi.waitFor(() => expect(seenIn(desk)).toHaveLength(2), { timeout: 5000, interval: 100 });
  expect(seenIn(desk)).toMatchObject([
    { kind: 'seen.case', subject: `case:${id}` },
    { kind: 'seen.case', subject: `case:${id}`, personId: desk.officerId },
  ]);
  desk.setTime('2025-04-24T09:16');
  await desk.clerk.cases.get({ id });
  await desk.clerk.cases.receive(reception());
  expect(seenIn(desk)).toHaveLength(3);
});

test('what was seen stands before what was done next; a command that fails takes nothing of it along', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(reception());
  await desk.clerk.cases.get({ id });
  const handover = { kind: 'handover', toPersonId: desk.officerId } as const;
  await expect(desk.clerk.cases.act({ id, version: 7, act: handover })).rejects.toMatchObject({
    message: 'stale',
  });
  await desk.clerk.cases.act({ id, version: 1, act: handover });
  const kinds = journalOf(desk).map(({ kind }) => kind);
  expect(kinds.slice(-2)).toEqual(['seen.case', 'case.handedOver']);
  // The case is the fold of its own events alone.
  const { timeline } = await desk.clerk.cases.get({ id });
  expect(timeline.filter(({ kind }) => kind.startsWith('seen'))).toEqual([]);
  expect(timeline.at(-1)?.kind).toBe('handedOver');
});

test('a search says what kind of thing was typed and how many were found, never what', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(reception());
  await desk.clerk.cases.search({ text: 'Lường' });
  await desk.clerk.cases.search({ text: 'Lường Thị Nobody' });
  await desk.clerk.cases.search({ text: '014196002187' });
  await desk.clerk.citizens.list({ text: 'Lường Thị Thu Hằng' });
  await desk.clerk.citizens.list({ text: '' });
  const [hint] = await desk.clerk.citizens.find({ text: '0900000214' });
  if (!hint) throw new Error('Nobody was found');
  await desk.clerk.citizens.get({ id: hint.id });
  await vi.waitFor(() => expect(seenIn(desk)).not.toEqual([]), { timeout: 5000, interval: 100 });
  const seen = seenIn(desk);
  expect(seen.map(({ subject, data }) => [subject, JSON.parse(data)])).toEqual([
    // Who types on is told of once, with what was found in the end.
    ['search:cases.name', { found: 0 }],
    ['search:cases.number', { found: 1 }],
    ['search:citizens.name', { found: 1 }],
    ['citizens', { found: 1 }],
    ['search:citizens.number', { found: 1 }],
    [`citizen:${hint.id}`, {}],
  ]);
  expect(JSON.stringify(seen)).not.toMatch(/Lường|Luong|014196002187|0900000214/u);
});

test('closing the counter loses nothing, and a copy holds what was seen before it', async () => {
  const desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(reception());
  await desk.clerk.cases.get({ id });
  await desk.clerk.backups.write();
  const [copy] = (await desk.clerk.backups.list()).copies;
  expect(copy?.lack).toMatchObject({ entries: 0 });
  await desk.officer.cases.get({ id });
  // Nobody has to type again that something was looked at.
  const { copies, isChanged } = await desk.clerk.backups.list();
  expect(isChanged).toBe(false);
  expect(copies[0]?.lack).toMatchObject({ touched: 0, entries: 0 });
  await desk.counter.close();
  expect(seenIn(desk)).toMatchObject([{ subject: `case:${id}` }, { personId: desk.officerId }]);
  rmSync(desk.folder, { recursive: true, force: true });
});

test('a stored paper that is opened is told, to whoever sits there', async () => {
  await using desk = await openDesk();
  const name = storeFile(desk.folder, Buffer.from('%PDF-1.7'), 'pdf');
  const open = (device: string) =>
    desk.counter.fetch(new Request(`http://counter/files/${name}`), { kind: 'window', device });
  expect((await open('window')).status).toBe(200);
  await open('nobody');
  const { id } = await desk.clerk.cases.receive(reception());
  expect(seenIn(desk)).toMatchObject([{ kind: 'seen.print', subject: `file:${name}` }]);
  // One of a case is told of the case: who asks who looked at his data hears of it.
  const db = connect(join(desk.folder, 'register.db'), 'write');
  addPrintJob(db, {
    ...{ caseId: id, form: 'acknowledgement', copies: 1, printer: null, at: '2025-04-24T09:16' },
  });
  db.prepare('UPDATE printJobs SET fileName = ? WHERE caseId = ?').run(name, id);
  db.close();
  desk.setTime('2025-04-24T09:20');
  await open('window');
  await desk.clerk.cases.receive(reception());
  expect(seenIn(desk).at(-1)).toMatchObject({ kind: 'seen.print', subject: `case:${id}` });
});

test('feedback, money, drafts and people of digital support are looked at under a name of their own', async () => {
  await using desk = await openDesk();
  const { clerk } = desk;
  const { id } = await clerk.cases.receive(reception());
  const said = { channel: 'inPerson', topic: 'timeLimit', content: 'Chờ lâu' } as const;
  const feedback = await clerk.feedback.receive({ ...said, formKey: randomUUID(), caseCode: '' });
  const met = { idNumber: '014196002187', name: 'Lò Thị Xuân', birthYear: 1960, area: '', phone: null };
  const { personId } = await clerk.digital.add({ met });
  await clerk.drafts.save({ content: { name: 'Dở dang' } });
  await clerk.feedback.list({ view: 'open' });
  await clerk.feedback.get({ id: feedback.id });
  await clerk.payments.ofCase({ caseId: id });
  await clerk.drafts.get();
  await clerk.digital.card({ personId });
  // Whatever is written next has them before it.
  await clerk.drafts.clear();
  expect(seenIn(desk).map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
    'seen.list feedback.open',
    `seen.feedback feedback:${feedback.id}`,
    `seen.case case:${id}`,
    'seen.draft draft',
    `seen.digital digital:${personId}`,
  ]);
});

test('a window is told masked numbers of a case; the whole ones go to a form or on a wish, and the journal has both', async () => {
  await using desk = await openDesk();
  const number = '014196002187';
  const applicant = { ...reception().applicant, idNumber: number };
  const submitter = { name: 'Lường Văn Ón', idNumber: '014196002199', relation: 'bố' };
  const { id } = await desk.clerk.cases.receive(reception({ applicant, submitter }));
  const shown = await desk.clerk.cases.get({ id });
  expect(shown.state).toMatchObject({
    applicant: { idNumber: '0141****2187' },
    submitter: { idNumber: '0141****2199' },
  });
  const changes = { applicant: { ...applicant, idNumber: '014196002188' } };
  const corrected = await desk.clerk.cases.correct({ id, version: 1, changes, reason: 'Gõ nhầm số' });
  const versions = await desk.clerk.cases.versions({ id });
  const told = JSON.stringify([shown, corrected, await desk.clerk.cases.get({ id }), versions]);
  expect(told).not.toMatch(/0141960021/);

  expect((await desk.clerk.cases.whole({ id })).state).toMatchObject({
    applicant: { idNumber: '014196002188' },
    submitter: { idNumber: '014196002199' },
  });
  expect(await desk.clerk.cases.showIdNumber({ id })).toEqual({ idNumber: '014196002188' });
  const { citizenId } = shown.state;
  expect(journalOf(desk).slice(-2)).toMatchObject([
    { kind: 'seen.case', subject: `case:${id}`, data: '{"whole":true}' },
    { kind: 'citizen.idNumberShown', subject: `citizen:${citizenId}`, data: `{"caseId":${id}}` },
  ]);
});

test('lists of people, households and the versions of a case are looked at as pages are', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(reception());
  const [person] = await desk.officer.citizens.list({ text: '' });
  const citizenId = person?.id ?? 0;
  await desk.officer.citizens.household({ id: citizenId });
  await desk.officer.citizens.duplicates();
  await desk.officer.cases.versions({ id });
  await desk.clerk.cases.receive(reception({ name: 'Cà Văn Thoan' }));
  const told = seenIn(desk).filter(({ personId }) => personId === desk.officerId);
  expect(told.map(({ kind, subject }) => [kind, subject])).toEqual([
    ['seen.list', 'citizens'],
    ['seen.citizen', `citizen:${citizenId}`],
    ['seen.list', 'citizens.duplicates'],
    ['seen.case', `case:${id}`],
  ]);
});
