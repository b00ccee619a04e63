import { CompletePanel } from './CompletePanel.tsx';
import styles from './Coverage.module.css';
import { CriteriaBars } from './CriteriaBars.tsx';
import { LackingPanel } from './LackingPanel.tsx';
import { LadderPanel } from './LadderPanel.tsx';
import { useYearFigures } from './YearChoice.tsx';

/** Everybody: how many are complete, what they have and lack, how much they do themselves. A year at a time. */
export function Coverage() {
  const { figures, choice, missing } = useYearFigures();
  if (figures === undefined) return missing;
  return (
    <div className={styles.coverage}>
      <section className={styles.top} aria-label="Độ phủ">
        <CompletePanel figures={figures} year={choice} />
        <CriteriaBars figures={figures} />
      </section>
      <LackingPanel figures={figures} />
      <LadderPanel figures={figures} />
    </div>
  );
}
