import { z } from 'zod';
import { nameIdSchema } from './digital.ts';
import { daySchema, requiredText, textField } from './person.ts';
import { fold } from './text.ts';

/**
 * What makes a citizen a digital one, what people are helped with, and the office's own denominators: data of the ward
 * [practice, Đắk Lắk 2023], none of it in the code.
 */

/** Rows that others name by their id: no id stands twice, and of those still offered no name. */
const namedRows = <Row extends z.ZodType<{ id: string; label?: string; isEnded?: boolean | undefined }>>(
  row: Row,
) =>
  z.array(row).superRefine((rows, { addIssue }) => {
    const known = new Set<string | undefined>();
    for (const [index, { id, label, isEnded }] of rows.entries()) {
      if (known.has(`id:${id}`)) addIssue({ code: 'custom', message: 'twice', path: [index, 'id'] });
      const name = label === undefined || isEnded ? undefined : `label:${label}`;
      if (name && known.has(name)) addIssue({ code: 'custom', message: 'twice', path: [index, 'label'] });
      known.add(`id:${id}`).add(name);
    }
  });

/** Offered no more. What names the row keeps its label, so a row that was saved never goes. */
const isEnded = z.boolean().optional();

export const stillOffered = <Row extends { isEnded?: boolean | undefined }>(rows: readonly Row[]): Row[] =>
  rows.filter((row) => !row.isEnded);

/** Also the key of its figure: all required criteria. */
export const completeMeasure = 'complete';

const criterionSchema = z.object({
  id: nameIdSchema.refine((id) => id !== completeMeasure, { error: 'choice' }),
  label: requiredText(80),
  /** Counts for being a digital citizen. */
  required: z.boolean(),
  /** Named population whose denominators it is measured by, where it has none of its own. */
  population: nameIdSchema.optional(),
  isEnded,
});
export type DigitalCriterion = z.infer<typeof criterionSchema>;

const topicSchema = z.object({
  id: nameIdSchema,
  label: requiredText(80),
  /** What reaching it would mark. */
  criterion: nameIdSchema.optional(),
  /** In the sentence of a day's report, after a count of lượt: "làm thủ tục"; without it the label. */
  phrase: textField(80).optional(),
  isEnded,
});

const placeSchema = z.object({ id: nameIdSchema, label: requiredText(60), isEnded });

/** The office's own number of people on a day, until one of a later day. */
const denominatorSchema = z.object({
  id: z.uuid(),
  /** A criterion, `complete`, or the name of a population. */
  of: nameIdSchema,
  /** '' is the whole ward. */
  area: textField(80).default(''),
  on: daySchema,
  value: z.int().min(1).max(10_000_000),
  source: requiredText(200),
});
export type Denominator = z.infer<typeof denominatorSchema>;

/** A step narrows the one before: who has its criteria too. */
const stepSchema = z.object({
  id: nameIdSchema,
  label: requiredText(80),
  criteria: z.array(nameIdSchema).min(1).max(12),
});

export const digitalSettingsSchema = z.object({
  criteria: namedRows(criterionSchema)
    .max(20)
    .default([
      { id: 'vneid', label: 'VNeID mức 2', required: true, population: 'over14' },
      { id: 'dvcqg', label: 'Tài khoản Cổng DVCQG', required: true, population: 'over14' },
      { id: 'healthBook', label: 'Sổ sức khỏe điện tử', required: true, population: 'over14' },
      { id: 'bank', label: 'Tài khoản ngân hàng', required: true, population: 'over15' },
      { id: 'payment', label: 'Thanh toán điện tử', required: true, population: 'over15' },
      { id: 'signature', label: 'Chữ ký số', required: false },
      { id: 'sim', label: 'SIM chuẩn hóa', required: false },
      { id: 'vssid', label: 'VssID', required: false },
    ]),
  topics: namedRows(topicSchema)
    .max(40)
    .default([
      { id: 'vneid', label: 'VNeID', criterion: 'vneid', phrase: 'cài và dùng VNeID' },
      { id: 'dvcqg', label: 'Tài khoản DVCQG', criterion: 'dvcqg', phrase: 'lập tài khoản DVCQG' },
      { id: 'healthBook', label: 'Sổ sức khỏe', criterion: 'healthBook', phrase: 'lập sổ sức khỏe điện tử' },
      { id: 'bank', label: 'Ngân hàng', criterion: 'bank', phrase: 'mở tài khoản ngân hàng' },
      { id: 'payment', label: 'Thanh toán', criterion: 'payment', phrase: 'cài ứng dụng thanh toán' },
      { id: 'procedure', label: 'Làm thủ tục', phrase: 'làm thủ tục hành chính' },
      { id: 'filing', label: 'Nộp hồ sơ tại nhà', phrase: 'học nộp hồ sơ tại nhà' },
      { id: 'tracking', label: 'Theo dõi hồ sơ', phrase: 'tra cứu, đánh giá hồ sơ' },
      { id: 'signature', label: 'Chữ ký số', criterion: 'signature', phrase: 'đăng ký chữ ký số' },
      { id: 'sim', label: 'SIM chuẩn hóa', criterion: 'sim', phrase: 'chuẩn hóa SIM' },
      { id: 'vssid', label: 'VssID', criterion: 'vssid', phrase: 'cài VssID' },
    ]),
  places: namedRows(placeSchema)
    .max(20)
    .default([
      { id: 'counter', label: 'Tại quầy' },
      { id: 'home', label: 'Tại nhà' },
      { id: 'class', label: 'Lớp tập huấn' },
      { id: 'religious', label: 'Điểm tôn giáo' },
      { id: 'market', label: 'Chợ' },
      { id: 'campaign', label: 'Đợt cao điểm' },
    ]),
  /** Populations by name, for criteria and denominators. */
  populations: namedRows(z.object({ id: nameIdSchema, label: requiredText(80) }))
    .max(20)
    .default([
      { id: 'over14', label: 'Dân số từ 14 tuổi' },
      { id: 'over15', label: 'Dân số từ 15 tuổi' },
    ]),
  /** Neighbourhoods: tổ dân phố, tiểu khu, bản. */
  areas: z.array(requiredText(80)).max(200).default([]),
  denominators: namedRows(denominatorSchema).max(1000).default([]),
  funnel: namedRows(stepSchema)
    .max(8)
    .default([
      { id: 'sim', label: 'SIM chuẩn hóa và VNeID mức 2', criteria: ['sim', 'vneid'] },
      { id: 'account', label: 'thêm tài khoản DVCQG', criteria: ['dvcqg'] },
      { id: 'bank', label: 'thêm tài khoản ngân hàng', criteria: ['bank'] },
      { id: 'payment', label: 'thêm thanh toán điện tử', criteria: ['payment'] },
    ]),
  /** Named population that the first step of the funnel is measured by. */
  funnelPopulation: nameIdSchema.default('over14'),
  /** Minutes of a help that nobody timed. */
  usualMinutes: z.int().min(1).max(480).default(10),
});
export type DigitalSettings = z.infer<typeof digitalSettingsSchema>;

