import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { PersonalData } from '../../../shared/personal-data.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { connect } from '../connection.ts';
import { personalData } from './personal-data.ts';

/** Whose data are asked for, and whose must never leave with them: beside him in his matters, or with matters of their own. */
const asked = {
  name: 'Lường Thị Thu Hằng',
  idNumber: '014196002187',
  birthOn: '1996-09-12',
  sex: 'female',
  phone: '0900000214',
  email: 'hang.luong@example.vn',
  address: 'Tiểu khu 3, thị trấn Ít Ong',
} as const;
const others = [
  {
    name: 'Quàng Văn Đôi',
    idNumber: '014190001111',
    birthOn: '1990-01-11',
    phone: '0911000111',
    email: 'doi@example.vn',
    address: 'Bản Hua Ít 11',
  },
  {
    name: 'Cà Thị Ba',
    idNumber: '014190002222',
    birthOn: '1990-02-22',
    phone: '0922000222',
    email: 'ba@example.vn',
    address: 'Bản Nà Tòng 22',
  },
] as const;
const [beside, apart] = others;
const citizen = (person: typeof asked | (typeof others)[number]) =>
  ({ kind: 'citizen', sex: null, ...person }) as const;
const handedBy = ({ name, idNumber, phone }: typeof asked | (typeof others)[number], relation: string) => ({
  name,
  idNumber,
  phone,
  relation,
});

let text = '';
let data: PersonalData;
let markedTables: string[] = [];
let tables: string[] = [];

/** One register in which he has something everywhere. */
async function live(desk: Desk): Promise<number> {
  const { clerk } = desk;
  const own = await clerk.cases.receive(
    reception({
      applicant: citizen(asked),
      submitter: handedBy(beside, 'con đẻ'),
      summary: `Gọi ${beside.phone}`,
      slips: ['acknowledgement'],
    }),
  );
  const { state } = await clerk.cases.get({ id: own.id });
  const citizenId = state.citizenId ?? 0;
  // His telephone was another one first; a case that he handed in for somebody; a case that had nothing to do with him.
  await clerk.cases.correct({
    id: own.id,
    version: 1,
    changes: { applicant: { ...citizen(asked), phone: '0900000333' } },
    reason: 'Đổi số',
  });
  const theirs = await clerk.cases.receive(
    reception({ applicant: citizen(beside), submitter: handedBy(asked, 'vợ') }),
  );
  await clerk.cases.receive(reception({ applicant: citizen(apart) }));
  await clerk.notices.sent({
    formKey: randomUUID(),
    caseId: own.id,
    occasion: 'received',
    channel: 'zalo',
    text: 'Tin báo riêng cho chị Hằng',
  });
  await clerk.digital.help({
    formKey: randomUUID(),
    whose: { citizenId },
    topic: 'vneid',
    level: 'guided',
    note: 'Máy mới',
  });
  const said = {
    formKey: randomUUID(),
    nature: 'proposal',
    channel: 'phone',
    topic: 'fee',
    content: 'Xin mở thêm quầy',
  } as const;
  await clerk.feedback.receive({ ...said, sender: { name: asked.name, phone: asked.phone } });
  await clerk.feedback.receive({
    ...said,
    formKey: randomUUID(),
    content: 'Góp ý của người khác',
    sender: { name: apart.name, phone: apart.phone },
  });
  const other = await clerk.cases.get({ id: theirs.id });
  await clerk.citizens.addRelative({ id: citizenId, relativeId: other.state.citizenId ?? 0, kin: 'child' });
  await clerk.drafts.save({
    content: {
      person: { name: asked.name, idNumber: asked.idNumber, phone: '' },
      submitter: handedBy(apart, 'bạn'),
    },
  });
  await clerk.subjects.receive({
    formKey: randomUUID(),
    citizenId,
    wish: 'view',
    asker: { capacity: 'self' },
    words: 'Cho tôi xem hết',
  });
  await desk.officer.cases.get({ id: own.id });
  await clerk.citizens.showIdNumber({ id: citizenId });
  return citizenId;
}

beforeAll(async () => {
  await using desk = await openDesk('2025-03-10T09:15', undefined, false);
  const citizenId = await live(desk);
  const db = connect(join(desk.folder, 'register.db'), 'read');
  data = personalData(db, { citizenId });
  text = JSON.stringify(data);
  tables = db
    .prepare<[], { name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all()
    .map(({ name }) => name)
    .sort();
  const marks = [asked.name, asked.idNumber, asked.phone, '0900000333', asked.email];
  markedTables = tables.filter((name) => {
    const rows = JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all());
    return marks.some((mark) => rows.includes(mark));
  });
  db.close();
}, 60_000);

