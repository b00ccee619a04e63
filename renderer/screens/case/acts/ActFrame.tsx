import { type ReactNode, useState } from 'react';
import { type Act, acts } from '../../../../shared/domain/case-flow.ts';
import type { SlipForm } from '../../../../shared/domain/forms.ts';
import { actLabels } from '../../../../shared/labels.ts';
import type { CaseAct, CaseDetail } from '../../../../shared/views.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { SlipTicks } from '../../../components/SlipTicks.tsx';
import type { ActInput } from '../use-act.ts';

/** What every act's dialog is drawn with. */
export interface Frame {
  act: Act;
  pending: boolean;
  /** The refusal of what was just tried, to show under the fields. */
  error: unknown;
  /** `first`: what is done before it once its fields are right; false stops there. */
  onSubmit: (input: ActInput, slips: SlipForm[], first?: () => Promise<boolean>) => void;
  onClose: () => void;
}

export interface ActFormProps {
  detail: CaseDetail;
  hints: CaseAct['hints'];
  frame: Frame;
  /** Dotted field path → kind of fault of what was just tried. */
  faults: Readonly<Record<string, string>>;
}

interface ActFrameProps {
  frame: Frame;
  /** What the fields say now. */
  input: ActInput;
  /** Slips that are ticked beforehand, where the answer in the fields decides it. */
  usual?: readonly SlipForm[];
  /** Slips that may go with it too. */
  also?: readonly SlipForm[];
  word?: string | undefined;
  wide?: boolean;
  disabled?: boolean;
  second?: { word: string; onPress: () => void } | undefined;
  children: ReactNode;
}

/** One act in a dialog: its fields, what it will do, and the slips that go with it. */
export function ActFrame(props: ActFrameProps) {
  const { frame, input, also = [], word, wide = false, disabled = false, second, children } = props;
  const { act, pending, error, onSubmit, onClose } = frame;
  const usual = props.usual ?? acts[act].slips;
  const offered = [...new Set([...usual, ...also])];
  // What the clerk did not touch follows the answer in the fields.
  const [touched, setTouched] = useState<Partial<Record<SlipForm, boolean>>>({});
  const slips = offered.filter((form) => touched[form] ?? usual.includes(form));
  const choose = (forms: SlipForm[]) =>
    setTouched(Object.fromEntries(offered.map((form) => [form, forms.includes(form)])));
  return (
    <FormDialog
      title={actLabels[act]}
      word={word ?? actLabels[act]}
      pending={pending}
      error={error}
      wide={wide}
      disabled={disabled}
      second={second}
      onSubmit={() => onSubmit(input, slips)}
      onClose={onClose}
    >
      {children}
      <SlipTicks offered={offered} value={slips} onChange={choose} />
    </FormDialog>
  );
}
