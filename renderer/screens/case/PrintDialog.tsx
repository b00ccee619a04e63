import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import { type SlipForm, slipForms } from '../../../shared/domain/intake.ts';
import { slipLabels } from '../../../shared/labels.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import styles from './ActBar.module.css';
import { FormDialog } from './FormDialog.tsx';
import { usePrinting } from './use-printing.ts';

/** Which slips to print; what was printed before says which reprint this is. */
export function PrintDialog({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const printing = usePrinting(detail.id);
  const [forms, setForms] = useState<SlipForm[]>(['acknowledgement']);
  const toggle = (form: SlipForm) =>
    setForms(forms.includes(form) ? forms.filter((one) => one !== form) : [...forms, form]);
  return (
    <FormDialog
      title="In phiếu"
      word="In"
      pending={printing.pending}
      error={printing.error}
      disabled={forms.length === 0}
      onSubmit={() => void printing.print(forms).then(onClose)}
      onClose={onClose}
    >
      <div className={styles.slips}>
        {slipForms.map((form) => (
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
  const count = prints.filter((print) => print.form === form).length;
  return count === 0 ? 'chưa in lần nào' : `phiếu sẽ ghi "IN LẠI lần ${count}"`;
}
