import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogTitle from '@mui/material/DialogTitle';
import { useEffect, useState } from 'react';
import { useController, useFormContext, useFormState, useWatch } from 'react-hook-form';
import type { CatalogueRow } from '../../../../shared/views.ts';
import { Cap } from '../../../components/Keycap.tsx';
import { TickChip } from '../../../components/TickChip.tsx';
import { FormField } from '../FormField.tsx';
import { HandlingFields } from '../HandlingCard.tsx';
import type { IntakeValues } from '../intake-values.ts';
import { PaperList } from '../PaperList.tsx';
import { ProcedureChoice } from '../ProcedureChoice.tsx';
import { usePickProcedure } from '../ProcedureColumn.tsx';
import { spacedPhone } from '../person.ts';
import { useCatalogue } from '../use-procedure.ts';
import { VariantField } from '../VariantField.tsx';
import styles from './Bulk.module.css';

/** What all lines have in common: who gives, what is asked for, papers and fee of one dossier. */
export function BulkHead(props: {
  /** One acknowledgement for the whole list. */
  hasAcknowledgement: boolean;
  onAcknowledgement: (isOn: boolean) => void;
}) {
  const { hasAcknowledgement, onAcknowledgement } = props;
  const [isOpen, setOpen] = useState(false);
  const { errors } = useFormState<IntakeValues>({ name: 'fee' });
  const hasFeeFault = errors.fee !== undefined;
  // The field with the sentence lies behind the button.
  useEffect(() => {
    if (hasFeeFault) setOpen(true);
  }, [hasFeeFault]);
  const slips = useController<IntakeValues, 'slips'>({ name: 'slips' }).field;
  return (
    <section className={styles.head} aria-label="Người giao và thủ tục">
      <div className={styles.giver}>
        <FormField name="submitter.name" label="Người hoặc đơn vị giao" strong />
        <FormField name="submitter.relation" label="Chức danh, quan hệ" placeholder="nhà trường, bưu điện" />
        <FormField name="submitter.phone" label="Điện thoại" inputMode="tel" tidy={spacedPhone} />
        <FormField name="summary" label="Ghi chú trên biên bản" />
      </div>
      <div className={styles.what}>
        <Procedure />
        <VariantField />
        <Contents onOpen={() => setOpen(true)} />
        <span className={styles.slips}>
          <TickChip checked={hasAcknowledgement} onChange={onAcknowledgement}>
            In giấy tiếp nhận chung
          </TickChip>
          <TickChip
            checked={slips.value.includes('acknowledgement')}
            onChange={(isOn) => slips.onChange(isOn ? ['acknowledgement'] : [])}
          >
            In giấy tiếp nhận từng hồ sơ
          </TickChip>
        </span>
      </div>
      {isOpen && (
        <Dialog open onClose={() => setOpen(false)} maxWidth="md" fullWidth aria-labelledby="bulk-papers">
          <DialogTitle id="bulk-papers">Giấy tờ và lệ phí của mỗi hồ sơ</DialogTitle>
          <div className={styles.papers}>
            <PaperList />
            <div className={styles.handling}>
              <HandlingFields />
            </div>
          </div>
          <DialogActions>
            <Button
              variant="contained"
              color="primary"
              endIcon={<Cap>Esc</Cap>}
              onClick={() => setOpen(false)}
            >
              Xong
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </section>
  );
}

function Procedure() {
  const rows = useCatalogue();
  const pick = usePickProcedure();
  const [searchText, setSearchText] = useState<string | null>(null);
  const take = async (row: CatalogueRow) => {
    setSearchText(null);
    await pick(row);
    document.querySelector<HTMLElement>('td input')?.focus();
  };
  return (
    <ProcedureChoice rows={rows} text={searchText} onText={setSearchText} onPick={(row) => void take(row)} />
  );
}

/** "3 giấy tờ, lệ phí 10.000 đ": what one dossier is taken to hold, to be changed behind the button. */
function Contents({ onOpen }: { onOpen: () => void }) {
  const { getValues } = useFormContext<IntakeValues>();
  const [papers, fee, code] = useWatch<IntakeValues, readonly ['papers', 'fee', 'procedureCode']>({
    name: ['papers', 'fee', 'procedureCode'],
  });
  if (code === '' || getValues('procedureCode') === '') return null;
  const count = papers.filter(({ ticked }) => ticked).length;
  const money = fee.amount === '' ? 'lệ phí chưa có mức' : `lệ phí ${fee.amount} đ`;
  return (
    <Button size="small" onClick={onOpen}>
      Mỗi hồ sơ: {count} giấy tờ, {money}
    </Button>
  );
}
