import { describe, expect, it } from 'vitest';
import { factsOf, fillParagraph, paragraphsSchema, shippedParagraphs, textOf } from './paragraph.ts';
import { caseFactGroups, differenceOf, type FactsInput, periodWords } from './paragraph-facts.ts';

const itOng: FactsInput = {
  period: { from: '2024-01-01', to: '2024-12-31' },
  today: '2025-04-24',
  unit: 'Bộ phận Một cửa thị trấn Ít Ong',
  figures: [
    { key: 'received', now: { count: 3717, of: null }, before: { count: 3597, of: null } },
    { key: 'settled', now: { count: 3717, of: 3717 }, before: null },
    { key: 'inTime', now: { count: 3716, of: 3717 }, before: { count: 3560, of: 3584 } },
    { key: 'online', now: { count: 3717, of: 3717 }, before: { count: 0, of: 0 } },
    { key: 'open', now: { count: 0, of: null }, before: null },
  ],
  lateByField: [{ field: 'Đất đai', count: 1 }],
  satisfaction: { count: 1196, of: 1208 },
  response: { count: 1208, of: 3717 },
  cashless: null,
};
const paragraphFacts = (input: FactsInput) => factsOf(caseFactGroups(input));
const read = (template: string, input = itOng, only = '') =>
  textOf(fillParagraph(template, paragraphFacts(input), only));
const shipped = (id: string) => shippedParagraphs.find((one) => one.id === id)?.text ?? '';

