import type { AssistanceLevel, Help } from '../../../shared/domain/digital.ts';
import type { Measure } from '../../../shared/domain/digital-settings.ts';
import { erasedName } from '../../../shared/domain/redaction.ts';
import { restrictedPerson } from '../../../shared/subject-words.ts';
import type { DigitalPage, DigitalPersonRow, HelpRow } from '../../../shared/views-digital.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { restrictedRecords } from '../privacy/restrictions.ts';

/** The lists behind the figures: each has exactly the people, or the lượt, that its figure counts. */

export interface PeopleQuestion {
  measure: Measure;
  /** `reached` by the day `to`, and not before `from` where that is given; `lacking` on the day `to`. */
  state: 'all' | 'reached' | 'lacking';
  from: string | null;
  to: string;
  /** Null: everywhere; '' whose area is not known. */
  area: string | null;
  /** Folded beginning or part of a name. */
  name: string;
  after: { key: string; id: number } | null;
  limit: number;
}

interface PersonRow extends Omit<DigitalPersonRow, 'reached'> {
  nameSortKey: string;
  reached: string;
  isRestricted: number;
}

const personColumns = `person.id, name, nameSortKey, birthYear, area, phone,
  coalesce((SELECT group_concat(criterion) FROM digitalMarks WHERE personId = person.id), '') AS reached,
  EXISTS (SELECT 1 FROM digitalPeople AS one WHERE one.livingId = person.id AND one.citizenId IN ${restrictedRecords}) AS isRestricted,
  (SELECT count(*) FROM digitalHelps WHERE digitalHelps.livingId = person.id) AS helps`;

const reachedOn = `(SELECT CASE WHEN count(*) = json_array_length(@criteria) THEN max(reachedOn) END
  FROM digitalMarks WHERE personId = person.id AND criterion IN (SELECT value FROM json_each(@criteria)))`;

const stateConditions = {
  all: 'TRUE',
  reached: `${reachedOn} BETWEEN @from AND @to`,
  // Whose data went is nobody to call on.
  lacking: `coalesce(${reachedOn}, '9999') > @to AND name <> '${erasedName}'`,
} as const;

/** Fewer than these are looked up and then ordered; of more the first page is soon found by going through the names. */
const few = 2000;

/**
 * Those among whom the answer is, as a list for `json_each`: whoever reached one of the criteria in the period, or, where
 * it has no beginning, the rarest of them. Null when there are many of them, or nothing tells.
 */
function fewWhoReached(db: Reader, criteria: readonly string[], from: string, to: string): string | null {
  const among = prepared<{ personId: number }>(
    db,
    `SELECT DISTINCT personId FROM digitalMarks
     WHERE criterion IN (SELECT value FROM json_each(?)) AND reachedOn BETWEEN ? AND ? LIMIT ${few}`,
  );
  for (const wanted of from === '' ? criteria.map((one) => [one]) : [criteria]) {
    const found = among.all(JSON.stringify(wanted), from, to);
    if (found.length < few) return JSON.stringify(found.map(({ personId }) => personId));
  }
  return null;
}

/** The same of whoever got a lượt. */
function fewWhoWereHelped(db: Reader, from: string, to: string): string | null {
  const found = prepared<{ livingId: number }>(
    db,
    `SELECT DISTINCT livingId FROM digitalHelps WHERE helpedOn BETWEEN ? AND ? LIMIT ${few}`,
  ).all(from, to);
  return found.length < few ? JSON.stringify(found.map(({ livingId }) => livingId)) : null;
}

/** Begins with the few, where they are known. */
const peopleAmong = (among: string | null): string =>
  among === null
    ? 'digitalPeople AS person WHERE'
    : 'json_each(@among) AS one CROSS JOIN digitalPeople AS person WHERE person.id = one.value AND';

