import type { Opening, ParagraphFacts, ParagraphPart } from './domain/paragraph.ts';
import { formatInteger, formatRatio } from './domain/ratio.ts';
import type { PromiseFigures } from './views-calendar.ts';
import type { DigitalFigures, MeasureFigure, TopicFigure } from './views-digital.ts';
import type { CatalogueFigures } from './views-leader.ts';

/** Words of the paragraph beside those of the cases: help given, days and ways saved. A name is what the office calls the thing. */

type Fact = readonly ParagraphPart[] | null;

const number = (text: string, opens: Opening): Fact => [{ kind: 'number', text, opens }];

/** "{VNeID mức 2}" is "6.074/8.045 = 75,5 %", or the people alone where the office has no number to measure them by. */
export function digitalFacts({ complete, criteria, funnel, helped }: DigitalFigures): ParagraphFacts {
  const measured = ({
    measure,
    people,
    of,
  }: Pick<MeasureFigure, 'measure' | 'people'> & { of: number | null }) =>
    people === 0
      ? null
      : number(of === null ? formatInteger(people) : formatRatio(people, of), { kind: 'people', measure });
  const level = (name: 'forThem' | 'guided' | 'alone') =>
    helped.helps === 0
      ? null
      : number(formatRatio(helped[name], helped.helps), { kind: 'helps', level: name });
  const counted = (count: number, opens: Opening) =>
    count === 0 ? null : number(formatInteger(count), opens);
  return {
    ...Object.fromEntries(funnel.map((step) => [step.label.toLowerCase(), measured(step)])),
    ...Object.fromEntries(
      criteria.map((figure) => [
        figure.label.toLowerCase(),
        measured({ ...figure, of: figure.of?.value ?? null }),
      ]),
    ),
    'công dân số': measured({ ...complete, of: complete.of?.value ?? null }),
    'người được hỗ trợ': counted(helped.people, { kind: 'helped' }),
    'lượt hỗ trợ': counted(helped.helps, { kind: 'helps' }),
    'làm hộ': level('forThem'),
    'hướng dẫn': level('guided'),
    'tự làm': level('alone'),
  };
}

/** "{lượt làm thủ tục}". */
export function topicFacts(topics: readonly TopicFigure[]): ParagraphFacts {
  return Object.fromEntries(
    topics.map(({ topic, label, helps }) => [
      `lượt ${label.toLowerCase()}`,
      helps === 0 ? null : number(formatInteger(helps), { kind: 'helps', topic }),
    ]),
  );
}

/** Without a way saved, two are needed for a case: one to file, one to fetch. */
const usualVisits = 2;

/** Known, and nothing to say of it: summing them reads every case of the period, so only a template that tells them asks. */
export const noGains: ParagraphFacts = {
  'ngày rút ngắn': null,
  'lượt đi lại': null,
  'lượt đi lại bớt': null,
};

/** Whether a template tells of days or ways saved. */
export const tellsGains = (template: string): boolean =>
  Object.keys(noGains).some((name) => template.normalize('NFC').toLowerCase().includes(`{${name}}`));

export function gainFacts({ saved, visits: { visits, cases } }: PromiseFigures): ParagraphFacts {
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
export function catalogueFacts({ all, sameDay, fullOnline }: CatalogueFigures): ParagraphFacts {
  const share = (count: number) => number(formatRatio(count, all), { kind: 'catalogue' });
  return { 'thủ tục trong ngày': share(sameDay), 'thủ tục toàn trình': share(fullOnline) };
}
