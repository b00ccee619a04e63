import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type BankChoice, bankListSchema } from '../shared/domain/bank-list.ts';
import { type CalendarYear, calendarYearSchema } from '../shared/domain/calendar.ts';
import { allFormTextsSchema, type FormTexts } from '../shared/domain/forms.ts';
import { type Procedure, procedureSchema } from '../shared/domain/procedure.ts';
import { type QuestionSet, questionSetSchema } from '../shared/domain/rating-settings.ts';

/** The data that come with the program, the same in every office. */
export interface Resources {
  /** Read when they are asked for: only a register that lacks them needs them. */
  procedures(): Procedure[];
  nationalYears: CalendarYear[];
  formTexts: FormTexts;
  questionSets: QuestionSet[];
  banks: readonly BankChoice[];
}

const holidayFileSchema = z.object({ years: z.array(calendarYearSchema) });

export function readResources(folder: string): Resources {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return {
    procedures: () => z.array(procedureSchema).parse(read('procedures.json')),
    nationalYears: holidayFileSchema.parse(read('holidays.json')).years,
    formTexts: allFormTextsSchema.parse(read('form-texts.json')),
    questionSets: z.array(questionSetSchema).parse(read('question-sets.json')),
    banks: bankListSchema.parse(read('banks.json')).banks,
  };
}
