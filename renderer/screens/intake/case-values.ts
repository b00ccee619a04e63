import type { CaseState } from '../../../shared/domain/case-flow.ts';
import { variantOf } from '../../../shared/domain/correction.ts';
import type { Paper } from '../../../shared/domain/intake.ts';
import type { Procedure } from '../../../shared/domain/procedure.ts';
import { feeValuesOf } from './fee-values.ts';
import { emptyIntake, type IntakeValues, type PaperValues } from './intake-values.ts';
import { papersOf } from './papers.ts';
import { applicantValues, spacedPhone } from './person.ts';

/**
 * A case as the intake form holds it, with a key of its own: to be put right, or copied. Papers of the procedure that did
 * not come stand unticked; `procedure` is undefined where the catalogue has none of that code.
 */
export function valuesOfCase(state: CaseState, procedure: Procedure | undefined): IntakeValues {
  const { applicant, submitter, fee } = state;
  return {
    ...emptyIntake([]),
    onBehalf: submitter !== null,
    applicant: applicantValues(applicant),
    submitter: {
      name: submitter?.name ?? '',
      idNumber: submitter?.idNumber ?? '',
      phone: submitter?.phone ? spacedPhone(submitter.phone) : '',
      relation: submitter?.relation ?? '',
    },
    procedureCode: state.procedure.code,
    variant: variantOf(state.appointment),
    papers: paperValues(state.papers, procedure),
    summary: state.summary,
    sets: String(state.sets),
    channel: state.channel,
    returnChannel: state.returnChannel,
    point: state.point ?? '',
    digitised: state.digitised,
    fee: feeValuesOf(fee),
  };
}

/** The checklist with what came: counts of the case, and papers beyond the list after it. */
function paperValues(papers: readonly Paper[], procedure: Procedure | undefined): PaperValues[] {
  const listed = procedure ? papersOf(procedure) : [];
  const cameByName = new Map(papers.map((paper) => [paper.name, paper]));
  const known = listed.map((paper) => {
    const came = cameByName.get(paper.name);
    return came ? { ...paper, ...countsOf(came), ticked: true } : { ...paper, ticked: false };
  });
  const names = new Set(listed.map(({ name }) => name));
  const beyond = papers
    .filter(({ name }) => !names.has(name))
    .map((paper) => ({
      id: crypto.randomUUID(),
      name: paper.name,
      required: false,
      ticked: true,
      ...countsOf(paper),
    }));
  return [...known, ...beyond];
}

function countsOf(paper: Paper) {
  const { shown, originals, certifiedCopies, photocopies, pages, electronic } = paper;
  return {
    shown,
    originals,
    copies: certifiedCopies > 0 ? certifiedCopies : photocopies,
    copyKind: certifiedCopies > 0 ? ('certified' as const) : ('photo' as const),
    pages,
    electronic,
  };
}
