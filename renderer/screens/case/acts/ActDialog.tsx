import { type ReactNode, useEffect, useState } from 'react';
import { type Act, actSchema } from '../../../../shared/domain/case-flow.ts';
import type { SlipForm } from '../../../../shared/domain/forms.ts';
import { faultsOf } from '../../../../shared/faults.ts';
import type { CaseDetail } from '../../../../shared/views.ts';
import { describeError } from '../../../error-sentences.ts';
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

interface ActDialogProps {
  act: Act;
  detail: CaseDetail;
  acting: Acting;
  onClose: () => void;
}

/** Asks what an act needs, and only that. Closes once it is done, or when somebody else was quicker. */
export function ActDialog({ act, detail, acting, onClose }: ActDialogProps) {
  const Form = forms[act];
  const [faults, setFaults] = useState<Record<string, string>>({});
  const offer = detail.acts.find((one) => one.act === act);
  // The case as it was when the question was opened: the answer rests on it, whatever the screen says since.
  const [openedAt] = useState(detail.state.version);
  const isMovedOn = !acting.pending && detail.state.version !== openedAt;
  const isOver = offer === undefined || offer.refusal !== null || isMovedOn;
  useEffect(() => {
    if (!isOver) return;
    onClose();
    acting.overtaken();
  }, [isOver, onClose, acting]);
  const submit = async (input: ActInput, slips: SlipForm[], first?: () => Promise<boolean>) => {
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
