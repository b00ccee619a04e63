import {
  type DigitalSettings,
  denominatorOn,
  type Measure,
  measuresOf,
} from '../../../shared/domain/digital-settings.ts';
import { erasedName } from '../../../shared/domain/redaction.ts';
import { nameSortKey } from '../../../shared/domain/text.ts';
import type {
  AreaFigure,
  DigitalFigures,
  HelpCounts,
  MeasureFigure,
  TeamFigure,
  TeamFigures,
  TopicFigure,
} from '../../../shared/views-digital.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { digitalSettingsOf } from './digital-settings.ts';

/** Figures of digital support, from sums by day that the folds keep; people and lượt apart. Days, both within. */

export function digitalFigures(
  db: Reader,
  period: { from: string; to: string },
  before: { from: string; to: string },
): DigitalFigures {
  const settings = digitalSettingsOf(db);
  const figureIn = reachedFigures(db, settings, period);
  const known = knownByArea(db);
  const [complete, ...others] = measuresOf(settings);
  if (complete === undefined) throw new Error('There is always a measure of being complete');
  const criteria = others.slice(0, settings.criteria.length);
  const areas = [...new Set([...settings.areas, ...known.keys()])].filter(
    (area) => area !== '' || known.has(''),
  );
  return {
    ...period,
    known: sum([...known.values()]),
    complete: figureIn(complete, null),
    criteria: criteria.map((one) => figureIn(one, null)),
    funnel: funnelOf(settings, others.slice(criteria.length), figureIn, period.to),
    areas: areas.map(
      (area): AreaFigure => ({
        area,
        known: known.get(area) ?? 0,
        complete: figureIn(complete, area),
        criteria: criteria.map((one) => figureIn(one, area)),
      }),
    ),
    helped: helpCounts(db, period),
    helpedBefore: helpCounts(db, before),
    ladder: ladderOf(db, period),
  };
}

type FigureIn = (measure: Measure, area: string | null) => MeasureFigure;

/** @returns figure of a measure in an area; null: in all of them. */
function reachedFigures(
  db: Reader,
  settings: DigitalSettings,
  { from, to }: { from: string; to: string },
): FigureIn {
  const rows = prepared<{ name: string; area: string; people: number; within: number }>(
    db,
    `SELECT name, area, sum(value) AS people, sum(CASE WHEN day >= ? THEN value ELSE 0 END) AS within
     FROM digitalTallies WHERE name >= 'reached:' AND name < 'reached;' AND day <= ? GROUP BY name, area`,
  ).all(from, to);
  const byName = Map.groupBy(rows, ({ name }) => name);
  const erased = erasedPeople(db, to);
  return ({ id, label, criteria }, area) => {
    const own = (byName.get(`reached:${id}`) ?? []).filter((row) => area === null || row.area === area);
    // Those whose area is not known are part of no population.
    const found = area === '' ? undefined : denominatorOn(settings, id, area ?? '', to);
    return {
      measure: id,
      label,
      people: sum(own.map(({ people }) => people)),
      within: sum(own.map(({ within }) => within)),
      gone: erased.filter(
        (one) => (area === null || one.area === area) && !criteria.every((needed) => one.reached.has(needed)),
      ).length,
      of: found === undefined ? null : { value: found.value, on: found.on, source: found.source },
    };
  };
}

/** Whose data went, and what they had reached by a day. */
function erasedPeople(db: Reader, day: string): { area: string; reached: Set<string> }[] {
  return prepared<{ area: string; reached: string }>(
    db,
    `SELECT area, coalesce((SELECT group_concat(criterion) FROM digitalMarks
       WHERE personId = person.id AND reachedOn <= @day), '') AS reached
     FROM digitalPeople AS person
     WHERE livingId = person.id AND counted = 1 AND nameSortKey = @key AND name = @name`,
  )
    .all({ day, key: nameSortKey(erasedName), name: erasedName })
    .map(({ area, reached }) => ({ area, reached: new Set(reached.split(',')) }));
}

function funnelOf(
  settings: DigitalSettings,
  steps: readonly Measure[],
  figureIn: FigureIn,
  day: string,
): DigitalFigures['funnel'] {
  let of: number | null = denominatorOn(settings, settings.funnelPopulation, '', day)?.value ?? null;
  return steps.map((step) => {
    const { people, within, label, measure } = figureIn(step, null);
    const figure = { measure, label, people, within, of };
    of = people;
    return figure;
  });
}

function knownByArea(db: Reader): Map<string, number> {
  const rows = prepared<{ area: string; people: number }>(
    db,
    "SELECT area, value AS people FROM digitalTallies WHERE name = 'known'",
  ).all();
  return new Map(rows.map(({ area, people }) => [area, people]));
}