/** By given name. */
export function listDigitalPeople(db: Reader, question: PeopleQuestion): DigitalPage<DigitalPersonRow> {
  const { state, measure, from, to, area, name, after, limit } = question;
  const among = state === 'reached' ? fewWhoReached(db, measure.criteria, from ?? '', to) : null;
  const rows = prepared<PersonRow>(
    db,
    `SELECT ${personColumns}, ${reachedOn} AS reachedOn FROM ${peopleAmong(among)}
     livingId = person.id AND counted = 1 AND (nameSortKey, person.id) > (@key, @id)
       AND (@area IS NULL OR area = @area) AND (@name = '' OR instr(nameFolded, @name) > 0)
       AND ${stateConditions[state]}
     ORDER BY nameSortKey, person.id LIMIT @limit`,
  ).all({
    ...(among !== null && { among }),
    criteria: JSON.stringify(measure.criteria),
    from: from ?? '',
    to,
    area,
    name,
    key: after?.key ?? '',
    id: after?.id ?? 0,
    limit: limit + 1,
  });
  return pageOf(rows, limit);
}

const helpOfPerson = `digitalHelps.livingId = person.id AND helpedOn BETWEEN @from AND @to
  AND (@teamId IS NULL OR teamId = @teamId)`;

/** Whoever got a lượt in the period; `helps` are those of the period. @param teamId null: of all, '' of no team. */
export function listHelpedPeople(
  db: Reader,
  question: Pick<PeopleQuestion, 'to' | 'after' | 'limit'> & { from: string; teamId: string | null },
): DigitalPage<DigitalPersonRow> {
  const { from, to, teamId, after, limit } = question;
  const among = fewWhoWereHelped(db, from, to);
  const rows = prepared<PersonRow>(
    db,
    `SELECT ${personColumns.replace(/,[^,]*AS helps$/, '')}, NULL AS reachedOn,
       (SELECT count(*) FROM digitalHelps WHERE ${helpOfPerson}) AS helps
     FROM ${peopleAmong(among)}
     livingId = person.id AND counted = 1 AND (nameSortKey, person.id) > (@key, @id)
       AND EXISTS (SELECT 1 FROM digitalHelps WHERE ${helpOfPerson})
     ORDER BY nameSortKey, person.id LIMIT @limit`,
  ).all({
    ...(among !== null && { among }),
    from,
    to,
    teamId,
    key: after?.key ?? '',
    id: after?.id ?? 0,
    limit: limit + 1,
  });
  return pageOf(rows, limit);
}

function pageOf(rows: readonly PersonRow[], limit: number): DigitalPage<DigitalPersonRow> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rows: rows.slice(0, limit).map(({ nameSortKey: _, reached, isRestricted, ...row }) => ({
      ...row,
      // Still counted, but nobody to call on.
      ...(isRestricted === 1 && { name: restrictedPerson, birthYear: null, phone: null }),
      reached: reached === '' ? [] : reached.split(','),
    })),
    next: last === undefined ? null : { key: last.nameSortKey, id: last.id },
  };
}

export interface HelpQuestion {
  from: string;
  to: string;
  level: AssistanceLevel | null;
  topic: string | null;
  /** '' of no team. */
  teamId: string | null;
  after: { key: string; id: string } | null;
  limit: number;
}

/** Lượt, the latest first. */
export function listHelps(db: Reader, question: HelpQuestion): DigitalPage<HelpRow, string> {
  const { limit, after, ...asked } = question;
  const rows = prepared<Omit<HelpRow, keyof Help> & { content: string }>(
    db,
    `SELECT help.livingId AS personId, help.content, person.name AS personName, person.area, team.name AS teamName
     FROM digitalHelps AS help JOIN digitalPeople AS person ON person.id = help.livingId
       LEFT JOIN digitalTeams AS team ON team.id = help.teamId
     WHERE helpedOn BETWEEN @from AND @to AND (helpedOn, help.id) < (@key, @id)
       AND (@level IS NULL OR level = @level) AND (@topic IS NULL OR topic = @topic)
       AND (@teamId IS NULL OR teamId = @teamId)
     ORDER BY helpedOn DESC, help.id DESC LIMIT @limit`,
  ).all({ ...asked, key: after?.key ?? '9999', id: after?.id ?? '', limit: limit + 1 });
  const helps = rows.map(({ content, ...row }) => ({ ...(JSON.parse(content) as Help), ...row }));
  const last = helps.length > limit ? helps[limit - 1] : undefined;
  return { rows: helps.slice(0, limit), next: last === undefined ? null : { key: last.on, id: last.id } };
}
