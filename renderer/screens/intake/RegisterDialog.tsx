import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import { acts, type SupplementItem } from '../../../shared/domain/case-flow.ts';
import type { SlipForm } from '../../../shared/domain/forms.ts';
import type { Receive } from '../../../shared/domain/intake.ts';
import type { Procedure } from '../../../shared/domain/procedure.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { actLabels } from '../../../shared/labels.ts';
import { DateLines, DateNote } from '../../components/DateLines.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { ReasonField } from '../../components/ReasonField.tsx';
import { SlipTicks } from '../../components/SlipTicks.tsx';
import { SupplementItems } from '../../components/SupplementItems.tsx';
import { reasonPhrases } from '../../reason-phrases.ts';
import { supplementCandidates } from '../../supplement-candidates.ts';
import { useChosenProcedure } from './use-procedure.ts';
import type { Registering } from './use-reception.ts';

interface RegisterDialogProps {
  kind: 'askSupplement' | 'reject';
  input: Receive;
  pending: boolean;
  error: unknown;
  onRegister: (registering: Registering) => void;
  onClose: () => void;
}

const offered = {
  askSupplement: ['supplementSlip', 'guidanceSheet'],
  reject: ['rejectionSlip'],
} as const satisfies Record<string, readonly SlipForm[]>;

/** Why the dossier is not accepted: what it lacks, all at once, or why it is refused. */
export function RegisterDialog(props: RegisterDialogProps) {
  const { kind, input, pending, error, onRegister, onClose } = props;
  const components = useChosenProcedure()?.components ?? [];
  const candidates = supplementCandidates(components, input.papers);
  const [items, setItems] = useState<SupplementItem[]>(() => missingItems(candidates, components, input));
  const [reason, setReason] = useState(() => (kind === 'askSupplement' ? usualReason('', items) : ''));
  const [papersReturned, setReturned] = useState(true);
  const [slips, setSlips] = useState<SlipForm[]>([...acts[kind].slips]);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const submit = () => {
    const parsed =
      kind === 'reject'
        ? acts.reject.input.safeParse({ kind, reason, papersReturned })
        : acts.askSupplement.input.safeParse({ kind, items, reason });
    setFaults(parsed.success ? {} : faultsOf(parsed.error));
    if (parsed.success) onRegister({ decision: parsed.data, slips });
    else focusFirstFault();
  };
  const changeItems = (next: SupplementItem[]) => {
    setItems(next);
    setReason(usualReason(reason, next));
  };
  return (
    <FormDialog
      title={kind === 'reject' ? actLabels.reject : 'Chưa đủ, hướng dẫn bổ sung'}
      word={actLabels[kind]}
      pending={pending}
      error={error}
      wide={kind === 'askSupplement'}
      onSubmit={submit}
      onClose={onClose}
    >
      {kind === 'askSupplement' && (
        <SupplementItems candidates={candidates} items={items} onChange={changeItems} fault={faults.items} />
      )}
      <ReasonField value={reason} onChange={setReason} phrases={reasonPhrases[kind]} fault={faults.reason} />
      {kind === 'reject' && (
        <FormControlLabel
          control={
            <Checkbox checked={papersReturned} onChange={({ target }) => setReturned(target.checked)} />
          }
          label="Đã trả lại giấy tờ cho người nộp"
        />
      )}
      <DateLines>
        <DateNote>
          {kind === 'reject'
            ? 'Hồ sơ vào sổ, không được tiếp nhận và không có thời hạn.'
            : 'Hồ sơ vào sổ; thời hạn tính từ khi đầy đủ, đúng quy định (NĐ 118/2025 Điều 17.3).'}
        </DateNote>
      </DateLines>
      <SlipTicks offered={offered[kind]} value={slips} onChange={setSlips} />
    </FormDialog>
  );
}

const [missingPhrase] = reasonPhrases.askSupplement;

/** The usual phrase stands there as long as papers are ticked and nothing else has been written. */
function usualReason(reason: string, items: readonly SupplementItem[]): string {
  if (items.length === 0) return reason === missingPhrase ? '' : reason;
  return reason.trim() === '' ? missingPhrase : reason;
}

/** The sentence under the papers belongs to their first tick. */
function focusFirstFault(): void {
  requestAnimationFrame(() => {
    const dialog = document.querySelector('[aria-modal="true"]');
    const papers = dialog?.querySelector('ul ~ [role="alert"]')?.parentElement;
    const field = papers?.querySelector('input') ?? dialog?.querySelector('[aria-invalid="true"]');
    if (field instanceof HTMLElement) field.focus();
  });
}

/** What the list asks for and was not handed in. */
function missingItems(
  candidates: readonly SupplementItem[],
  components: Procedure['components'],
  { papers }: Receive,
): SupplementItem[] {
  const required = new Set(components.filter((one) => one.required).map(({ name }) => name));
  return candidates.filter(({ name }) => required.has(name) && papers.every((paper) => paper.name !== name));
}
