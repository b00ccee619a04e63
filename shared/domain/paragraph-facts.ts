import { type CaseIndicatorKey, caseIndicators } from './case-indicators.ts';
import type { FactGroup, Opening, ParagraphPart, Silence } from './paragraph.ts';
import { formatInteger, formatPercent, formatRatio, percentHundredths } from './ratio.ts';
import type { Period } from './statistics.ts';

/** The figures of a period as the words of the paragraph. */

interface Counted {
  readonly count: number;
  readonly of: number | null;
}

export interface FactsInput {
  readonly period: Period;
  readonly today: string;
  /** "Bộ phận Một cửa thị trấn Ít Ong". */
  readonly unit: string;
  readonly figures: readonly {
    key: CaseIndicatorKey;
    now: Counted;
    before: Counted | null;
    /** Cases of which nobody said it: told beside the share they are left out of. */
    unknown?: number;
  }[];
  /** Cases ended late, by field, the most first. */
  readonly lateByField: readonly { field: string; count: number }[];
  /** Null where nobody may know: too few answers. */
  readonly satisfaction: { readonly count: number; readonly of: number } | Silence | null;
  /** Codes that were used of those that went out. */
  readonly response: { readonly count: number; readonly of: number } | Silence | null;
  readonly cashless: { readonly count: number; readonly of: number } | Silence | null;
}

/** Every placeholder of the cases that a template may use. */
export function caseFactGroups(input: FactsInput): FactGroup[] {
  const { period, today, unit, satisfaction, response, cashless } = input;
  const share = (key: CaseIndicatorKey) => {
    const { now, unknown = 0 } = figureOf(input, key) ?? {};
    const told = shareOf(now, openingOf(key));
    if (unknown === 0 || !Array.isArray(told)) return told;
    return [...told, ...words(` (${formatInteger(unknown)} hồ sơ chưa ghi)`)];
  };
  return [
    {
      title: 'Kỳ và đơn vị',
      facts: { Kỳ: words(`${periodWords(period)}${runningWords(period, today)}`), 'đơn vị': words(unit) },
    },
    {
      title: 'Hồ sơ',
      facts: {
        'tiếp nhận': share('received'),
        'giải quyết': share('settled'),
        'trước và đúng hạn': share('inTime'),
        'quá hạn': lateWords(input),
        'đang giải quyết': share('open'),
        'đang quá hạn': share('openLate'),
        'trực tuyến': share('online'),
        'toàn trình': share('fullOnline'),
        'xong trong ngày': share('sameDay'),
        'số hóa': share('digitised'),
        'kết quả điện tử': share('digitalResult'),
        'so với kỳ trước': beforeWords(input),
      },
    },
    {
      title: 'Đánh giá, thu phí',
      facts: {
        'hài lòng': shareOf(satisfaction, { kind: 'ratings' }, ' phiếu'),
        'tỷ lệ trả lời': shareOf(response, { kind: 'ratings' }),
        'không tiền mặt': shareOf(cashless, { kind: 'money' }),
      },
    },
  ];
}

const figureOf = ({ figures }: FactsInput, wanted: CaseIndicatorKey) =>
  figures.find(({ key }) => key === wanted);

const openingOf = (key: CaseIndicatorKey, isBefore = false): Opening => ({
  kind: 'cases',
  set: caseIndicators[key].count,
  ...(isBefore && { isBefore }),
});

const words = (text: string): ParagraphPart[] => [{ kind: 'text', text }];

/** "3.716/3.717 = 99,97 %", "3.717"; nothing of nothing. @param unit stands before the percentage: "1.196/1.208 phiếu = 99 %". */
function shareOf(
  counted: Counted | Silence | null | undefined,
  opens: Opening,
  unit = '',
): ParagraphPart[] | Silence | null {
  if (typeof counted === 'string') return counted;
  if (!counted || counted.of === 0) return null;
  const { count, of } = counted;
  const text = of === null ? formatInteger(count) : formatRatio(count, of);
  return [{ kind: 'number', text: text.replace(' =', `${unit} =`), opens }];
}

/** So few that each is told: below it the number is said with its fields. */
const few = 10;

