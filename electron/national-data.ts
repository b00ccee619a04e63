import type { Procedure } from '../shared/domain/procedure.ts';
import { nowAt } from './now.ts';
import { saveCalendarYears } from './register/calendar.ts';
import {
  countProcedures,
  knowsFeeRules,
  listFutureVersions,
  listProcedureVersions,
  saveProcedure,
} from './register/catalogue.ts';
import type { Writer } from './register/connection.ts';
import { appendEntry } from './register/journal.ts';
import type { Register } from './register/register.ts';
import type { Resources } from './resources.ts';

/** The national defaults: whole on the first start, and later what a new version of the program brings. */
export function seedNationalData(
  { read: db, transact }: Register,
  resources: Resources,
  clock: () => number,
): void {
  const isNew = countProcedures(db) === 0;
  if (!isNew && knowsFeeRules(db)) return;
  const procedures = resources.procedures();
  transact((tx) => {
    if (!isNew) return giveFeeRules(tx, procedures, clock());
    for (const procedure of procedures) saveProcedure(tx, procedure, '2000-01-01');
    saveCalendarYears(tx, resources.nationalYears);
  });
}

/**
 * A register from before fees had rules gets them from today on, once: where the ward left the national amount and note as they
 * were. What it decided itself stays, and so does every version before, under which cases were received.
 */
function giveFeeRules(tx: Writer, procedures: readonly Procedure[], at: number): void {
  const { today, instant, office } = nowAt(at);
  // A dead clock battery begins at 1970 or 2000: a version from then would never be in force.
  if (office.year < 2024) return;
  const national = new Map(procedures.map((procedure) => [procedure.code, procedure.fee]));
  for (const { procedure: current } of listProcedureVersions(tx, today)) {
    const fee = national.get(current.code);
    if (fee?.rule === undefined) continue;
    const versions = [
      { procedure: current, effectiveFrom: today },
      ...listFutureVersions(tx, current.code, today),
    ];
    for (const { procedure, effectiveFrom: since } of versions) {
      if (procedure.fee.amountVnd !== fee.amountVnd || procedure.fee.note !== fee.note) continue;
      const version = saveProcedure(tx, { ...procedure, fee }, since);
      appendEntry(tx, {
        at: instant,
        personId: null,
        device: '',
        kind: 'procedure.changed',
        subject: `procedure:${procedure.code}`,
        data: {
          version,
          effectiveFrom: since,
          timeLimit: procedure.timeLimit,
          feeVnd: fee.amountVnd,
          feeRule: fee.rule,
        },
      });
    }
  }
}
