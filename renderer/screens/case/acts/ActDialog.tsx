import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Act, actSchema } from '../../../../shared/domain/case-flow.ts';
import type { SlipForm } from '../../../../shared/domain/forms.ts';
import { faultsOf } from '../../../../shared/faults.ts';
import type { CaseDetail } from '../../../../shared/views.ts';
import { describeError } from '../../../error-sentences.ts';
import { lastActOf } from '../corrections/overtaken.ts';
import type { ActInput, Acting } from '../use-act.ts';
import { AcceptForm } from './AcceptForm.tsx';
import type { ActFormProps } from './ActFrame.tsx';
import { AgreeExtraForm } from './AgreeExtraForm.tsx';
import { AskSupplementForm } from './AskSupplementForm.tsx';
import { CompleteSupplementForm } from './CompleteSupplementForm.tsx';
import { GiveBackOriginalsForm, SetAsideForm, ShelveForm } from './CustodyForms.tsx';
import { RejectForm, StopForm, WithdrawForm } from './EndingForms.tsx';
import { ExtendForm } from './ExtendForm.tsx';
import { HandoverForm, TakeBackForm } from './HandoverForm.tsx';
import { OpenVerificationForm } from './OpenVerificationForm.tsx';
import { ConfirmPaymentForm, RequestPaymentForm } from './PaymentForms.tsx';
import { ResolveForm } from './ResolveForm.tsx';
import { ReturnForm } from './ReturnForm.tsx';
import { UndoForm } from './UndoForm.tsx';
import { VisitForm } from './VisitForm.tsx';

const forms: Record<Act, (props: ActFormProps) => ReactNode> = {
  accept: AcceptForm,
  completeSupplement: CompleteSupplementForm,
  confirmPayment: ConfirmPaymentForm,
  handover: HandoverForm,
  takeBack: TakeBackForm,
  resolve: ResolveForm,
  return: ReturnForm,
  askSupplement: AskSupplementForm,
  extend: ExtendForm,
  openVerification: OpenVerificationForm,
  agreeExtra: AgreeExtraForm,
  requestPayment: RequestPaymentForm,
  setAside: SetAsideForm,
  reject: RejectForm,
  withdraw: WithdrawForm,
  stop: StopForm,
  shelve: ShelveForm,
  giveBackOriginals: GiveBackOriginalsForm,
  visit: VisitForm,
  undo: UndoForm,
};

const readingMs = 1500;

interface ActDialogProps {
  act: Act;
  detail: CaseDetail;
  acting: Acting;
  onClose: () => void;
}

/**
 * Asks what an act needs, and only that. Where somebody else was quicker it says who, and what was typed stays for another press;
 * it closes once the act is done, or when the case does not allow it any more.
 */
export function ActDialog({ act, detail, acting, onClose }: ActDialogProps) {
  const Form = forms[act];
  const [faults, setFaults] = useState<Record<string, string>>({});
  const offer = detail.acts.find((one) => one.act === act);
  // The case as it was when the question was opened: the answer rests on it until its clerk was told of another one.
  const { version } = detail.state;
  const [openedAt, setOpenedAt] = useState(version);
  const toldAt = useRef(0);
  const isOver = offer === undefined || offer.refusal !== null;
  const isMovedOn = !acting.pending && version !== openedAt;
  useEffect(() => {
    if (!isOver && !isMovedOn) return;
    acting.overtaken(lastActOf(detail.timeline)?.by.name);
    if (isOver) onClose();
    else setOpenedAt(version);
    toldAt.current = Date.now();
  }, [isOver, isMovedOn, version, detail.timeline, onClose, acting]);
  const submit = async (input: ActInput, slips: SlipForm[], first?: () => Promise<boolean>) => {
    // A press that was on its way has not read what it would confirm.
    if (Date.now() - toldAt.current < readingMs) return;
    const parsed = actSchema.safeParse(input);
    setFaults(parsed.success ? {} : faultsOf(parsed.error));
    if (!parsed.success) focusFirstFault();
    else if (first === undefined || (await first())) await acting.run(parsed.data, slips, onClose);
  };
  return (
    <Form
      detail={detail}
      hints={offer?.hints ?? {}}
      faults={{ ...faultsAtDoor(acting.error), ...faults }}
      frame={{
        act,
        pending: acting.pending,
        error: acting.error,
        onSubmit: (...answer) => void submit(...answer),
        onClose,
      }}
    />
  );
}

/** The door names a field of the act behind `act.`. */
function faultsAtDoor(error: unknown): Record<string, string> {
  if (error === null) return {};
  const fields = describeError(error).data?.fields ?? {};
  return Object.fromEntries(Object.entries(fields).map(([path, kind]) => [path.replace(/^act\./, ''), kind]));
}

function focusFirstFault(): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[role="dialog"] [aria-invalid="true"]')?.focus(),
  );
}