describe('the paragraph to read out', () => {
  it('says the year of Ít Ong, never 100 % while one case was late', () => {
    expect(read(shipped('bao-cao'))).toBe(
      'Năm 2024, Bộ phận Một cửa thị trấn Ít Ong tiếp nhận 3.717 hồ sơ, đã giải quyết 3.717/3.717 = 100 %; trước hạn và đúng hạn 3.716/3.717 = 99,97 %, quá hạn 01 hồ sơ lĩnh vực đất đai. Hồ sơ trực tuyến 3.717/3.717 = 100 %. Hài lòng 1.196/1.208 phiếu = 99 %, tỷ lệ trả lời 1.208/3.717 = 32,49 %.',
    );
    expect(read(shipped('so-sanh'))).toContain(
      'So với kỳ trước: tiếp nhận tăng 120 hồ sơ (từ 3.597), trước và đúng hạn tăng 0,64 điểm (từ 3.560/3.584 = 99,33 %). Hồ sơ',
    );
  });

  it('opens for every number the cases it counted', () => {
    const { parts } = fillParagraph(shipped('so-sanh'), paragraphFacts(itOng));
    const numbers = parts.flatMap((part) => (part.kind === 'number' ? [[part.text, part.opens]] : []));
    expect(numbers).toContainEqual(['3.716/3.717 = 99,97 %', { kind: 'cases', set: 'settledInTime' }]);
    expect(numbers).toContainEqual(['01', { kind: 'cases', set: 'settledLate', field: 'Đất đai' }]);
    expect(numbers).toContainEqual(['3.597', { kind: 'cases', set: 'received', isBefore: true }]);
    for (const part of parts) if (part.kind === 'text') expect(part.text).not.toMatch(/%/);
  });

  it('reads no share of nothing: what stands in brackets goes', () => {
    const empty: FactsInput = {
      ...itOng,
      period: { from: '2025-04-01', to: '2025-04-30' },
      figures: [
        { key: 'received', now: { count: 0, of: null }, before: null },
        { key: 'settled', now: { count: 0, of: 0 }, before: null },
        { key: 'inTime', now: { count: 0, of: 0 }, before: null },
      ],
      lateByField: [],
      satisfaction: null,
      response: null,
    };
    expect(read(shipped('bao-cao'), empty)).toBe(
      'Tháng 4/2025 (đến 24/04/2025), Bộ phận Một cửa thị trấn Ít Ong tiếp nhận 0 hồ sơ.',
    );
    expect(read('Hài lòng {hài lòng}.', empty)).toBe('Hài lòng chưa có số liệu.');
  });

  it('says once whose cases it counts, whatever the template says of the office', () => {
    const only = 'lĩnh vực Đất đai, nộp trực tuyến';
    for (const { text } of shippedParagraphs)
      expect(read(text, itOng, only)).toMatch(/^Năm 2024, lĩnh vực Đất đai, nộp trực tuyến, /);
    expect(read('Tháng này nhận {tiếp nhận}.', itOng, only)).toBe(
      'Lĩnh vực Đất đai, nộp trực tuyến: Tháng này nhận 3.717.',
    );
    expect(read('[{kỳ}: {không tiền mặt}. ]Trong {kỳ} và {kỳ}.', itOng, only)).toBe(
      'Trong năm 2024, lĩnh vực Đất đai, nộp trực tuyến và năm 2024.',
    );
    // What a field is called is no placeholder.
    expect(read('{kỳ}', itOng, '{tiếp nhận} [x]')).toBe('năm 2024, {tiếp nhận} [x]');
  });

  it('tells what is withheld, or not known of some cases alone, as what it is', () => {
    const some: FactsInput = {
      ...itOng,
      satisfaction: 'withheld',
      response: 'withheld',
      cashless: 'notSplit',
    };
    expect(read('Hài lòng {hài lòng}; tiền: {không tiền mặt}.[ Trả lời {tỷ lệ trả lời}.]', some)).toBe(
      'Hài lòng chỉ lãnh đạo xem được; tiền: không tính riêng theo bộ lọc.',
    );
    expect(read('[{hài lòng}]', some, 'thủ tục Khai sinh')).toBe('Thủ tục Khai sinh: chưa có số liệu');
  });

  it('tells beside a share of whom nobody said it', () => {
    const figures = (of: number) => [
      { key: 'digitised' as const, now: { count: of, of }, before: null, unknown: 1200 },
    ];
    expect(read('[{số hóa}]', { ...itOng, figures: figures(5) })).toBe('5/5 = 100 % (1.200 hồ sơ chưa ghi)');
    expect(read('Có[ số hóa {số hóa}].', { ...itOng, figures: figures(0) })).toBe('Có.');
  });

  it('keeps the first of two facts with one name', () => {
    const [one, two] = ['1', '2'].map((text) => [{ kind: 'text' as const, text }]);
    const facts = factsOf([
      { title: '', facts: { 'Lượt hỗ trợ': one ?? null } },
      { title: '', facts: { 'lượt hỗ trợ': two ?? null } },
    ]);
    expect(textOf(fillParagraph('{lượt hỗ trợ}', facts))).toBe('1');
  });

  it.each([
    [0, [], 'không có hồ sơ quá hạn'],
    [2, [{ field: 'Đất đai', count: 2 }], 'quá hạn 02 hồ sơ lĩnh vực đất đai'],
    [
      3,
      [
        { field: 'Đất đai', count: 2 },
        { field: 'Hộ tịch', count: 1 },
      ],
      'quá hạn 03 hồ sơ (đất đai 02, hộ tịch 01)',
    ],
    // Fields that do not add up are not told.
    [3, [{ field: 'Đất đai', count: 2 }], 'quá hạn 03 hồ sơ'],
    [25, [{ field: 'Đất đai', count: 25 }], 'quá hạn 25/100 = 25 %'],
  ])('%i late', (late, lateByField, words) => {
    const figures = [{ key: 'inTime' as const, now: { count: 100 - late, of: 100 }, before: null }];
    expect(read('{quá hạn}', { ...itOng, figures, lateByField })).toBe(words);
  });

  it('takes what every object has for no placeholder', () => {
    const { unknown } = fillParagraph('{constructor} {__proto__} [{toString}]', paragraphFacts(itOng));
    expect(unknown).toEqual(['constructor', '__proto__', 'toString']);
  });

  it('keeps an unknown placeholder in its braces and tells it once', () => {
    const { parts, unknown } = fillParagraph('{kỳ}: {hạnh phúc}, {hạnh phúc}', paragraphFacts(itOng));
    expect(unknown).toEqual(['hạnh phúc']);
    expect(textOf({ parts, unknown })).toBe('năm 2024: {hạnh phúc}, {hạnh phúc}');
  });

  it('knows a placeholder however its marks were typed', () => {
    expect(read('{TIẾP NHẬN}'.normalize('NFD'))).toBe('3.717');
  });

  it('ships only templates that can be filled', () => {
    expect(paragraphsSchema.parse(shippedParagraphs)).toEqual(shippedParagraphs);
    for (const { text } of shippedParagraphs)
      expect(fillParagraph(text, paragraphFacts(itOng)).unknown).toEqual([]);
  });

  it.each([
    ['2024-01-01', '2024-12-31', 'năm 2024'],
    ['2025-01-01', '2025-03-31', 'quý I/2025'],
    ['2024-10-01', '2024-12-31', 'quý IV/2024'],
    ['2024-02-01', '2024-02-29', 'tháng 2/2024'],
    ['2024-02-01', '2024-02-28', 'từ 01/02/2024 đến 28/02/2024'],
    ['2025-04-24', '2025-04-24', 'ngày 24/04/2025'],
    ['2023-01-01', '2024-06-30', 'từ 01/01/2023 đến 30/06/2024'],
    ['2023-01-01', '2024-12-31', 'từ 01/01/2023 đến 31/12/2024'],
    ['2024-02-01', '2024-04-30', 'từ 01/02/2024 đến 30/04/2024'],
  ])('%s to %s is %s', (from, to, words) => {
    expect(periodWords({ from, to })).toBe(words);
  });

  it('differs by what is shown', () => {
    expect(differenceOf({ count: 3716, of: 3717 }, { count: 3560, of: 3584 })).toBe(9997 - 9933);
    expect(differenceOf({ count: 1, of: 2 }, { count: 0, of: 0 })).toBeNull();
    expect(differenceOf({ count: 5, of: null }, { count: 7, of: null })).toBe(-2);
  });
});
