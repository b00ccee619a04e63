import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { assistanceLevelLabels } from '../../../shared/digital-words.ts';
import { type AssistanceLevel, assistanceLevels } from '../../../shared/domain/digital.ts';
import { stillOffered } from '../../../shared/domain/digital-settings.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { useKeys } from '../../keys.ts';
import personStyles from './Person.module.css';
import { TopicChips } from './TopicChips.tsx';
import type { Deeds } from './use-deeds.ts';
import { useDigitalSetup } from './use-digital-setup.ts';

/** One lượt: the topic, the level, Ctrl+Enter. Minutes and place have their usual values. */
export function LogHelp({ deeds }: { deeds: Deeds }) {
  const setup = useDigitalSetup();
  const [topic, setTopic] = useState('');
  const [level, setLevel] = useState<AssistanceLevel>('guided');
  const [isOpen, setOpen] = useState(false);
  const [minutes, setMinutes] = useState('');
  const [place, setPlace] = useState('counter');
  const typed = Number(minutes);
  const isTimed = minutes.trim() !== '';
  const isWrong = isTimed && !(Number.isInteger(typed) && typed >= 1 && typed <= 480);
  const places = stillOffered(setup?.places ?? []);
  const canLog = topic !== '' && !isWrong && !deeds.pending;
  const log = async () => {
    if (!canLog) return;
    const chosenPlace = places.some(({ id }) => id === place) ? { place } : {};
    await deeds.help({ topic, level, minutes: isTimed ? typed : null, ...chosenPlace });
    setTopic('');
    setMinutes('');
  };
  useKeys({ primary: () => void log() });
  if (setup === undefined) return null;
  return (
    <form
      className={personStyles.log}
      aria-label="Ghi một lượt giúp"
      onSubmit={(event) => {
        event.preventDefault();
        void log();
      }}
    >
      <div className={personStyles.logHead}>
        <h3>Ghi một lượt giúp</h3>
        <span className="grow" />
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {places.find(({ id }) => id === place)?.label ?? 'Tại quầy'},{' '}
          {isTimed && !isWrong ? typed : setup.usualMinutes} phút
        </button>
      </div>
      {isOpen && (
        <div className={personStyles.logMore}>
          <TextField
            select
            label="Nơi giúp"
            value={places.some(({ id }) => id === place) ? place : ''}
            onChange={({ target }) => setPlace(target.value)}
          >
            {places.map(({ id, label }) => (
              <MenuItem key={id} value={id}>
                {label}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            label="Số phút"
            value={minutes}
            placeholder={String(setup.usualMinutes)}
            error={isWrong}
            onChange={({ target }) => setMinutes(target.value)}
            slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 3 } }}
          />
        </div>
      )}
      <TopicChips topics={stillOffered(setup.topics)} value={topic} onChange={setTopic} />
      <Segmented
        label="Mức giúp"
        wide
        value={level}
        options={assistanceLevels.map((value) => ({ value, label: assistanceLevelLabels[value] }))}
        onChange={setLevel}
      />
      <Button
        type="submit"
        variant="contained"
        color="primary"
        size="large"
        fullWidth
        disabled={!canLog}
        aria-keyshortcuts="Control+Enter"
      >
        {topic === '' ? 'Chọn việc đã giúp' : 'Ghi lượt giúp'} <Keycap name="primary" />
      </Button>
    </form>
  );
}
