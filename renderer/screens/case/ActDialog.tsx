import { type ReactNode, useEffect } from 'react';
import type { Act } from '../../../shared/domain/case-flow.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import { HandoverForm } from './HandoverForm.tsx';
import { ResolveForm } from './ResolveForm.tsx';
import { ReturnForm } from './ReturnForm.tsx';
import type { ActInput, Acting } from './use-act.ts';

export interface ActFormProps {
  detail: CaseDetail;
  pending: boolean;
  /** The refusal of what was just tried, to show beside the fields. */
  error: unknown;
  onAct: (input: ActInput) => void;
  onClose: () => void;
}

interface ActDialogProps {
  act: Act;
  detail: CaseDetail;
  acting: Acting;
  onClose: () => void;
}

const forms: Partial<Record<Act, (props: ActFormProps) => ReactNode>> = {
  handover: HandoverForm,
  resolve: ResolveForm,
  return: ReturnForm,
};
export const askable = Object.keys(forms);

/** Asks what an act needs, and only that. Closes once it is done, or when somebody else was quicker. */
export function ActDialog({ act, detail, acting, onClose }: ActDialogProps) {
  const Form = forms[act];
  const isOver = detail.acts.find((one) => one.act === act)?.refusal !== null;
  useEffect(() => {
    if (!isOver) return;
    onClose();
    acting.overtaken();
  }, [isOver, onClose, acting]);
  if (!Form) return null;
  return (
    <Form
      detail={detail}
      pending={acting.pending}
      error={acting.error}
      onAct={(input) => void acting.run(input, onClose)}
      onClose={onClose}
    />
  );
}
