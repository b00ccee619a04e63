import { type FactGroup, factsOf, type Opening, type ParagraphFact } from './domain/paragraph.ts';
import { formatInteger, formatRatio } from './domain/ratio.ts';
import type { PromiseFigures } from './views-calendar.ts';
import type { DigitalFigures, TopicFigure } from './views-digital.ts';
import type { CatalogueFact, CatalogueFigures } from './views-leader.ts';

/** Words of the paragraph beside those of the cases: help given, days and ways saved. A name is what the office calls the thing. */

/** What has been read until now. */
export interface HelpFigures {
  readonly digital?: DigitalFigures | undefined;
  readonly topics?: readonly TopicFigure[] | undefined;
  readonly promises?: PromiseFigures | undefined;
  readonly catalogue?: CatalogueFigures | undefined;
}

/**
 * After those of the cases. A criterion or a topic that is called as another placeholder is told apart by its kind: the figure
 * that a template names stays the same whatever the office calls its own.
 */
export function helpFactGroups(help: HelpFigures, cases: readonly FactGroup[]): FactGroup[] {
  const { digital, topics = [], promises, catalogue } = help;
  const gains: FactGroup = {
    title: 'Lợi ích, danh mục',
    facts: { ...(promises ? gainFacts(promises) : noGains), ...(catalogue && catalogueFacts(catalogue)) },
  };
  if (digital === undefined) return [gains];
  const support: FactGroup = { title: 'Hỗ trợ số', facts: supportFacts(digital) };
  const taken = factsOf([...cases, gains, support]);
  return [
    support,
    { title: 'Tiêu chí của người dân', facts: measureFacts(digital, taken) },
    { title: 'Lượt hỗ trợ theo việc', facts: topicFacts(topics, taken) },
    gains,
  ];
}

const number = (text: string, opens: Opening): ParagraphFact => [{ kind: 'number', text, opens }];

/** "6.074/8.045 = 75,5 %", or the people alone where the office has no number to measure them by. */
function measured(measure: string, people: number, of: number | null | undefined): ParagraphFact {
  if (of === 0) return null;
  const text = of === null || of === undefined ? formatInteger(people) : formatRatio(people, of);
  return number(text, { kind: 'people', measure });
}

function supportFacts({ complete, helped }: DigitalFigures): FactGroup['facts'] {
  const told = (text: string, opens: Opening) => (helped.helps === 0 ? null : number(text, opens));
  const level = (name: 'forThem' | 'guided' | 'alone') =>
    told(formatRatio(helped[name], helped.helps), { kind: 'helps', level: name });
  return {
    'công dân số': measured(complete.measure, complete.people, complete.of?.value),
    'người được hỗ trợ': told(formatInteger(helped.people), { kind: 'helped' }),
    'lượt hỗ trợ': told(formatInteger(helped.helps), { kind: 'helps' }),
    'làm hộ': level('forThem'),
    'hướng dẫn': level('guided'),
    'tự làm': level('alone'),
  };
}

/** "{VNeID mức 2}". */
function measureFacts({ criteria, funnel }: DigitalFigures, taken: FactGroup['facts']): FactGroup['facts'] {
  const all = [...funnel, ...criteria.map(({ of, ...one }) => ({ ...one, of: of?.value }))];
  return Object.fromEntries(
    all.map(({ measure, label, people, of }) => [
      freeName(label, `tiêu chí ${label}`, taken),
      measured(measure, people, of),
    ]),
  );
}

/** "{lượt làm thủ tục}"; none of a topic is told where anybody was helped with another. */
function topicFacts(topics: readonly TopicFigure[], taken: FactGroup['facts']): FactGroup['facts'] {
  const isNobody = topics.every(({ helps }) => helps === 0);
  return Object.fromEntries(
    topics.map(({ topic, label, helps }) => [
      freeName(`lượt ${lowerFirst(label)}`, `lượt việc ${label}`, taken),
      isNobody ? null : number(formatInteger(helps), { kind: 'helps', topic }),
    ]),
  );
}

/** As it can stand in a template. */
function freeName(name: string, other: string, taken: FactGroup['facts']): string {
  const isTaken = Object.hasOwn(taken, name.normalize('NFC').trim().toLowerCase());
  return (isTaken ? other : name).replaceAll(/[{}[\]]/g, '');
}

/** "Làm thủ tục" → "làm thủ tục", but "VNeID". */
const lowerFirst = (label: string): string =>
  /^\p{Lu}{2}/u.test(label) ? label : `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`;

/** Without a way saved, two are needed for a case: one to file, one to fetch. */
const usualVisits = 2;

/** Known, and nothing to say of it: summing them reads every case of the period, so only a template that tells them asks. */
const noGains: FactGroup['facts'] = {
  'ngày rút ngắn': null,
  'lượt đi lại': null,
  'lượt đi lại bớt': null,
};

/** Whether a template tells of days or ways saved. */
export const tellsGains = (template: string): boolean =>
  Object.keys(noGains).some((name) => template.normalize('NFC').toLowerCase().includes(`{${name}}`));

function gainFacts({ saved, visits: { visits, cases } }: PromiseFigures): FactGroup['facts'] {
  const returned = { kind: 'list', status: 'returned' } as const;
  const fewer = cases * usualVisits - visits;
  return {
    'ngày rút ngắn':
      saved.cases === 0 ? null : number(formatInteger(saved.days), { kind: 'list', saved: true }),
    'lượt đi lại':
      cases === 0 ? null : number(`${formatInteger(visits)} lượt/${formatInteger(cases)} hồ sơ`, returned),
    'lượt đi lại bớt': fewer <= 0 ? null : number(formatInteger(fewer), returned),
  };
}

/** Shares of the office's own list of procedures, not of cases. */
function catalogueFacts({ all, sameDay, fullOnline }: CatalogueFigures): FactGroup['facts'] {
  const share = (only: CatalogueFact, count: number) =>
    all === 0 ? null : number(formatRatio(count, all), { kind: 'catalogue', only });
  return {
    'thủ tục trong ngày': share('sameDay', sameDay),
    'thủ tục toàn trình': share('fullOnline', fullOnline),
  };
}
