import { z } from 'zod';
import { formNames, formNumberings, formTextSchema } from '../../../shared/domain/forms.ts';
import { daySchema } from '../../../shared/domain/person.ts';
import type { FormTextsView } from '../../../shared/views.ts';
import { sampleSlip } from '../../printing/sample-slip.ts';
import { guidanceSheetOf } from '../../printing/slip-of-case.ts';
import { getProcedure } from '../../register/catalogue.ts';
import { query, requireSettings, seated } from '../door.ts';

/** Wording of the forms, and papers to look at that belong to no print list. */
export const formRoutes = {
  /** National wording and the ward's own, in force on a day; today unless another is asked for. */
  texts: query(
    seated,
    z.object({ on: daySchema.optional() }),
    ({ db, now, context }, { on }): FormTextsView => {
      const today = on ?? now.today;
      const { formTexts, formNumbering } = requireSettings(db, { today });
      return { national: context.formTexts, own: formTexts, numbering: formNumbering };
    },
  ),

  /** Path of a PDF of an invented case with a wording that is being edited. Nothing of it is stored. */
  preview: query(
    seated,
    z.object({
      form: z.enum(formNames),
      text: formTextSchema.optional(),
      numbering: z.enum(formNumberings).optional(),
      paper: z.enum(['A5', 'A4', 'roll80']).optional(),
    }),
    async ({ db, now, context }, { form, text, numbering, paper }): Promise<{ path: string }> => {
      const settings = requireSettings(db, now);
      const { formTexts, formNumbering, printing } = settings;
      const wanted = {
        ...settings,
        formNumbering: numbering ?? formNumbering,
        formTexts: text === undefined ? formTexts : { ...formTexts, [form]: text },
        printing: paper === undefined ? printing : printingOn(printing, form, paper),
      };
      return { path: await context.previews.make(sampleSlip(form, wanted, context)) };
    },
  ),

  /** Path of a procedure's guidance sheet, for somebody who has filed nothing yet. */
  guidance: query(
    seated,
    z.object({ procedureCode: z.string().min(1).max(40) }),
    async ({ db, now, context }, { procedureCode }): Promise<{ path: string }> => {
      const { procedure } = getProcedure(db, procedureCode, now.today);
      const settings = requireSettings(db, now);
      const { formTexts, questionSets } = context;
      const occasion = { settings, formTexts, questionSets, reprint: 0, now: now.officeTime, signer: null };
      return { path: await context.previews.make(guidanceSheetOf(procedure, occasion)) };
    },
  ),
};

type Printing = ReturnType<typeof requireSettings>['printing'];

function printingOn(
  printing: Printing,
  form: (typeof formNames)[number],
  paper: 'A5' | 'A4' | 'roll80',
): Printing {
  if (paper !== 'roll80' && form === 'acknowledgement') return { ...printing, acknowledgementPaper: paper };
  if (paper !== 'roll80' && form === 'controlSlip') return { ...printing, controlSlipPaper: paper };
  return { ...printing, otherPapers: { ...printing.otherPapers, [form]: paper } };
}
