import { expect, test } from 'vitest';
import { caseIndicators } from '../../shared/domain/case-indicators.ts';
import { factsOf, fillParagraph, shippedParagraphs, textOf } from '../../shared/domain/paragraph.ts';
import { caseFactGroups } from '../../shared/domain/paragraph-facts.ts';
import { sentences } from './sentences.ts';

const templates = [...Object.values(sentences), ...shippedParagraphs];
const groups = caseFactGroups({
  period: { from: '2026-01-01', to: '2026-12-31' },
  today: '2026-12-31',
  unit: 'thị trấn Ít Ong',
  figures: Object.entries(caseIndicators).map(([key, { of }]) => ({
    key: key as keyof typeof caseIndicators,
    now: { count: 0, of: of && 0 },
    before: null,
  })),
  lateByField: [],
  satisfaction: null,
  response: null,
  cashless: null,
});
/** Every figure that is not of the cases, as it is where nobody was helped, or under a filter. */
const others = (fact: null | 'notSplit') => ({
  title: '',
  facts: Object.fromEntries(
    templates.flatMap(({ text }) => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => [name, fact])),
  ),
});

test.each(templates)(
  '"$name" reads well of a period without a case, also of some cases alone',
  ({ text }) => {
    for (const [fact, only] of [
      [null, ''],
      ['notSplit', 'lĩnh vực Đất đai'],
    ] as const) {
      const said = textOf(fillParagraph(text, factsOf([...groups, others(fact)]), only));
      expect(said).not.toMatch(/chưa có số liệu|không tính riêng|[[\]{}]/);
      expect(said).toMatch(/^Năm 2026, .*tiếp nhận 0 hồ sơ/);
      expect(said.includes('lĩnh vực Đất đai')).toBe(only !== '');
      expect(said).not.toMatch(/ [,.;:]|[,;:] *[.;]/);
    }
  },
);

test('no template is called like a period', () => {
  for (const { name } of templates) expect(name).not.toMatch(/\d|năm|tháng|quý|ngày|kỳ/i);
});
