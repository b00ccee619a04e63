import { officeTimeAt } from '../../../shared/domain/clock-time.ts';
import type { Applicant } from '../../../shared/domain/intake.ts';
import { marksOf, type OwnMarks, ownParts } from '../../../shared/domain/own-data.ts';
import { fold } from '../../../shared/domain/text.ts';
import type { PersonalData, ToldEntry } from '../../../shared/personal-data.ts';
import { getCitizen, getLiving, recordsOf } from '../citizens/citizens.ts';
import { householdOf } from '../citizens/relatives.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import type { JournalEntry } from '../journal.ts';
import { isSoleOfName } from './namesakes.ts';
import { cardsOfCitizen } from './own-digital.ts';
import { visitsOf } from './own-visits.ts';
import { casesOfPerson, told } from './personal-cases.ts';
import { listRequestsOf } from './subject-requests.ts';
import { aroundOf } from './thing-savings.ts';

/**
 * All that the register holds of one person, under whichever of his records, and nothing that describes anybody else: of relatives
 * and of whoever acted for him the name alone. What names him in matters of others is only his own part of them. It walks through
 * the whole journal. Throws notFound.
 */
export function personalData(db: Reader, { citizenId }: { citizenId: number }): PersonalData {
  const living = getLiving(db, citizenId);
  const recordIds = recordsOf(db, living.id);
  const records = recordIds.map((id) => getCitizen(db, id));
  const marks = ownMarksOf(db, living.id);
  const cases = records.flatMap(({ id }) => casesOfPerson(db, id, marks));
  const cards = cardsOfCitizen(db, living.id, marks);
  const digitalIds = cards.own.flat();
  const isSole = () => isSoleOfName(db, marks, recordIds, digitalIds);
  const visits = visitsOf(db, marks, aroundOf(db, marks, isSole));
  const requestIds = listRequestsOf(db, living.id);
  const { own: feedback, unsure: unsureFeedback } = feedbackOf(
    db,
    marks,
    cases.map(({ id }) => id),
  );
  const unsure = [
    ...cards.unsure.map(({ personId }) => `digital:${personId}`),
    ...unsureFeedback.map((id) => `feedback:${id}`),
  ];
  const subjects = [
    ...records.map(({ id }) => `citizen:${id}`),
    ...cases.flatMap(({ subjects: all }) => all),
    ...digitalIds.map((id) => `digital:${id}`),
    ...requestIds.map((id) => `subjectRequest:${id}`),
    ...feedback.map((id) => `feedback:${id}`),
  ];
  return {
    records: records.map(({ id, own, details, lastCaseAt, mergedInto }) => {
      return { id, own, details, lastCaseAt, mergedInto };
    }),
    relatives: householdOf(db, living).map(({ name, kin, caseCode }) => ({ name, kin, caseCode })),
    ofPerson: records.flatMap(({ id }) => told(db, `citizen:${id}`, marks)),
    cases: cases.map(({ subjects: _, ...one }) => one),
    digital: [...digitalIds.flatMap((id) => told(db, `digital:${id}`, marks)), ...visits.own],
    feedback: feedback.flatMap((id) => told(db, `feedback:${id}`, marks)),
    requests: requestIds.flatMap((id) => told(db, `subjectRequest:${id}`, marks)),
    restrictedSince: restrictedSince(db, recordIds),
    elsewhere: [...elsewhere(db, marks, new Set([...subjects, ...unsure])), ...inDrafts(db, marks)],
    unsure: { cards: cards.unsure.length, feedback: unsureFeedback.length, visits: visits.unsure },
    seen: seenOf(db, subjects),
  };
}

/** What a person is known by under all his records, and in the forms of his own cases. */
export function ownMarksOf(db: Reader, livingId: number): OwnMarks {
  const records = recordsOf(db, livingId);
  const known = records.map((id) => getCitizen(db, id)).flatMap(({ own, details }) => [own, details]);
  return marksOf([...known, ...formsOf(db, records, marksOf(known))]);
}

/** How he was called in the forms of his own cases, also what was corrected since. */
function formsOf(db: Reader, records: readonly number[], marks: OwnMarks): Applicant[] {
  const statement = prepared<{ applicant: string }>(
    db,
    `SELECT data ->> '$.applicant' AS applicant FROM cases JOIN journal ON journal.subject = 'case:' || cases.id
     WHERE citizenId = ? AND kind IN ('case.received', 'case.registered')`,
  );
  const applicants = records.flatMap((id) =>
    statement.all(id).map((row) => JSON.parse(row.applicant) as Applicant),
  );
  // A case that was corrected to be his had another applicant before.
  return applicants.filter(({ idNumber }) => idNumber !== null && marks.numbers.has(idNumber));
}

