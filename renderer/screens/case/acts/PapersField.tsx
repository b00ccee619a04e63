import type { Paper } from '../../../../shared/domain/intake.ts';
import styles from '../../../components/FormDialog.module.css';
import { FreePaperRow, PaperCounts, PaperCountsHead } from '../../../components/PaperCounts.tsx';

/** The papers of the case as they are now: counts are set right, and what came is added. */
export function PapersField({ papers, onChange }: { papers: Paper[]; onChange: (papers: Paper[]) => void }) {
  const add = (name: string) => {
    if (papers.every((paper) => paper.name !== name)) onChange([...papers, newPaper(name)]);
  };
  return (
    <div>
      <PaperCountsHead />
      <ul className={styles.rows}>
        {papers.map((paper) => (
          <li key={paper.name}>
            <span className={styles.rowName}>{paper.name}</span>
            <PaperCounts
              name={paper.name}
              value={paper}
              onChange={(value) => onChange(papers.map((one) => (one.name === value.name ? value : one)))}
            />
          </li>
        ))}
        <FreePaperRow onAdd={add} />
      </ul>
    </div>
  );
}

/** A paper that was not there before. */
export function newPaper(name: string, counts: Partial<Paper> = { originals: 1 }): Paper {
  return {
    name,
    originals: 0,
    certifiedCopies: 0,
    photocopies: 0,
    pages: null,
    shown: false,
    electronic: false,
    ...counts,
  };
}
