import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { campaignId } from '../../../tests/campaign.ts';
import { openDesk } from '../../../tests/desk.ts';
import { personAsShown } from '../../../tests/erase-person.ts';
import {
  address,
  approval,
  classId,
  columnsOf,
  gone,
  keysIn,
  whereHeStands,
  writeCases,
  writeDigital,
  writeThings,
  writeWords,
} from '../../../tests/everywhere.ts';
import { connect } from '../../register/connection.ts';
import { checkRegister } from '../../register/verify.ts';

/**
 * Somebody who stands in every table and text that the counter has; once he is erased each TEXT column of each table is
 * searched for him.
 */

/** Where he is found before he is erased: this test writes into each of them. */
const written = [
  'batches.data',
  'campaignEntries.content campaignEntries.nameSortKey',
  'cases.applicantName cases.birthOn cases.idNumber cases.nameSortKey cases.phone cases.phoneTail',
  'citizens.details',
  'digitalAssets.note digitalAssets.receivedBy digitalAssets.source',
  'digitalFacilities.address digitalFacilities.name digitalFacilities.note',
  'digitalHelps.content',
  'digitalPeople.area digitalPeople.name digitalPeople.nameFolded digitalPeople.nameSortKey digitalPeople.phone',
  'digitalTallies.area drafts.content',
  'homeVisits.address homeVisits.area homeVisits.household homeVisits.note homeVisits.phone',
  'journal.data merges.details notices.text',
  'relatives.idNumber relatives.name relatives.phone',
  'trainingClasses.note trainingClasses.place trainingClasses.teacher trainingClasses.title',
].flatMap((places) => places.split(' '));

/** Columns of every other table and name that hold instants, days, numbers of the office and words of ours. */
const ofOurs = new Set(
  [
    'acceptedAt acknowledgeDueAt acknowledgedAt answerDueAt answeredOn at calledAt changedAt closedAt confirmedAt createdAt',
    'demandedAt dueAt endedAt heldOn helpedOn givenOn issuedOn lastCaseAt lateOn madeAt madeOn measuredDueAt mergedAt minute',
    'nextOn openedAt promisedAt reachedOn receivedAt registeredAt retiredOn savedAt setAsideAt setAt since takenAt times undoneAt',
    'until usedAt visitedOn workDueAt day endedIn lateIn receivedIn extendedTo mayStopFrom effectiveFrom firstDay lastDay calledFrom',
    'agencyCode caseCode code codeTail exportId file fileName formKey hash id key campaignId laptopId linesFile nationalCode noteNo',
    'number personKey procedureCode receiptNo signature slipCode teamId passwordHash pinHash answers channel columns copiesOut',
    'criterion definition desk device endedWhy field form grain grouping interfaceName hostName kin kind level limitKind method',
    'occasion point priority procedureShortName questionSet role roles shelf stage state status subject timeliness topic wish',
    'laptopName printer holderName purpose',
  ].flatMap((names) => names.split(' ')),
);

/** Free words that speak of nobody, or of those who work here; the rest of a name that another table has for citizens. */
const ofOthers = new Set(
  [
    'bookAddenda.note breaches.content campaigns.content cases.erasedArea counters.name digitalAssets.name',
    'digitalFacilities.area digitalMembers.area digitalMembers.name digitalMembers.phone digitalPeople.source digitalTallies.name',
    'digitalTeams.area digitalTeams.name digitalTeams.note importNames.name lanDevices.name lanDoor.address people.name people.title',
    'printJobs.fault printJobs.title ratings.source reopenedClosings.closing reopenedClosings.reopening settings.name settings.value',
    'shifts.closing trainingClasses.area digitalHelps.place relatives.relation',
    // Of a laptop: sealed for the home of the campaign.
    'campaignEntries.person',
  ].flatMap((places) => places.split(' ')),
);

const onDisk = (folder: string): string =>
  ['register.db', 'register.db-wal']
    .map((file) => join(folder, file))
    .filter(existsSync)
    .map((path) => readFileSync(path, 'utf8'))
    .join();

test('every TEXT column is written with somebody here, or speaks of nobody: a new one says which', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const places = columnsOf(db);
  db.close();
  expect(places.length).toBeGreaterThan(200);
  const unknown = places.filter(({ table, column }) => {
    const place = `${table}.${column}`;
    return !written.includes(place) && !ofOurs.has(column) && !ofOthers.has(place);
  });
  expect(unknown).toEqual([]);
});

test('whoever is erased stands in no table any more, but in a matter of somebody else; what is counted stays', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk, folder } = desk;
  const { citizenId, elsewhere } = await writeCases(desk);
  const requestId = await writeWords(desk, citizenId);
  await writeDigital(desk, citizenId);
  await writeThings(desk);
  desk.setTime('2026-01-05T09:00');
  await clerk.books.close({ year: 2025 });
  const db = connect(join(folder, 'register.db'), 'read');
  expect([...new Set(whereHeStands(db).map(({ place }) => place))].toSorted()).toEqual(written.toSorted());
  const keys = keysIn(db);
  expect(keys).toHaveLength(3);
  const counted = async () => {
    const { areas: _, ...figures } = await clerk.digital.figures({ from: '2025-04-01', to: '2025-04-30' });
    // Only whom to call changes: nobody calls on whoever is erased.
    for (const measure of [figures.complete, ...figures.criteria]) measure.gone = 0;
    const visits = await clerk.digital.visits.list();
    return {
      figures,
      day: await clerk.digital.campaign.day({ id: campaignId }),
      met: visits.map(({ visitedOn, people, teamId: team }) => [visitedOn, people, team]),
    };
  };
  const before = await counted();
  expect(await clerk.retention.rehearsePerson({ citizenId })).toMatchObject({
    ...{ cases: 2, citizens: 1, held: [], digital: 3, campaignEntries: 3, visits: 7, feedback: 1 },
  });
  const why = { reason: `Theo đơn của ${gone.name}`, ground: 'Luật 91/2025/QH15 Đ14' };
  await clerk.retention.erasePerson(await personAsShown(clerk, { citizenId, requestId, ...why, approval }));
  // Who brought another's papers is told by that case until its own time is over; who taught a class worked for the office.
  expect(whereHeStands(db, keys)).toEqual([
    { place: 'journal.data', whose: `case:${elsewhere}` },
    { place: 'journal.data', whose: `trainingClasses:${classId}` },
    { place: 'trainingClasses.teacher', whose: classId },
  ]);
  expect(await counted()).toEqual(before);
  expect(checkRegister(db).faults).toEqual([]);
  db.close();
  expect([gone.email, address, 'Bản Nậm Khạ'].filter((mark) => onDisk(folder).includes(mark))).toEqual([]);
});
