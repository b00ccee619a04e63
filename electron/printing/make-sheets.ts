import { batchForms, type FormName, type SlipForm } from '../../shared/domain/forms.ts';
import type { PrintJobRow } from '../../shared/views.ts';
import { getCase } from '../register/cases.ts';
import { storeFile } from '../register/files.ts';
import type { PrintDeskOptions } from './print-desk.ts';
import type { SlipCopy } from './slip-data.ts';
import { slipOfCase } from './slip-of-case.ts';

/** The PDF of a job's sheets, stored; undefined, with the reason in the log, when it cannot be made. */
export async function makeSheets(
  options: PrintDeskOptions,
  job: PrintJobRow,
): Promise<{ fileName: string; pdf: Uint8Array } | undefined> {
  try {
    const pdf = await render(options, job);
    return { pdf, fileName: storeFile(options.register.folder, pdf) };
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    options.log(`slip of job ${job.id}: ${words}`);
    return undefined;
  }
}

function render(options: PrintDeskOptions, job: PrintJobRow): Promise<Uint8Array> {
  const { register, renderer, settingsOn, formTexts, now } = options;
  const { caseId, form, reprint, copiesOut } = job;
  if (caseId === null || !isSlipForm(form)) throw new Error(`${form} has no layout`);
  const state = getCase(register.read, caseId);
  // A slip says what was in force when it was received; only the paper it lies on is today's.
  const settings = {
    ...settingsOn(state.receivedAt.slice(0, 10)),
    printing: settingsOn(now().today).printing,
  };
  const data = slipOfCase(form, state, settings, formTexts, reprint);
  return renderer.render(form, { ...data, copies: missing(data.copies, copiesOut) });
}

/** The copies that nobody saw on paper yet. Throws when there is none, which no job on the list may be. */
function missing(copies: readonly SlipCopy[], out: readonly number[]): [SlipCopy, ...SlipCopy[]] {
  const [first, ...rest] = copies.filter(({ number }) => !out.includes(number));
  if (first === undefined) throw new Error('every copy is out already');
  return [first, ...rest];
}

function isSlipForm(form: FormName): form is SlipForm {
  return !(batchForms as readonly FormName[]).includes(form);
}
