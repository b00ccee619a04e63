import Button from '@mui/material/Button';
import { Keycap } from '../../components/Keycap.tsx';
import { useKeys } from '../../keys.ts';
import { AreasPanel } from './AreasPanel.tsx';
import { FunnelPanel } from './FunnelPanel.tsx';
import styles from './Reach.module.css';
import { useYearFigures } from './YearChoice.tsx';

/** Step by step, and area by area; to be printed as it is. */
export function CoverageTab() {
  const { figures, choice, missing } = useYearFigures();
  useKeys({ print: () => window.print() });
  if (figures === undefined) return missing;
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        {choice}
        <span className="grow" />
        <Button size="small" endIcon={<Keycap name="print" />} onClick={() => window.print()}>
          In
        </Button>
      </div>
      <FunnelPanel figures={figures} />
      <AreasPanel figures={figures} />
    </div>
  );
}