test('everything of a person is there', () => {
  const held = [
    ...Object.values(asked),
    '0900000333',
    beside.name,
    'con đẻ',
    'Tin báo riêng cho chị Hằng',
    'Máy mới',
    'Xin mở thêm quầy',
  ];
  for (const mark of [...held, 'Cho tôi xem hết', 'Đổi số']) expect(text).toContain(mark);
  expect(data.cases).toHaveLength(1);
  expect(data.cases[0]?.events.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['case.received', 'case.corrected']),
  );
  expect(data.cases[0]?.prints).toMatchObject([{ form: 'acknowledgement' }]);
  expect(data.relatives).toContainEqual({ name: beside.name, kin: 'child', caseCode: expect.anything() });
  expect(data.digital.map(({ kind }) => kind)).toEqual(['digital.added', 'digital.helped']);
  expect(data.seen.every(({ at }) => at === '2025-03-10T09:15')).toBe(true);
  expect(data.seen.map(({ kind, name }) => `${kind} ${name}`)).toEqual(
    expect.arrayContaining(['seen.case Quàng Văn Hùng', 'citizen.idNumberShown Lò Thị Mai']),
  );
});

test('of a case that he handed in for somebody only his own part is there, and of a draft too', () => {
  expect(data.elsewhere.map(({ kind, data: parts }) => [kind, parts])).toEqual([
    [
      'case.received',
      [{ as: 'submitter', name: asked.name, idNumber: asked.idNumber, phone: asked.phone, relation: 'vợ' }],
    ],
    ['draft', [{ as: 'person', name: asked.name, idNumber: asked.idNumber, phone: '' }]],
  ]);
});

test('nothing that describes anybody else is there', () => {
  for (const { idNumber, phone, birthOn, email, address } of others)
    for (const mark of [idNumber, phone, birthOn, email, address]) expect(text).not.toContain(mark);
  expect(text).not.toContain(apart.name);
  expect(text).not.toContain('Góp ý của người khác');
});

/** Every table there is: where the file takes it from, or why it holds nothing of a person that is not there already. */
const considered: Record<string, string> = {
  citizens: 'records',
  merges: 'records',
  relatives: 'relatives',
  toldApart: 'ids alone, told in ofPerson',
  cases: 'cases; the rest of a row is the fold of the events',
  caseNames: 'the search index of what cases hold',
  payments: 'cases.payments',
  notices: 'cases.notices',
  printJobs: 'cases.prints',
  batches: 'cases.lists; names of others stand beside his',
  ratingCodes: 'cases.ratingCodes',
  feedbackCases: 'feedback',
  digitalPeople: 'digital',
  digitalMarks: 'digital, the fold of its events',
  digitalHelps: 'digital, the fold of its events',
  digitalMembers: 'elsewhere, by his telephone in the journal',
  homeVisits: 'digital, where it was to his house alone',
  campaignEntries: 'digital, as events of its person; of a guest it is sealed',
  subjectRequests: 'requests',
  restrictions: 'restrictedSince',
  drafts: 'elsewhere',
  journal: 'events, seen, elsewhere',
  people: 'of the staff',
  seats: 'of the staff',
  accounts: 'of the staff',
  signIns: 'of the staff',
  failedTries: 'of the staff',
  trainingClasses: 'a headcount, nobody of it',
};
const ofNobody = [
  'settings',
  'procedures',
  'calendarYears',
  'counters',
  'books',
  'bookClosings',
  'bookAddenda',
  'bookPrints',
  'importLayouts',
  'importNames',
  'shifts',
  'moneyMoves',
  'reopenedClosings',
  'ratings',
  'ratingsToJournal',
  'ratingPulses',
  'tickets',
  'caseTallies',
  'digitalKey',
  'digitalTallies',
  'digitalTeams',
  'digitalAssets',
  'digitalFacilities',
  'campaigns',
  'campaignFiles',
  'recoveryCode',
  'signingKeys',
  'lanDoor',
  'lanDevices',
  'erasedRemains',
  'breaches',
];

test('every table was considered: a new one says what it holds of a person before it is released', () => {
  const unknown = tables.filter(
    (name) => !name.startsWith('caseNames') && !(name in considered) && !ofNobody.includes(name),
  );
  expect(unknown).toEqual([]);
  expect(markedTables.filter((name) => !(name in considered))).toEqual([]);
  expect(markedTables).toEqual(
    expect.arrayContaining(['cases', 'citizens', 'digitalPeople', 'drafts', 'journal', 'relatives']),
  );
});
