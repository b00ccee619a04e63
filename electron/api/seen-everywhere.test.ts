import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { campaignId, teams } from '../../tests/campaign.ts';
import { type Desk, openDesk, reception } from '../../tests/desk.ts';
import { passwordOfTests, signInAt } from '../../tests/sign-in.ts';
import { connect, prepared } from '../register/connection.ts';
import { apiRouter } from './index.ts';

/** Every query of the door, asked in a register that knows one citizen: whichever names him has told the journal who looked. */

const citizen = {
  name: 'Xa Thị Hoài Phương',
  idNumber: '014196009999',
  phone: '0912345999',
  address: 'Số 7 Bản Nậm Khạ',
};
const marks = [citizen.name, citizen.idNumber, citizen.phone, citizen.address, '0141****9999'];
const day = '2025-04-24';
const days = { from: day, to: day };
const teamId = teams[0]?.id ?? '';

/**
 * Lists that name him and tell nothing of who looked: what the office has to do, before the eyes of whoever sits here all day. They
 * hold no more of a person than his name; whoever opens a line is told of.
 */
const workLists = [
  ...['batches.check', 'batches.get', 'cases.list', 'national.queue', 'settlement.list'],
  ...['slips.jobs', 'slips.outbox'],
];
/** The day's work on one page, with the telephone of whom to call: an entry a minute would say only that somebody sat here. */
const board = 'cases.board';

