import { type RatingStage, ratingStages } from '../../../shared/domain/rating.ts';
import { parseRatingCode } from '../../../shared/domain/rating-code.ts';
import { parseTypedDay } from '../../../shared/format.ts';
import type { RatingSetup } from '../../../shared/views-rating.ts';

/** A paper answer as typed. */
export interface PaperValues {
  code: string;
  procedureCode: string;
  /** When it was handed out; empty while nobody said. */
  stage: RatingStage | '';
  day: string;
  mark: string;
  marks: Record<string, string>;
  reasons: string[];
  comment: string;
}

export type PaperFaults = Partial<
  Record<'code' | 'procedureCode' | 'stage' | 'day' | 'mark' | `marks.${string}`, string>
>;

/** The mark of a typed digit; undefined when it is none of the scale. */
export function markOf(typed: string, scale: 3 | 5): number | undefined {
  const mark = Number(typed);
  return /^\d$/.test(typed.trim()) && mark >= 1 && mark <= scale ? mark : undefined;
}

/** What the door takes, or what is wrong with it. */
export function readPaper(values: PaperValues, { settings, asked }: RatingSetup, today: string) {
  const { scale } = settings;
  const faults: PaperFaults = {};
  const code = values.code.trim() === '' ? null : parseRatingCode(values.code);
  const answeredOn = parseTypedDay(values.day);
  const mark = markOf(values.mark, scale);
  const marks: Record<string, number> = {};
  if (code === undefined) faults.code = 'Mã gồm 9 số; để trống nếu phiếu không có mã.';
  if (code === null && values.procedureCode === '')
    faults.procedureCode = 'Chọn thủ tục, hoặc ghi mã trên phiếu.';
  const stage = ratingStages.find((one) => one === values.stage);
  if (code === null && stage === undefined) faults.stage = 'Chọn thời điểm phát phiếu.';
  if (answeredOn === undefined || answeredOn > today) faults.day = 'Ngày trên phiếu, không muộn hơn hôm nay.';
  if (mark === undefined) faults.mark = `Gõ số từ 1 đến ${scale}.`;
  for (const { code: question } of asked.questions) {
    const typed = values.marks[question] ?? '';
    const given = markOf(typed, scale);
    if (given !== undefined) marks[question] = given;
    else if (typed.trim() !== '') faults[`marks.${question}`] = `Gõ số từ 1 đến ${scale}, hoặc để trống.`;
  }
  if (Object.keys(faults).length > 0 || code === undefined || answeredOn === undefined || mark === undefined)
    return { faults };
  const about =
    code !== null
      ? ({ kind: 'code', code } as const)
      : stage && ({ kind: 'procedure', procedureCode: values.procedureCode, stage } as const);
  if (about === undefined) return { faults };
  return {
    faults,
    input: { about, answeredOn, mark, marks, reasons: values.reasons, comment: values.comment },
  };
}