/** Some criteria that are reached together, on the day of the last of them. */
export interface Measure {
  /** Of a criterion its id, `complete`, `step:<id>` of the funnel. */
  id: string;
  label: string;
  criteria: readonly string[];
}

/** What makes a digital citizen. */
export const requiredCriteria = (criteria: readonly DigitalCriterion[]): DigitalCriterion[] =>
  stillOffered(criteria).filter(({ required }) => required);

/** As somebody wants them now; what people, lượt and denominators may name by its id is ended, never lost. */
export function withoutLoss(before: DigitalSettings, wanted: DigitalSettings): DigitalSettings {
  const lostOf = <Row extends { id: string }>(was: readonly Row[], now: readonly Row[]) =>
    was.filter(({ id }) => now.every((row) => row.id !== id));
  const ended = <Row extends { id: string }>(was: readonly Row[], now: readonly Row[]) => [
    ...now,
    ...lostOf(was, now).map((row) => ({ ...row, isEnded: true })),
  ];
  return {
    ...wanted,
    criteria: ended(before.criteria, wanted.criteria),
    topics: ended(before.topics, wanted.topics),
    places: ended(before.places, wanted.places),
    populations: [...wanted.populations, ...lostOf(before.populations, wanted.populations)],
  };
}

/** All that is counted of people: being complete, each criterion, each step of the funnel with those before it. */
export function measuresOf({ criteria, funnel }: DigitalSettings): Measure[] {
  const required = requiredCriteria(criteria);
  return [
    {
      id: completeMeasure,
      label: `Công dân số, đủ ${required.length} tiêu chí`,
      criteria: required.map(({ id }) => id),
    },
    ...criteria.map(({ id, label }) => ({ id, label, criteria: [id] })),
    ...funnel.map(({ id, label }, index) => ({
      id: `step:${id}`,
      label,
      criteria: [...new Set(funnel.slice(0, index + 1).flatMap((step) => step.criteria))],
    })),
  ];
}

/** The day on which all of a measure was reached; null while one is missing, or when it asks nothing. */
export function reachedOn({ criteria }: Measure, marks: ReadonlyMap<string, string>): string | null {
  const days = criteria.map((id) => marks.get(id));
  return (
    days.reduce<string | null | undefined>((last, on, index) => {
      if (on === undefined || last === null) return null;
      return index === 0 || last === undefined || on > last ? on : last;
    }, undefined) ?? null
  );
}

/**
 * The denominator in force on a day: of the measure itself, else of the population it is measured by. Undefined where the
 * office has given none for this area.
 */
export function denominatorOn(
  { criteria, denominators }: Pick<DigitalSettings, 'criteria' | 'denominators'>,
  measure: string,
  area: string,
  day: string,
): Denominator | undefined {
  const newest = (of: string | undefined) =>
    denominators
      .filter((one) => one.of === of && one.area === area && one.on <= day)
      .reduce<Denominator | undefined>(
        (last, one) => (last === undefined || one.on >= last.on ? one : last),
        undefined,
      );
  return newest(measure) ?? newest(criteria.find(({ id }) => id === measure)?.population);
}

/** The one area that an address names in whole words; '' when it names none, or several. */
export function areaNamedIn(address: string, areas: readonly string[]): string {
  const wordsOf = (text: string) =>
    ` ${fold(text)
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  const where = wordsOf(address);
  const named = areas.filter((area) => where.includes(wordsOf(area)));
  return named.length === 1 ? (named[0] ?? '') : '';
}

/** What somebody typed for an area, as the office calls it where it names one of the office's own. */
export const areaAsCalled = (typed: string, areas: readonly string[]): string =>
  areaNamedIn(typed, areas) || typed;
