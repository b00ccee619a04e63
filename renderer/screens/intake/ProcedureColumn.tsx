import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { quoteFee } from '../../../shared/domain/fee-quote.ts';
import type { CatalogueRow } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { favouriteProcedures } from '../../components/find-procedures.ts';
import { useOfficeNow } from '../../session.tsx';
import { Favourites } from './Favourites.tsx';
import { FormField } from './FormField.tsx';
import { emptyFee, typedAmount } from './fee-values.ts';
import styles from './Intake.module.css';
import type { IntakeValues } from './intake-values.ts';
import { PaperList } from './PaperList.tsx';
import { ProcedureChoice } from './ProcedureChoice.tsx';
import procedureStyles from './ProcedureColumn.module.css';
import { papersOf } from './papers.ts';
import { feeQuestionOf, useFeeSettings } from './use-fee.ts';
import { useCatalogue } from './use-procedure.ts';
import { VariantField } from './VariantField.tsx';

/** What is asked for, and the papers that came with it. */
export function ProcedureColumn() {
  const rows = useCatalogue();
  const pick = usePickProcedure();
  const [pickCount, setPickCount] = useState(0);
  const [searchText, setSearchText] = useState<string | null>(null);
  const take = async (row: CatalogueRow) => {
    setSearchText(null);
    await pick(row);
    setPickCount((count) => count + 1);
  };
  useEffect(() => {
    if (pickCount > 0) document.querySelector<HTMLElement>('[data-after-procedure]')?.focus();
  }, [pickCount]);
  return (
    <section className={`${styles.card} ${styles.middle}`} aria-labelledby="intake-procedure">
      <div className={procedureStyles.procedure}>
        <div className={styles.cardHead}>
          <h2 id="intake-procedure">Thủ tục</h2>
          <span className="grow" />
          <span className={styles.hint}>gõ chữ đầu, ví dụ “xntt”</span>
        </div>
        <ProcedureChoice
          rows={rows}
          text={searchText}
          onText={setSearchText}
          onPick={(row) => void take(row)}
        />
        <Favourites rows={favouriteProcedures(rows, 4)} onPick={(row) => void take(row)} />
        <VariantField />
      </div>
      <PaperList />
      <div className={procedureStyles.foot}>
        <FormField name="summary" label="Nội dung yêu cầu" />
        <FormField name="sets" label="Số bộ hồ sơ" inputMode="numeric" />
      </div>
    </section>
  );
}

/** Takes a procedure with its papers and fee. */
export function usePickProcedure() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { setValue, getValues, clearErrors } = useFormContext<IntakeValues>();
  const settings = useFeeSettings();
  const today = useOfficeNow().slice(0, 10);
  return async (row: CatalogueRow) => {
    const { procedure } = await client.fetchQuery(trpc.catalogue.get.queryOptions({ code: row.code }));
    setValue('variant', null);
    setValue('promisedAt', null);
    const { method } = getValues('fee');
    const fee = { ...emptyFee, method: method === 'exempt' ? emptyFee.method : method };
    const papers = papersOf(procedure);
    const question = feeQuestionOf(
      { fee, papers, channel: getValues('channel') },
      procedure,
      settings,
      today,
    );
    setValue('papers', papers);
    setValue('fee', { ...fee, amount: typedAmount(quoteFee(question).totalVnd) });
    setValue('procedureCode', row.code, { shouldDirty: true });
    clearErrors('procedureCode');
  };
}
