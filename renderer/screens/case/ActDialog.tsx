import { useEffect } from 'react';
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

const forms = { handover: HandoverForm, resolve: ResolveForm, return: ReturnForm } satisfies Record<
  Act,
  unknown
>;

/** Asks what an act needs, and only that. Closes once it is done, or when somebody else was quicker. */
export function ActDialog({ act, detail, acting, onClose }: ActDialogProps) {
  const Form = forms[act];
  const isOver = !detail.allowed.includes(act);
  useEffect(() => {
    if (!isOver) return;
    onClose();
    acting.overtaken();
  }, [isOver, onClose, acting]);
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
