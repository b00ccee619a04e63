import { describe, expect, it } from 'vitest';
import { type FactGroup, factsOf, fillParagraph, textOf } from './domain/paragraph.ts';
import { helpFactGroups } from './help-facts.ts';
import type { DigitalFigures } from './views-digital.ts';

const none = { forThem: 0, guided: 0, alone: 0, helps: 0, people: 0, minutes: 0 };
const measure = (id: string, label: string, people: number, value: number | null) => ({
  measure: id,
  label,
  people,
  within: people,
  gone: 0,
  of: value === null ? null : { value, on: '2024-01-01', source: 'xã' },
});
const digital: DigitalFigures = {
  from: '2024-01-01',
  to: '2024-12-31',
  known: 10,
  complete: measure('complete', 'Công dân số, đủ 5 tiêu chí', 3, 20),
  criteria: [measure('vneid', 'VNeID mức 2', 8, 20), measure('net', 'Trực tuyến', 5, null)],
  funnel: [{ measure: 'step:a', label: 'Lượt đi lại', people: 4, within: 4, of: 8 }],
  areas: [],
  helped: { ...none, helps: 9, people: 6, guided: 9 },
  helpedBefore: none,
  ladder: [],
};
const topics = [
  { topic: 'support', label: 'Hỗ trợ', helps: 2 },
  { topic: 'vneid', label: 'VNeID', helps: 7 },
  { topic: 'bank', label: 'Ngân hàng', helps: 0 },
];
const cases: FactGroup[] = [{ title: 'Hồ sơ', facts: { 'trực tuyến': [{ kind: 'text', text: '36/36' }] } }];
const read = (template: string, help = { digital, topics }) => {
  const { parts, unknown } = fillParagraph(template, factsOf([...cases, ...helpFactGroups(help, cases)]));
  expect(unknown).toEqual([]);
  return textOf({ parts, unknown });
};

describe('the words of help given', () => {
  it('no label of the office takes the place of a figure that a template already names', () => {
    expect(read('{trực tuyến}, {lượt hỗ trợ}, {lượt đi lại}')).toBe('36/36, 9, chưa có số liệu');
    expect(read('{tiêu chí Trực tuyến}, {lượt việc Hỗ trợ}, {tiêu chí Lượt đi lại}')).toBe(
      '5, 2, 4/8 = 50 %',
    );
    expect(read('{VNeID mức 2}, {lượt VNeID}, {công dân số}')).toBe('8/20 = 40 %, 7, 3/20 = 15 %');
  });

  it('tells no lượt of a topic beside others, and nothing where nobody was helped', () => {
    expect(read('[{lượt ngân hàng} lượt]')).toBe('0 lượt');
    const nobody = {
      digital: { ...digital, helped: none, complete: measure('complete', 'Công dân số', 0, 20) },
      topics: topics.map((one) => ({ ...one, helps: 0 })),
    };
    expect(read('Có {công dân số}.[ {lượt ngân hàng} lượt.][ Làm hộ {làm hộ}.]', nobody)).toBe(
      'Có 0/20 = 0 %.',
    );
  });
});
