import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { DigitalRow } from '../../../shared/domain/digital-teams.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { SignInSheet } from './SignInSheet.tsx';
import { ThingPanel } from './ThingPanel.tsx';
import styles from './Things.module.css';
import { assetThing, classThing, facilityThing, visitThing } from './things.tsx';

type Visit = DigitalRow<'homeVisits'>;
type TrainingClass = DigitalRow<'trainingClasses'>;

/** Classes and visits, and what was given and set up. */
export function ThingsTab() {
  const [sheet, setSheet] = useState<TrainingClass | null>(null);
  return (
    <div className={styles.page}>
      <ThingPanel
        thing={classThing}
        compare={(a, b) => (a.heldOn < b.heldOn ? 1 : -1)}
        note={(rows) => `${formatInteger(sum(rows.map(({ headcount }) => headcount ?? 0)))} lượt người`}
        act={(row) => (
          <Button size="small" variant="text" startIcon={<PrintOutlined />} onClick={() => setSheet(row)}>
            Danh sách ký
          </Button>
        )}
      />
      <ThingPanel
        thing={visitThing}
        compare={byNextVisit}
        note={(rows) => `${formatInteger(sum(rows.map(({ people }) => people)))} lượt người`}
      />
      <div className={styles.pair}>
        <ThingPanel thing={assetThing} compare={(a, b) => (a.givenOn < b.givenOn ? 1 : -1)} />
        <ThingPanel thing={facilityThing} compare={(a, b) => (a.name < b.name ? -1 : 1)} />
      </div>
      {sheet && <SignInSheet classId={sheet.id} onClose={() => setSheet(null)} />}
    </div>
  );
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Whom to see again first, the earliest at the top; then what is done, the latest first. */
function byNextVisit(a: Visit, b: Visit): number {
  if (a.nextOn !== b.nextOn) return (a.nextOn ?? '9999') < (b.nextOn ?? '9999') ? -1 : 1;
  return a.visitedOn < b.visitedOn ? 1 : -1;
}