/** A record, a case that waits and one that is ended; a card, a campaign, a visit; feedback, a notice, a request, a draft, a list. */
async function live(desk: Desk): Promise<void> {
  const { clerk, leader } = desk;
  const applicant = { kind: 'citizen', ...citizen, birthOn: '1961-02-03' } as const;
  const { id } = await clerk.cases.receive(reception({ applicant, slips: ['acknowledgement'] }));
  const fee = { amountVnd: 10_000, method: 'later', reason: 'Mức của phường' } as const;
  await clerk.cases.receive(
    reception({ applicant, fee, papers: [{ name: 'Giấy khai sinh', originals: 2 }] }),
  );
  const child = { kind: 'citizen', name: 'Xa Văn Con', idNumber: null, phone: null, address: '' } as const;
  const submitter = { name: citizen.name, idNumber: citizen.idNumber, phone: citizen.phone, relation: 'mẹ' };
  await clerk.cases.receive(reception({ applicant: child, submitter }));
  await clerk.batches.handOver({ cases: [{ id, version: 1 }], toPersonId: desk.officerId });
  await desk.officer.cases.act({ id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
  const text = `Mời chị ${citizen.name}`;
  await clerk.notices.sent({
    ...{ formKey: randomUUID(), caseId: id, occasion: 'received', channel: 'zalo', text },
  });
  const said = { nature: 'proposal', channel: 'phone', topic: 'fee', content: 'Xin mở thêm quầy' } as const;
  await clerk.feedback.receive({ formKey: randomUUID(), ...said, sender: citizen });
  const asked = { citizenId: 1, wish: 'view', asker: { capacity: 'self' }, words: 'Xem' } as const;
  await clerk.subjects.receive({ formKey: randomUUID(), ...asked });
  await clerk.digital.teams.save({ id: teamId, version: 0, name: 'Tổ Tiểu khu 1' });
  await leader.digital.campaign.save({ id: campaignId, name: 'Đợt', ...days, teamIds: [teamId] });
  const met = { ...citizen, birthYear: 1961 };
  const entry = { campaignId, topic: 'vneid', level: 'guided' as const, teamId };
  await clerk.digital.campaign.log({ id: randomUUID(), ...entry, met, marks: ['vneid'] });
  const visit = { visitedOn: day, household: `Nhà ${citizen.name}`, phone: citizen.phone };
  await clerk.digital.visits.save({ id: randomUUID(), version: 0, ...visit });
  await clerk.drafts.save({ content: { applicant: citizen } });
}

/** What is asked where the usual answer to a field does not do. */
const usual = {
  ...{ id: 1, caseId: 1, citizenId: 1, personId: 1, linkId: 1, ids: [1], year: 2025, version: 1 },
  ...{ ...days, period: days, on: day, day, after: null, code: '1.004873', procedureCode: '1.004873' },
  ...{ text: citizen.name, idNumber: citizen.idNumber, phone: citizen.phone, name: citizen.name },
};
const inputs: Record<string, unknown> = {
  'setup.bankSample': { bin: '970405', account: '1234567890' },
  'reports.view': { name: 'carriedOver', period: { from: '2025-04-25', to: '2025-04-30' } },
  'calendar.preview': { version: 1, edits: [{ kind: 'holiday', date: '2025-04-25', name: 'Nghỉ bão' }] },
  'cases.appointment': { procedureCode: '1.004873', variant: null, channel: 'direct' },
  'cases.ofForm': { formKey: randomUUID() },
  'cases.duplicates': { procedureCode: '1.004873', ...citizen, birthOn: '1961-02-03' },
  'cases.correctedDates': { id: 2, changes: { applicant: { kind: 'citizen', ...citizen } } },
  'citizens.recognise': { ...citizen, birthOn: null },
  'citizens.relative': { id: 2, linkId: 1 },
  'batches.check': { way: 'handover', ids: [2] },
  'forms.preview': { form: 'acknowledgement' },
  'books.view': 2025,
  'books.page': { year: 2025, volume: 1, from: 1 },
  'books.happenings': { year: 2025, after: 0 },
  'feedback.list': { view: 'open' },
  'subjects.list': { view: 'open' },
  'digital.people': {
    period: days,
    measure: 'vneid',
    state: 'all',
    area: null,
    name: '',
    after: null,
    limit: 20,
  },
  'digital.campaign.people': { id: campaignId },
  'digital.campaign.entries': { id: campaignId },
  'backups.lookAt': { place: '/' },
  'verification.paper': { head: '00000000' },
  'retention.rehearse': { codes: ['1.004873'] },
  'settlement.unpaid': { after: null, text: '' },
  'statistics.table': { period: days, by: 'holder' },
};
/** What may name somebody and has nobody to name here. */
const foundNobody = {
  'warnings.list': 'names alone, as a list of work: nothing is slow on the first day',
  'shifts.current': 'names alone, as a list of work: nothing is paid in cash here',
  'shifts.ofOther': 'the same of a colleague',
  'backups.restored': 'names of the last cases, after a restore alone',
  'drafts.get': 'told: the form lies at another desk',
  'signing.check': 'told: no slip is held up',
  'feedback.list': 'told: what was said stands in the detail',
  'citizens.household': 'told: nobody is related',
  'citizens.duplicates': 'told: there is one record',
  'digital.classes.list': 'told where it speaks of citizens: none was held',
  'digital.assets.list': 'told where it speaks of citizens: none was given',
  'digital.facilities.list': 'places of the ward: none is written down',
  'retention.rehearsePerson': 'told: no card may be another’s',
  'retention.rehearseCard': 'told: no card may be another’s',
};
/** What answers figures, settings, texts and codes: a query that is in no list names somebody here, or fails. */
const ofOffice = [
  'session.current setup.rules setup.fees setup.bank setup.bankSample setup.rating people.left accounts.list accounts.envelope',
  'catalogue.list catalogue.get calendar.year promises.figures settlement.summary shifts.list cases.appointment cases.ofForm',
  'cases.duplicates cases.viewCounts cases.correctedDates batches.list signing.keys signing.keyFile forms.texts forms.preview',
  'forms.guidance books.view books.happenings imports.progress national.order notices.templates notices.ofCase feedback.settings',
  'feedback.ofCase feedback.figures subjects.settings tt01.report digital.setup digital.personOf digital.figures digital.teamFigures',
  'digital.topicFigures digital.teams.list digital.members.list digital.targets digital.campaign.list digital.campaign.desk',
  'digital.campaign.day backups.list backups.drives backups.lookAt emergency.list encryption.standing verification.last',
  'verification.paper retention.due retention.rehearse breaches.list lan.state lan.certificate leader.progress leader.settings',
  'warnings.past statistics.page statistics.span statistics.catalogue statistics.table statistics.open ratings.report',
  'ratings.comments ratings.low secondScreen.state queue.state queue.settings queue.qrOf queue.busyHours',
].flatMap((paths) => paths.split(' '));
/** No report runs, no shift is closed, and an explanation tells dates of a case alone. */
const unasked = ['calendar.explain', 'reports.progress', 'shifts.get'];

interface Query {
  path: string;
  schema: z.ZodType;
}
const queries: Query[] = Object.entries(apiRouter._def.procedures).flatMap(([path, procedure]) => {
  const { type, inputs: schemas } = (procedure as unknown as { _def: { type: string; inputs: z.ZodType[] } })
    ._def;
  const [schema] = schemas;
  return type === 'query' && schema ? [{ path, schema }] : [];
});

function inputOf({ path, schema }: Query): unknown {
  if (path in inputs) return inputs[path];
  if (schema.safeParse(undefined).success) return undefined;
  return schema.safeParse(usual).success ? usual : { ...usual, id: campaignId };
}

type AnyQuery = (input: unknown) => Promise<unknown>;
const queryOf = (caller: unknown, path: string): AnyQuery =>
  path.split('.').reduce((at, name) => (at as Record<string, unknown>)[name], caller) as AnyQuery;

/** So many minutes after eight. */
const officeTimeOf = (minutes: number): string => {
  const hour = String(8 + Math.floor(minutes / 60)).padStart(2, '0');
  return `${day}T${hour}:${String(minutes % 60).padStart(2, '0')}`;
};

test('whatever query names a citizen tells the journal who looked', async () => {
  await using desk = await openDesk(`${day}T07:30`, undefined, false);
  await live(desk);
  const approval = { personId: 3, password: passwordOfTests };
  const roles = ['clerk', 'officer', 'cashier', 'leader', 'administrator'] as const;
  const { people } = await desk.clerk.people.add({ name: 'Lò Văn Mọi', roles: [...roles], approval });
  const caller = desk.counter.caller({ kind: 'loopback', device: 'all' });
  await signInAt(desk.clerk, caller, people.at(-1)?.id ?? 0);
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const seen = prepared<{ n: number }>(
    db,
    "SELECT count(*) AS n FROM journal WHERE kind GLOB 'seen.*' OR kind = 'citizen.idNumberShown'",
  );
  const told: string[] = [];
  const nobody: string[] = [];
  const untold = new Map<string, string[]>();
  for (const [index, query] of queries.filter(({ path }) => !unasked.includes(path)).entries()) {
    // The same look within a minute is told once.
    desk.setTime(officeTimeOf(index * 2));
    const before = seen.get()?.n ?? 0;
    const answer = JSON.stringify(await queryOf(caller, query.path)(inputOf(query))) ?? '';
    // Whatever is written next has the looks before it.
    await caller.digital.teams.save({ id: randomUUID(), version: 0, name: 'Tổ' });
    const named = marks.filter((mark) => answer.includes(mark));
    if (named.length === 0) nobody.push(query.path);
    if (named.length === 0) continue;
    if ((seen.get()?.n ?? 0) > before) told.push(query.path);
    else untold.set(query.path, named);
  }
  db.close();
  expect(nobody.toSorted()).toEqual([...ofOffice, ...Object.keys(foundNobody)].toSorted());
  expect(told.length).toBeGreaterThan(20);
  expect([...untold.keys()].toSorted()).toEqual([...workLists, board].toSorted());
  for (const path of workLists) expect([path, untold.get(path)]).toEqual([path, [citizen.name]]);
  expect(untold.get(board)).toEqual([citizen.name, citizen.phone]);
}, 60_000);
