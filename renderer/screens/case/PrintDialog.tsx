import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import { formsOf } from '../../../shared/domain/case-forms.ts';
import { type SlipForm, slipForms } from '../../../shared/domain/forms.ts';
import { slipLabels } from '../../../shared/labels.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { isUnprinted } from '../../components/print-states.ts';
import { paperQuestion } from '../../components/print-words.ts';
import { useOfficeNow } from '../../session.tsx';
import styles from './ActBar.module.css';

interface PrintDialogProps {
  detail: CaseDetail;
  onPrint: (forms: SlipForm[]) => void;
  onClose: () => void;
}

/** Which slips to print; what came out before says which reprint this is. */
export function PrintDialog({ detail, onPrint, onClose }: PrintDialogProps) {
  const waiting = slipForms.filter((form) =>
    detail.prints.some((print) => print.form === form && isUnprinted(print)),
  );
  const fitting = formsOf(detail.state, useOfficeNow());
  // A slip that still waits can be printed although the case has moved on since.
  const offered = slipForms.filter((form) => fitting.includes(form) || waiting.includes(form));
  const [forms, setForms] = useState<SlipForm[]>(waiting.length > 0 ? waiting : offered.slice(0, 1));
  const toggle = (form: SlipForm) =>
    setForms(forms.includes(form) ? forms.filter((one) => one !== form) : [...forms, form]);
  return (
    <FormDialog
      title="In phiếu"
      word="In"
      pending={false}
      disabled={forms.length === 0}
      onSubmit={() => {
        onPrint(forms);
        onClose();
      }}
      onClose={onClose}
    >
      <div className={styles.slips}>
        {offered.map((form) => (
          <FormControlLabel
            key={form}
            control={<Checkbox checked={forms.includes(form)} onChange={() => toggle(form)} />}
            label={
              <>
                {slipLabels[form]}
                <small>{printedWords(detail, form)}</small>
              </>
            }
          />
        ))}
      </div>
    </FormDialog>
  );
}

function printedWords({ prints }: CaseDetail, form: SlipForm): string {
  const made = prints.filter((print) => print.form === form);
  if (made.length === 0) return '';
  if (made.some(({ state }) => state === 'unknown'))
    return `lần trước dở dang: ${paperQuestion.toLowerCase()}`;
  const next = Math.max(...made.map(({ reprint }) => reprint)) + 1;
  return made.some(isUnprinted) ? 'đang chờ in' : `phiếu sẽ ghi "IN LẠI lần ${next}"`;
}
