import {
  type DigitalSettings,
  denominatorOn,
  type Measure,
  measuresOf,
} from '../../shared/domain/digital-settings.ts';
import type {
  AreaFigure,
  DigitalFigures,
  HelpCounts,
  MeasureFigure,
  TeamFigure,
  TeamFigures,
} from '../../shared/views-digital.ts';
import type { Reader } from './connection.ts';
import { prepared } from './connection.ts';
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
  return ({ id, label }, area) => {
    const own = (byName.get(`reached:${id}`) ?? []).filter((row) => area === null || row.area === area);
    // Those whose area is not known are part of no population.
    const found = area === '' ? undefined : denominatorOn(settings, id, area ?? '', to);
    return {
      measure: id,
      label,
      people: sum(own.map(({ people }) => people)),
      within: sum(own.map(({ within }) => within)),
      of: found === undefined ? null : { value: found.value, on: found.on, source: found.source },
    };
  };
}

function funnelOf(
  settings: DigitalSettings,
  steps: readonly Measure[],
  figureIn: FigureIn,
  day: string,
): DigitalFigures['funnel'] {
  let of: number | null = denominatorOn(settings, settings.funnelPopulation, '', day)?.value ?? null;
  return steps.map((step) => {
    const { people, label, measure } = figureIn(step, null);
    const figure = { measure, label, people, of };
    of = people;
    return figure;
  });
}

function knownByArea(db: Reader): Map<string, number> {
  const rows = prepared<{ area: string; people: number }>(
    db,
    `SELECT area, count(*) AS people FROM digitalPeople WHERE livingId = id AND counted = 1 GROUP BY area`,
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
  const met = prepared<{ people: number }>(
    db,
    'SELECT count(DISTINCT livingId) AS people FROM digitalHelps WHERE helpedOn BETWEEN ? AND ?',
  ).get(from, to);
  if (sums === undefined || met === undefined) throw new Error('A sum always has a row');
  return { ...sums, ...met };
}

/** Level by level, month by month: from làm hộ to tự làm. */
function ladderOf(db: Reader, { from, to }: { from: string; to: string }): DigitalFigures['ladder'] {
  const people = new Map(
    prepared<{ month: string; people: number }>(
      db,
      `SELECT month, count(*) AS people FROM (
         SELECT month, livingId FROM digitalHelps
         WHERE month BETWEEN substr(@from, 1, 7) AND substr(@to, 1, 7) AND helpedOn BETWEEN @from AND @to
         GROUP BY month, livingId) GROUP BY month`,
    )
      .all({ from, to })
      .map((row) => [row.month, row.people]),
  );
  return prepared<{ month: string } & Sums>(
    db,
    `SELECT substr(day, 1, 7) AS month, ${sumColumns} GROUP BY month ORDER BY month`,
  )
    .all(from, to)
    .map((row) => ({ ...row, people: people.get(row.month) ?? 0 }));
}

/** Per team; people met by two teams are counted by each, and once in the total. */
export function teamFigures(db: Reader, { from, to }: { from: string; to: string }): TeamFigures {
  const rows = prepared<Omit<TeamFigure, 'teamId'> & { teamId: string }>(
    db,
    `SELECT met.teamId, coalesce(team.name, '') AS name, count(*) AS people, sum(helps) AS helps
     FROM (SELECT teamId, livingId, count(*) AS helps FROM digitalHelps WHERE helpedOn BETWEEN ? AND ?
           GROUP BY teamId, livingId) AS met
       LEFT JOIN digitalTeams AS team ON team.id = met.teamId
     GROUP BY met.teamId ORDER BY met.teamId = '', name, met.teamId`,
  ).all(from, to);
  const { people, helps } = helpCounts(db, { from, to });
  return { rows: rows.map((row) => ({ ...row, teamId: row.teamId || null })), people, helps };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