/** "quá hạn 01 hồ sơ lĩnh vực đất đai"; many: "quá hạn 25/3.717 = 0,67 %". */
function lateWords(input: FactsInput): ParagraphPart[] | null {
  const inTime = figureOf(input, 'inTime')?.now;
  if (!inTime?.of) return null;
  const late = inTime.of - inTime.count;
  const number = (text: string, field?: string): ParagraphPart => ({
    kind: 'number',
    text,
    opens: { kind: 'cases', set: 'settledLate', ...(field !== undefined && { field }) },
  });
  if (late === 0) return words('không có hồ sơ quá hạn');
  if (late >= few) return [...words('quá hạn '), number(formatRatio(late, inTime.of))];
  const fields = input.lateByField.filter(({ count }) => count > 0);
  const [first, second] = fields;
  if (first === undefined || fields.reduce((sum, { count }) => sum + count, 0) !== late)
    return [...words('quá hạn '), number(twoDigits(late)), ...words(' hồ sơ')];
  if (second === undefined)
    return [
      ...words('quá hạn '),
      number(twoDigits(late), first.field),
      ...words(` hồ sơ lĩnh vực ${lowerFirst(first.field)}`),
    ];
  return [
    ...words('quá hạn '),
    number(twoDigits(late)),
    ...words(' hồ sơ ('),
    ...fields.flatMap(({ field, count }, index) => [
      ...words(`${index === 0 ? '' : ', '}${lowerFirst(field)} `),
      number(twoDigits(count), field),
    ]),
    ...words(')'),
  ];
}

/** "tiếp nhận tăng 120 hồ sơ (từ 3.597), trước và đúng hạn tăng 0,65 điểm (từ 3.560/3.584 = 99,33 %)". */
function beforeWords(input: FactsInput): ParagraphPart[] | null {
  const told = (['received', 'inTime', 'online'] as const).flatMap((key) => {
    const figure = figureOf(input, key);
    const change = figure && changeOf(figure.now, figure.before);
    if (!figure?.before || !change) return [];
    const { count, of } = figure.before;
    return [
      [
        ...words(`${spoken[key]} ${change} (từ `),
        {
          kind: 'number' as const,
          text: of === null ? formatInteger(count) : formatRatio(count, of),
          opens: openingOf(key, true),
        },
        ...words(')'),
      ],
    ];
  });
  if (told.length === 0) return null;
  return told.flatMap((parts, index) => (index === 0 ? parts : [...words(', '), ...parts]));
}

const spoken = { received: 'tiếp nhận', inTime: 'trước và đúng hạn', online: 'trực tuyến' };

/** "tăng 120 hồ sơ", "giảm 0,65 điểm", "không đổi"; null where either has no share. */
function changeOf(now: Counted, before: Counted | null): string | null {
  if (before === null) return null;
  const difference = differenceOf(now, before);
  if (difference === null) return null;
  if (difference === 0) return 'không đổi';
  const direction = difference > 0 ? 'tăng' : 'giảm';
  const size = Math.abs(difference);
  return now.of === null
    ? `${direction} ${formatInteger(size)} hồ sơ`
    : `${direction} ${formatPercent(BigInt(size)).replace(' %', '')} điểm`;
}

/** Of counts their difference; of shares that of what is shown, in hundredths of a point: whoever subtracts finds the same. */
export function differenceOf(now: Counted, before: Counted): number | null {
  if (now.of === null || before.of === null) return now.count - before.count;
  const [later, earlier] = [percentHundredths(now.count, now.of), percentHundredths(before.count, before.of)];
  return later === null || earlier === null ? null : Number(later - earlier);
}

/** "năm 2024", "quý I/2025", "tháng 4/2025", "ngày 24/04/2025", "từ 01/01/2023 đến 30/06/2024". */
export function periodWords({ from, to }: Period): string {
  if (from === to) return `ngày ${dayWords(from)}`;
  const year = from.slice(0, 4);
  const firstMonth = Number(from.slice(5, 7));
  const lastMonth = Number(to.slice(5, 7));
  const isWhole = from.endsWith('-01') && to === lastOfMonth(to) && to.startsWith(year);
  if (isWhole && firstMonth === 1 && lastMonth === 12) return `năm ${year}`;
  if (isWhole && firstMonth === lastMonth) return `tháng ${firstMonth}/${year}`;
  const quarter = (firstMonth - 1) / 3;
  if (isWhole && Number.isInteger(quarter) && lastMonth === firstMonth + 2)
    return `quý ${['I', 'II', 'III', 'IV'][quarter]}/${year}`;
  return `từ ${dayWords(from)} đến ${dayWords(to)}`;
}

/** The same after a verb: "trong năm 2024", "từ 01/01/2023 đến 30/06/2024". */
export const inPeriodWords = (period: Period): string => periodWords(period).replace(/^(?!từ )/, 'trong ');

/** " (đến 24/04/2025)" while the period runs. */
const runningWords = ({ from, to }: Period, today: string): string =>
  from <= today && today < to ? ` (đến ${dayWords(today)})` : '';

const dayWords = (day: string): string => day.split('-').toReversed().join('/');

function lastOfMonth(day: string): string {
  const last = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
  return `${day.slice(0, 8)}${String(last).padStart(2, '0')}`;
}

const twoDigits = (count: number): string => String(count).padStart(2, '0');
const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
