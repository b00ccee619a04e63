import { randomUUID } from 'node:crypto';
import type { Reader } from '../electron/register/connection.ts';
import { fold, nameSortKey } from '../shared/domain/text.ts';
import { campaignId, teams } from './campaign.ts';
import { type Desk, reception } from './desk.ts';
import { passwordOfTests } from './sign-in.ts';

/** Somebody who stands in every table and text that the counter has, and where he is found. */

export const approval = { personId: 3, password: passwordOfTests };
export const gone = {
  name: 'Xa Thị Hoài Phương',
  idNumber: '014196009999',
  phone: '0912345999',
  email: 'phuong.xa@example.vn',
};
export const address = 'Số 7 Bản Nậm Khạ';
const applicant = { kind: 'citizen', ...gone, birthOn: '1961-02-03', address } as const;
const other = { name: 'Cà Thị Ba', idNumber: '014190002222', phone: '0922000222' };
const [teamId = ''] = teams.map(({ id }) => id);
export const classId = randomUUID();
const spoken = `xa thi hoai phuong, 014 196 009 999, 0912.345.999`;

async function end(desk: Desk, id: number, version = 1): Promise<void> {
  if (version === 1)
    await desk.clerk.cases.act({
      id,
      version,
      act: { kind: 'handover', toPersonId: desk.officerId, note: spoken },
    });
  await desk.officer.cases.act({ id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
  const recipient = { name: gone.name, idNumber: gone.idNumber, phone: gone.phone };
  await desk.clerk.cases.act({ id, version: 3, act: { kind: 'return', recipient, via: 'counter' } });
}

export async function writeCases(desk: Desk): Promise<{ citizenId: number; elsewhere: number }> {
  const { clerk } = desk;
  const own = await clerk.cases.receive(reception({ applicant, summary: spoken }));
  const { citizenId } = (await clerk.cases.get({ id: own.id })).state;
  const id = citizenId ?? 0;
  const twin = await clerk.cases.receive(
    reception({ applicant: { ...applicant, idNumber: '014196008888' } }),
  );
  const twinId = (await clerk.cases.get({ id: twin.id })).state.citizenId ?? 0;
  await clerk.citizens.merge({ survivorId: id, mergedId: twinId, take: [] });
  // Done for somebody else: his case has its own time.
  const { email: _, ...submitter } = gone;
  const theirs = await clerk.cases.receive(
    reception({ applicant: { kind: 'citizen', ...other }, submitter: { ...submitter, relation: 'con đẻ' } }),
  );
  const text = `Mời chị ${gone.name} đến lấy`;
  await clerk.notices.sent({
    ...{ formKey: randomUUID(), caseId: own.id, occasion: 'received', channel: 'zalo', text },
  });
  await end(desk, own.id);
  const cases = [{ id: twin.id, version: 1 }];
  await clerk.batches.handOver({ cases, toPersonId: desk.officerId, notes: spoken });
  await end(desk, twin.id, 2);
  await clerk.drafts.save({ content: { applicant: gone } });
  return { citizenId: id, elsewhere: theirs.id };
}

export async function writeWords({ clerk }: Desk, citizenId: number): Promise<number> {
  const asked = { citizenId, wish: 'delete', asker: { capacity: 'self' }, words: spoken } as const;
  const { id: requestId } = await clerk.subjects.receive({ formKey: randomUUID(), ...asked });
  const act = { kind: 'acknowledge', note: spoken } as const;
  await clerk.subjects.act({ id: requestId, version: 1, act });
  const said = { nature: 'proposal', channel: 'phone', topic: 'fee', content: spoken } as const;
  const sender = { name: gone.name, phone: gone.phone };
  const { id } = await clerk.feedback.receive({ formKey: randomUUID(), ...said, sender });
  await clerk.feedback.act({ id, version: 1, act: { kind: 'withdraw', reason: spoken } });
  return requestId;
}

/** Met by number, by telephone alone and by name and year; put right, taken back. */
export async function writeDigital({ clerk, leader }: Desk, citizenId: number): Promise<void> {
  await clerk.digital.teams.save({ id: teamId, version: 0, name: 'Tổ Tiểu khu 1' });
  const days = { from: '2025-04-24', to: '2025-04-24' };
  await leader.digital.campaign.save({ id: campaignId, name: 'Đợt', ...days, teamIds: [teamId] });
  const { email: _, ...person } = gone;
  const met = { ...person, birthYear: 1961, area: 'Bản Nậm Khạ' };
  const help = { topic: 'vneid', level: 'guided', note: spoken } as const;
  await clerk.digital.help({ formKey: randomUUID(), whose: { citizenId }, ...help });
  await clerk.digital.help({ formKey: randomUUID(), whose: { met: { ...met, idNumber: null } }, ...help });
  const entry = { campaignId, topic: 'vneid', level: 'guided' as const, teamId, marks: ['vneid'] };
  const log = (id: string, who: { idNumber?: string | null; phone?: null }) =>
    clerk.digital.campaign.log({ id, ...entry, met: { ...met, ...who } });
  await log(randomUUID(), {});
  await log(randomUUID(), { idNumber: null, phone: null });
  const mistyped = randomUUID();
  await log(mistyped, { idNumber: '014196007777' });
  await log(mistyped, {});
  const takenBack = randomUUID();
  await log(takenBack, { idNumber: null });
  await clerk.digital.campaign.remove({ id: takenBack });
}

export async function writeThings({ clerk }: Desk): Promise<void> {
  const visit = { teamId, area: 'Bản Nậm Khạ', visitedOn: '2025-04-24', nextOn: '2025-06-01', note: spoken };
  const own = { household: 'Nhà chị Phương', address, phone: gone.phone };
  const visitId = randomUUID();
  await clerk.digital.visits.save({ id: visitId, version: 0, ...visit, ...own, people: 3 });
  await clerk.digital.visits.save({ id: visitId, version: 1, ...visit, ...own, phone: null, people: 4 });
  const byName = { household: `Hộ bà ${gone.name}`, address };
  await clerk.digital.visits.save({ id: randomUUID(), version: 0, ...visit, ...byName });
  const removed = randomUUID();
  await clerk.digital.visits.save({ id: removed, version: 0, ...visit, ...own });
  await clerk.digital.visits.remove({ id: removed, version: 1 });
  const neighbour = { household: 'Hộ ông Quàng Văn Đôi', phone: '0911000111', area: '' };
  await clerk.digital.visits.save({ id: randomUUID(), version: 0, ...visit, ...neighbour });
  const course = { title: `Lớp ở nhà ${gone.name}`, place: `Nhà ${gone.name}`, teacher: gone.name };
  await clerk.digital.classes.save({
    id: classId,
    version: 0,
    heldOn: '2025-04-24',
    ...course,
    note: spoken,
  });
  const gift = { kind: 'gift', name: 'Điện thoại', quantity: 1, givenOn: '2025-04-24' } as const;
  await clerk.digital.assets.save({
    id: randomUUID(),
    version: 0,
    ...gift,
    receivedBy: gone.name,
    source: `Ủng hộ của ${gone.name}`,
    note: spoken,
  });
  const place = {
    kind: 'wifi',
    name: `Wifi nhà ${gone.name}`,
    address: `Nhà ${gone.name}`,
    since: '2025-01-01',
    note: spoken,
  } as const;
  await clerk.digital.facilities.save({ id: randomUUID(), version: 0, ...place });
}

export const columnsOf = (db: Reader) =>
  db
    .prepare<[], { table: string; column: string }>(
      `SELECT tables.name AS "table", columns.name AS "column" FROM pragma_table_list AS tables
       JOIN pragma_table_info(tables.name) AS columns
       WHERE tables.schema = 'main' AND tables.type = 'table' AND columns.type = 'TEXT'
         AND tables.name NOT LIKE 'sqlite_%' ORDER BY 1, 2`,
    )
    .all();

/** Every row of every table with a TEXT column in which he stands. @param keys hashes that he was known by. */
export function whereHeStands(db: Reader, keys: readonly string[] = []) {
  const names = [gone.name, gone.email, address, 'Bản Nậm Khạ'].map(fold);
  const marks = [...names, '1961-02-03', '"birthyear":1961', ...keys];
  const numbers = [gone.idNumber, gone.phone, '014196008888', '014196007777'];
  const isHis = (value: unknown, column: string) => {
    if (column === 'phoneTail') return value === [...gone.phone].toReversed().join('');
    if (column === 'nameSortKey') return value === nameSortKey(gone.name);
    const folded = fold(String(value));
    const digits = String(value).replaceAll(/[\s.-]/g, '');
    return marks.some((mark) => folded.includes(mark)) || numbers.some((mark) => digits.includes(mark));
  };
  return columnsOf(db).flatMap(({ table, column }) =>
    db
      .prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}" WHERE "${column}" IS NOT NULL`)
      .all()
      .filter((row) => isHis(row[column], column))
      .map((row) => ({ place: `${table}.${column}`, whose: table === 'journal' ? row.subject : row.id })),
  );
}

export const keysIn = (db: Reader) =>
  db
    .prepare<[], { personKey: string }>('SELECT personKey FROM digitalPeople WHERE counted = 1')
    .all()
    .map((row) => row.personKey);