/**
 * Phản ánh that he sent: with his telephone under his name, or about a case of his under either. A telephone may serve a whole house:
 * what has it and no name is unsure, and what another name stands under is another's.
 */
export function feedbackOf(
  db: Reader,
  { contacts, names }: OwnMarks,
  caseIds: readonly number[],
): { own: number[]; unsure: number[] } {
  const cases = new Set(caseIds);
  const found = { own: [] as number[], unsure: [] as number[] };
  const rows = prepared<{ id: number; caseId: number | null; phone: string | null; name: string | null }>(
    db,
    `SELECT feedbackCases.id, caseId, data ->> '$.sender.phone' AS phone, data ->> '$.sender.name' AS name
     FROM feedbackCases JOIN journal ON subject = 'feedback:' || feedbackCases.id AND kind = 'feedback.received'`,
  );
  for (const { id, caseId, phone, name } of rows.all()) {
    const isNamed = Boolean(name) && names.has(fold(name ?? ''));
    const isOfCase = caseId !== null && cases.has(caseId);
    if (!phone ? isNamed && isOfCase : contacts.has(phone) && (isNamed || (!name && isOfCase)))
      found.own.push(id);
    else if (phone && contacts.has(phone) && !name) found.unsure.push(id);
  }
  return found;
}

function restrictedSince(db: Reader, records: readonly number[]): string | null {
  const statement = prepared<{ since: string }>(db, 'SELECT since FROM restrictions WHERE citizenId = ?');
  return records.map((id) => statement.get(id)?.since).find((since) => since !== undefined) ?? null;
}

/** His own part of what is about others: cases that he handed in for somebody, results that he fetched, rows with his telephone. */
function elsewhere(db: Reader, marks: OwnMarks, subjects: ReadonlySet<string>): ToldEntry[] {
  const wanted = [...marks.numbers, ...marks.contacts];
  if (wanted.length === 0) return [];
  const condition = wanted.map(() => 'instr(data, ?) > 0').join(' OR ');
  const entries: ToldEntry[] = [];
  const rows = prepared<Omit<JournalEntry, 'data'> & { data: string }>(
    db,
    `SELECT at, personId, device, kind, subject, data FROM journal WHERE ${condition} ORDER BY seq`,
  );
  for (const { data, ...entry } of rows.iterate(...wanted)) {
    // A telephone may lead to whoever else lives there: visits are told by the names they say.
    if (subjects.has(entry.subject) || entry.subject.startsWith('homeVisits:')) continue;
    const parts = ownParts(JSON.parse(data), marks);
    if (parts.length > 0)
      entries.push({ at: officeTimeAt(entry.at), kind: entry.kind, subject: entry.subject, data: parts });
  }
  return entries;
}

/** A form that is being filled, if his number or telephone stands in it. */
function inDrafts(db: Reader, marks: OwnMarks): ToldEntry[] {
  return prepared<{ content: string; savedAt: string }>(db, 'SELECT content, savedAt FROM drafts')
    .all()
    .flatMap(({ content, savedAt }) => {
      const parts = ownParts(JSON.parse(content), marks);
      return parts.length === 0 ? [] : [{ at: savedAt, kind: 'draft', subject: 'draft', data: parts }];
    });
}

/** Who looked: when, by name and role, at what; nothing else of whoever it was. */
function seenOf(db: Reader, subjects: readonly string[]): PersonalData['seen'] {
  const statement = prepared<{
    at: string;
    kind: string;
    subject: string;
    name: string | null;
    roles: string | null;
  }>(
    db,
    `SELECT at, kind, subject, name, roles FROM journal LEFT JOIN people ON people.id = personId
     WHERE subject = ? AND (kind GLOB 'seen.*' OR kind = 'citizen.idNumberShown') ORDER BY seq`,
  );
  return subjects
    .flatMap((subject) => statement.all(subject))
    .map(({ name, roles, at, ...row }) => ({
      ...row,
      at: officeTimeAt(at),
      name: name ?? '',
      roles: JSON.parse(roles ?? '[]'),
    }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
