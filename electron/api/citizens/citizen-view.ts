import type { CaseFee, CaseState } from '../../../shared/domain/case-state.ts';
import type { Bank } from '../../../shared/domain/fee-rule.ts';
import { citizenLines } from '../../../shared/domain/fee-words.ts';
import type { Mirror } from '../../../shared/domain/second-screen.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { tidy } from '../../../shared/domain/text.ts';
import { purposeOfForm, vietQrPayload } from '../../../shared/domain/vietqr.ts';
import type { CitizenFee, CitizenView, TransferView } from '../../../shared/views-display.ts';
import { drawQr } from '../../qr-drawing.ts';
import { getProcedure } from '../../register/catalogue.ts';
import { type CommandScope, type QueryScope, requireSettings } from '../door.ts';
import { appointmentFor } from '../reception/reception-facts.ts';

/** A dossier as its citizen may see it on the second screen: no number, no telephone, no address. */

/** The form that is being filled in, its appointment as it would be now. Throws unknownProcedure, unknownVariant. */
export function mirroredForm(
  { db, now, door: { device: desk } }: Pick<QueryScope, 'db' | 'now' | 'door'>,
  settings: Settings,
  mirror: Mirror,
): CitizenView {
  const { procedureCode, variant, channel, missing, originals, copies, promisedAt } = mirror;
  const found = procedureCode === '' ? undefined : getProcedure(db, procedureCode, now.today);
  return {
    name: nameOnly(mirror.name),
    procedureName: found ? readableName(found.procedure) : '',
    missing: missing.map((paper) => knownPaper(paper, found?.procedure.components ?? [])),
    originals,
    copies,
    receivedAt: now.officeTime,
    appointment: found ? appointmentFor(db, now, settings, { ...found, variant, channel, desk }) : null,
    promisedAt,
    fee: feeView(mirror.fee, settings.bank, purposeOfForm(mirror.formKey)),
  };
}

/** Once its case is on disk, the form that the screen mirrors becomes the thanks. */
export function thankOnScreen(scope: CommandScope, formKey: string, state: CaseState): void {
  const { tx, now, context, door } = scope;
  const settings = requireSettings(tx, now);
  const thanks = {
    citizen: receivedCase(state, settings.bank, purposeOfForm(formKey)),
    caseCode: state.caseCode,
    lastsSeconds: settings.secondScreen.thanksSeconds,
  };
  scope.after(() => context.displays.at(door.device).thank(formKey, thanks));
}

/** A received case; with another fee in its state, that is what is to be paid. */
export function receivedCase(state: CaseState, bank: Bank | null, purpose: string): CitizenView {
  const { papers } = state;
  return {
    name: state.applicant.name,
    procedureName: readableName(state.procedure),
    missing: [],
    originals: sum(papers.map((paper) => (paper.shown ? 0 : paper.originals))),
    copies: sum(papers.map((paper) => paper.certifiedCopies + paper.photocopies)),
    receivedAt: state.receivedAt,
    appointment: state.appointment,
    promisedAt: state.promisedAt,
    fee: feeView(state.fee, bank, purpose),
  };
}

/** Some names run over four lines; from two metres nobody reads them. */
function readableName({ name, shortName }: { name: string; shortName: string }): string {
  return name.length > longestName ? shortName : name;
}

const longestName = 120;

/** A scanner may type a whole card into the field of the name: where digits stand, it is no name. */
function nameOnly(text: string): string {
  return /\p{N}/u.test(text) ? '' : text;
}

/** Of a paper only what the catalogue says itself, whole or from its beginning: beside a name of his own a clerk may note a number. */
function knownPaper(paper: string, components: readonly { name: string }[]): string {
  const isKnown = paper !== '' && components.some(({ name }) => tidy(name).startsWith(paper));
  return isKnown ? paper : 'Giấy tờ khác';
}

function feeView({ amountVnd, method, lines = [] }: CaseFee, bank: Bank | null, purpose: string): CitizenFee {
  const isTransfer = method === 'transfer' && amountVnd !== null && amountVnd > 0;
  return {
    amountVnd,
    method,
    lines: citizenLines(lines).map(({ name, amountVnd }) => ({ name, amountVnd })),
    transfer: isTransfer && bank !== null ? transferView(bank, amountVnd, purpose) : null,
  };
}

function transferView(bank: Bank, amountVnd: number, purpose: string): TransferView {
  const { bin, bankName, account, holder } = bank;
  const payload = vietQrPayload({ bin, account, amountVnd, purpose });
  return { payload, qr: drawQr(payload), bankName, account, holder, purpose };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
