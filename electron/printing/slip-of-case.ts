import { limitText } from '../../shared/appointment-words.ts';
import type { CaseState } from '../../shared/domain/case-flow.ts';
import type { FormTexts, SlipForm } from '../../shared/domain/forms.ts';
import type { Applicant, Submitter } from '../../shared/domain/intake.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { formatMoney } from '../../shared/format.ts';
import { paymentMethodLabels, returnChannelLabels } from '../../shared/labels.ts';
import { copiesOf } from './copies.ts';
import {
  type Paper,
  papersOfForm,
  type SlipCopy,
  type SlipData,
  type SlipPapers,
  type SlipPerson,
} from './slip-data.ts';

const paperOf = (form: SlipForm, { printing }: Settings): Paper =>
  form === 'acknowledgement'
    ? printing.acknowledgementPaper
    : form === 'controlSlip'
      ? printing.controlSlipPaper
      : (printing.otherPapers[form] ?? papersOfForm[form][0]);

/** Words of one case on one form: everything is decided and worded here, the form only lays it out. */
export function slipOfCase(
  form: SlipForm,
  state: CaseState,
  settings: Settings,
  formTexts: FormTexts,
  reprint: number,
): SlipData {
  const { office, hours } = settings;
  const { appointment } = state;
  const text = settings.formTexts[form] ?? formTexts[form];
  const provisional = appointment.warnings.find((warning) => warning.code === 'provisionalYear');
  return {
    paper: paperOf(form, settings),
    office: {
      parentAgency: office.parentAgency,
      oneStopUnit: office.name,
      unit: office.parentAgency,
      place: office.place,
      phone: office.phone,
      openingHours: `sáng ${hours.morning.opensAt} – ${hours.morning.closesAt}, chiều ${hours.afternoon.opensAt} – ${hours.afternoon.closesAt}`,
      isSample: settings.isSample,
    },
    case: {
      caseCode: state.caseCode,
      slipCode: state.slipCode,
      volume: String(state.volume).padStart(2, '0'),
      serial: String(state.serial).padStart(2, '0'),
      receivedAt: state.receivedAt,
      dueAt: state.promisedAt ?? state.dueAt,
      limitText: appointment.dueAt === null ? null : limitText(appointment.limit, 'slip'),
      // The strip explains the lawful date; beside an earlier promise it would name another day.
      trace: state.promisedAt === null ? appointment.trace : [],
      provisionalYear: provisional?.code === 'provisionalYear' ? (provisional.years[0] ?? null) : null,
      movedToNextDay:
        appointment.limit.kind === 'sameDay' &&
        appointment.reasons.some(({ code }) => code === 'afterCutoff'),
      channel: state.channel,
      sets: state.sets,
      returnPlace:
        state.returnChannel === 'counter'
          ? `${office.name}, ${office.counterName.toLowerCase()}`
          : returnChannelLabels[state.returnChannel],
      feeText: feeText(state),
      requestSummary: state.summary === '' ? null : state.summary,
    },
    applicant: personOf(state.applicant),
    submitter: state.submitter && personOf(state.submitter),
    procedure: { code: state.procedure.code, name: requestName(state.procedure.name) },
    papers: papersOf(state),
    clerkName: state.receivedBy.name,
    issuedAt: state.receivedAt,
    copies: copyLabels(form),
    reprint,
    version: 1,
    formText: {
      title: text.title,
      formNumberLine: text.showLegalLine && text.formNumber !== '' ? text.formNumber : null,
      legalLine: text.showLegalLine && text.legalLine !== '' ? text.legalLine : null,
      notes: text.notes === '' ? [] : [text.notes],
    },
    ...(form === 'controlSlip' && { control: { resolvingUnit: null, cooperatingUnit: null, handovers: [] } }),
  };
}

/** "Thủ tục cấp Giấy xác nhận …" → "Cấp Giấy xác nhận …": what is asked for, as a slip says it. */
function requestName(procedureName: string): string {
  const name = procedureName.replace(/^Thủ tục\s+/i, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function personOf(person: Applicant | Submitter): SlipPerson {
  const { name, idNumber, phone } = person;
  const address = 'address' in person && person.address !== '' ? person.address : null;
  return { name, idNumber, phone, address, email: 'email' in person ? person.email : null };
}

/** Pages and electronic copies are asked for certified copies only; they bring that form's own columns (forms §2). */
function papersOf({ papers }: CaseState): SlipPapers {
  if (papers.some(({ pages, electronic }) => pages !== null || electronic)) {
    return {
      kind: 'certifiedCopies',
      rows: papers.map(({ name, pages, certifiedCopies, photocopies, electronic }) => ({
        name,
        pages: pages ?? 0,
        copies: certifiedCopies + photocopies,
        electronic,
      })),
    };
  }
  return {
    kind: 'components',
    rows: papers.map(({ name, originals, certifiedCopies, photocopies, shown }) => ({
      name,
      originals,
      certifiedCopies,
      photocopies,
      ...(shown && { note: 'xuất trình' }),
    })),
  };
}

function feeText({ fee }: CaseState): string | null {
  if (fee.method === 'exempt') return 'Miễn';
  if (fee.amountVnd === null) return null;
  if (fee.amountVnd === 0) return 'Không thu';
  return `${formatMoney(fee.amountVnd)}, ${paymentMethodLabels[fee.method].toLowerCase()}`;
}

function copyLabels(form: SlipForm): [SlipCopy, ...SlipCopy[]] {
  const of = copiesOf[form];
  return form === 'acknowledgement'
    ? [
        { number: 1, of, label: 'Liên 1: Lưu tại Bộ phận Tiếp nhận và Trả kết quả' },
        { number: 2, of, label: 'Liên 2: Giao người nộp hồ sơ' },
      ]
    : [{ number: 1, of, label: '' }];
}
