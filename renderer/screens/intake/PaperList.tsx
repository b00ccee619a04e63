import { useFormContext, useWatch } from 'react-hook-form';
import { Shape } from '../../components/StatusMark.tsx';
import { ExtraPaper } from './ExtraPaper.tsx';
import type { IntakeValues, PaperValues } from './intake-values.ts';
import { PaperRow } from './PaperRow.tsx';
import styles from './ProcedureColumn.module.css';
import { asksForPages, paysByPage, requiredCount } from './papers.ts';
import { useChosenProcedure } from './use-procedure.ts';

/** The checklist: what is here, how many originals and copies. A missing required paper warns; the clerk decides. */
export function PaperList() {
  const { setValue } = useFormContext<IntakeValues>();
  const papers = useWatch<IntakeValues, 'papers'>({ name: 'papers' });
  const code = useWatch<IntakeValues, 'procedureCode'>({ name: 'procedureCode' });
  const procedure = useChosenProcedure();
  const withPages = procedure !== undefined && asksForPages(procedure);
  const paysPages = procedure !== undefined && paysByPage(procedure);
  const { here, all } = requiredCount(papers);
  if (code === '') {
    return <p className={styles.noPapers}>Chọn thủ tục để thấy giấy tờ cần có.</p>;
  }
  const change = (index: number, paper: PaperValues) => {
    setValue(`papers.${index}`, paper, { shouldDirty: true });
  };
  return (
    <div className={styles.papers} data-pages={withPages || undefined}>
      <div className={styles.papersHead}>
        <span>
          Giấy tờ
          {all > 0 && (here === all ? ` · đủ ${here}/${all} bắt buộc` : <Missing count={all - here} />)}
        </span>
        {withPages && <span>Số trang</span>}
        <span>Bản chính</span>
        <span>{paysPages ? 'Số bản cần chứng thực' : 'Bản sao'}</span>
      </div>
      <ul className={styles.paperRows}>
        {papers.map((paper, index) => (
          <PaperRow
            key={paper.id}
            paper={paper}
            isFirst={index === 0}
            withPages={withPages}
            paysPages={paysPages}
            onChange={(next) => change(index, next)}
          />
        ))}
        <ExtraPaper onAdd={(paper) => setValue('papers', [...papers, paper], { shouldDirty: true })} />
      </ul>
    </div>
  );
}

function Missing({ count }: { count: number }) {
  return (
    <span className={styles.missing} role="status">
      <Shape tone="due" />
      thiếu {count} bắt buộc, vẫn nhận được
    </span>
  );
}