type Sums = Omit<HelpCounts, 'people'>;
const sumColumns = `
  coalesce(sum(value) FILTER (WHERE name = 'helps:forThem'), 0) AS forThem,
  coalesce(sum(value) FILTER (WHERE name = 'helps:guided'), 0) AS guided,
  coalesce(sum(value) FILTER (WHERE name = 'helps:alone'), 0) AS alone,
  coalesce(sum(value) FILTER (WHERE name <> 'minutes'), 0) AS helps,
  coalesce(sum(value) FILTER (WHERE name = 'minutes'), 0) AS minutes
  FROM digitalTallies WHERE name IN ('helps:forThem', 'helps:guided', 'helps:alone', 'minutes')
    AND day BETWEEN ? AND ?`;

/** Lượt of a period by level, and the people who got them. */
export function helpCounts(db: Reader, { from, to }: { from: string; to: string }): HelpCounts {
  const sums = prepared<Sums>(db, `SELECT ${sumColumns}`).get(from, to);
  const people = peopleMet(db, from, to);
  if (sums === undefined) throw new Error('A sum always has a row');
  return { ...sums, people };
}

/** Level by level, month by month: from làm hộ to tự làm. */
function ladderOf(db: Reader, { from, to }: { from: string; to: string }): DigitalFigures['ladder'] {
  return prepared<{ month: string } & Sums>(
    db,
    `SELECT substr(day, 1, 7) AS month, ${sumColumns} GROUP BY month ORDER BY month`,
  )
    .all(from, to)
    .map((row) => ({ ...row, people: peopleMet(db, ...partOf(row.month, from, to)) }));
}

/** The days of a month that lie in a period. */
function partOf(month: string, from: string, to: string): [string, string] {
  const [first, last] = [`${month}-01`, `${month}-31`];
  return [first < from ? from : first, last > to ? to : last];
}

/** People with a lượt, each once. A period that begins with a month is summed up, any other is counted from the lượt. */
function peopleMet(db: Reader, from: string, to: string): number {
  const summed = prepared<{ people: number }>(
    db,
    `SELECT coalesce(sum(value), 0) AS people FROM digitalTallies
     WHERE name >= 'met:' AND name < 'met:' || substr(@from, 1, 7) AND day BETWEEN @from AND @to`,
  );
  const counted = prepared<{ people: number }>(
    db,
    'SELECT count(DISTINCT livingId) AS people FROM digitalHelps WHERE helpedOn BETWEEN @from AND @to',
  );
  return (from.endsWith('-01') ? summed : counted).get({ from, to })?.people ?? 0;
}

/** Per team; people met by two teams are counted by each, and once in the total. */
export function teamFigures(db: Reader, { from, to }: { from: string; to: string }): TeamFigures {
  const rows = prepared<Omit<TeamFigure, 'teamId'> & { teamId: string }>(
    db,
    `SELECT met.teamId, coalesce(team.name, '') AS name, count(*) AS people, sum(helps) AS helps
     FROM (SELECT teamId, livingId, count(*) AS helps FROM digitalHelps INDEXED BY digitalHelpsByTeam WHERE helpedOn BETWEEN ? AND ?
           GROUP BY teamId, livingId) AS met
       LEFT JOIN digitalTeams AS team ON team.id = met.teamId
     GROUP BY met.teamId ORDER BY met.teamId`,
  ).all(from, to);
  const inOrder = rows.toSorted(
    (a, b) => Number(a.teamId === '') - Number(b.teamId === '') || a.name.localeCompare(b.name, 'vi'),
  );
  const { people, helps } = helpCounts(db, { from, to });
  return { rows: inOrder.map((row) => ({ ...row, teamId: row.teamId || null })), people, helps };
}

/** Lượt by topic; those of the settings first, also where nobody was helped with one. */
export function topicFigures(db: Reader, { from, to }: { from: string; to: string }): TopicFigure[] {
  const { topics } = digitalSettingsOf(db);
  const rows = prepared<Omit<TopicFigure, 'label'>>(
    db,
    'SELECT topic, count(*) AS helps FROM digitalHelps WHERE helpedOn BETWEEN ? AND ? GROUP BY topic ORDER BY topic',
  ).all(from, to);
  const known = new Map(rows.map(({ topic, helps }) => [topic, helps]));
  const gone = rows.filter(({ topic }) => topics.every(({ id }) => id !== topic));
  return [
    ...topics.map(({ id, label }) => ({ topic: id, label, helps: known.get(id) ?? 0 })),
    ...gone.map((row) => ({ ...row, label: row.topic })),
  ];
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
