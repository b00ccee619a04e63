import {
  type BatchForm,
  batchForms,
  type FormName,
  type SlipForm,
  slipForms,
} from '../../shared/domain/forms.ts';
import type { PrintJobRow } from '../../shared/views.ts';
import { isDiskFull } from '../disk-full.ts';
import { getBatch } from '../register/cases/batches.ts';
import { storeFile } from '../register/files.ts';
import { findSigner } from '../register/signing-keys.ts';
import { acknowledgementOfBatch, listOfBatch } from './list-of-batch.ts';
import { paperOfSubject } from './paper-of-subject.ts';
import type { PrintDeskOptions } from './print-desk.ts';
import type { SlipCopy, SlipData } from './slip-data.ts';
import { slipOfCase } from './slip-of-case.ts';
import { readBatchSource, readSlipSource } from './slip-source.ts';

/** The PDF of a job's sheets, stored; or, with the words of it in the log, why there is none. */
export async function makeSheets(
  options: PrintDeskOptions,
  job: PrintJobRow,
): Promise<{ fileName: string; pdf: Uint8Array } | { fault: 'rendering' | 'diskFull' }> {
  try {
    const pdf = await render(options, job);
    return { pdf, fileName: storeFile(options.register.folder, pdf) };
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    options.log(`slip of job ${job.id}: ${words}`);
    return { fault: isDiskFull(error) ? 'diskFull' : 'rendering' };
  }
}

function render(options: PrintDeskOptions, job: PrintJobRow): Promise<Uint8Array> {
  const data = wordsOf(options, job);
  return options.renderer.render({ ...data, copies: missing(data.copies, job.copiesOut) });
}

function wordsOf(
  { register, settingsOn, formTexts, questionSets, now }: PrintDeskOptions,
  job: PrintJobRow,
): SlipData {
  const { caseId, batchId, form, reprint } = job;
  const { officeTime, today } = now();
  // A paper says what was in force when it came about; only the sheet it lies on and where to pay are today's.
  const { printing, bank } = settingsOn(today);
  const db = register.read;
  const occasionOf = (at: string) => {
    const settings = { ...settingsOn(at.slice(0, 10)), printing, bank };
    const signer = findSigner(db, settings.office.agencyCode) ?? null;
    return { settings, formTexts, questionSets, reprint, now: officeTime, signer };
  };
  if (isBatchForm(form)) {
    const source = readBatchSource(db, batchId ?? 0);
    return listOfBatch(form, source, occasionOf(source.batch.at));
  }
  if (!isSlipForm(form)) return paperOfSubject(db, job, occasionOf);
  if (caseId !== null) {
    const source = readSlipSource(db, caseId);
    return slipOfCase(form, source, occasionOf(source.state.receivedAt));
  }
  const { caseIds, at } = getBatch(db, batchId ?? 0);
  const [first] = caseIds;
  if (form !== 'acknowledgement' || first === undefined) throw new Error(`${form} is about one case`);
  return acknowledgementOfBatch(readSlipSource(db, first), caseIds.length, occasionOf(at));
}

/** The copies that nobody saw on paper yet. Throws when there is none, which no job on the list may be. */
function missing(copies: readonly SlipCopy[], out: readonly number[]): [SlipCopy, ...SlipCopy[]] {
  const [first, ...rest] = copies.filter(({ number }) => !out.includes(number));
  if (first === undefined) throw new Error('every copy is out already');
  return [first, ...rest];
}

function isSlipForm(form: FormName): form is SlipForm {
  return (slipForms as readonly FormName[]).includes(form);
}

function isBatchForm(form: FormName): form is BatchForm {
  return (batchForms as readonly FormName[]).includes(form);
}
