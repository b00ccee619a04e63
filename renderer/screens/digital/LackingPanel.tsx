import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { Link } from 'react-router';
import { stillOffered } from '../../../shared/domain/digital-settings.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { DigitalFigures } from '../../../shared/views-digital.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import styles from './Coverage.module.css';
import { type Counted, countedPath } from './digital-paths.ts';
import { PeopleRows } from './PeopleRows.tsx';
import { useDigitalSetup } from './use-digital-setup.ts';

/** Who lacks what, of those who have a card: whom to invite next. */
export function LackingPanel({ figures }: { figures: DigitalFigures }) {
  const { complete, criteria, known, from, to } = figures;
  const [measure, setMeasure] = useState(complete.measure);
  const [area, setArea] = useState('');
  const setup = useDigitalSetup();
  const offered = stillOffered(setup?.criteria ?? []).map(({ id }) => id);
  const measures = [complete, ...criteria.filter(({ measure: id }) => offered.includes(id))];
  const areas = figures.areas.map((one) => one.area).filter((name) => name !== '');
  const chosen = measures.find((one) => one.measure === measure) ?? complete;
  const ofArea = figures.areas.find((one) => one.area === area);
  const here = area === '' ? { known, measures } : areaMeasures(ofArea);
  const { people = 0, gone = 0 } = here.measures.find((one) => one.measure === chosen.measure) ?? {};
  const counted: Counted = {
    kind: 'people',
    measure: chosen.measure,
    state: 'lacking',
    area: area || null,
    period: { from, to },
  };
  return (
    <Panel
      title="Ai còn thiếu"
      fill
      flush
      actions={
        <Button component={Link} to={countedPath(counted)} size="small" variant="text">
          {formatInteger(here.known - people - gone)} người
        </Button>
      }
    >
      <div className={styles.lackingOf}>
        <TextField
          select
          value={chosen.measure}
          onChange={({ target }) => setMeasure(target.value)}
          slotProps={{ htmlInput: { 'aria-label': 'Tiêu chí còn thiếu' } }}
        >
          {measures.map((one) => (
            <MenuItem key={one.measure} value={one.measure}>
              {one.label}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          value={area}
          onChange={({ target }) => setArea(target.value)}
          slotProps={{ htmlInput: { 'aria-label': 'Địa bàn' }, select: { displayEmpty: true } }}
        >
          <MenuItem value="">Mọi địa bàn</MenuItem>
          {areas.map((name) => (
            <MenuItem key={name} value={name}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      </div>
      <PeopleRows
        counted={counted}
        empty={
          known === 0 ? (
            <EmptyState title="Chưa có người nào có thẻ">
              Mở thẻ của người đầu tiên ở bên trái, hoặc khi tiếp nhận hồ sơ.
            </EmptyState>
          ) : (
            <EmptyState title="Không ai còn thiếu">Mọi người có thẻ ở đây đều đã đạt.</EmptyState>
          )
        }
      />
    </Panel>
  );
}

function areaMeasures(area: DigitalFigures['areas'][number] | undefined) {
  return { known: area?.known ?? 0, measures: area ? [area.complete, ...area.criteria] : [] };
}
