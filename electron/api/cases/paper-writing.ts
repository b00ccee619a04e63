import type { FormName } from '../../../shared/domain/forms.ts';
import { sheetsOf } from '../../printing/copies.ts';
import { addPrintJob, type PrintOwner } from '../../register/print-jobs.ts';
import { type CommandScope, requireSettings } from '../door.ts';

/** Puts one paper on the print list of this transaction; it prints once the transaction is on disk. Answers the job's id. */
export function printPaper(scope: CommandScope, owner: PrintOwner, form: FormName): number {
  const { printing } = requireSettings(scope.tx, scope.now);
  const id = addPrintJob(scope.tx, { ...owner, at: scope.now.officeTime, ...sheetsOf(form, printing) });
  scope.after(() => scope.context.printDesk.enqueue([id]));
  return id;
}
