import { useId, useState } from 'react';
import type { DigitalSettings } from '../../../shared/domain/digital-settings.ts';
import personStyles from './Person.module.css';

/** How many chips stand there before the others are asked for. */
const most = 6;

/** One topic, always in the same place. Real radio buttons: arrows move, Tab leaves. */
export function TopicChips(props: {
  topics: DigitalSettings['topics'];
  value: string;
  onChange: (topic: string) => void;
}) {
  const { topics, value, onChange } = props;
  const name = useId();
  const [showAll, setShowAll] = useState(false);
  const shown = showAll ? topics : topics.filter(({ id }, index) => index < most || id === value);
  return (
    <div className={personStyles.topics} role="radiogroup" aria-label="Việc đã giúp">
      {shown.map(({ id, label }) => (
        <label key={id}>
          <input type="radio" name={name} value={id} checked={id === value} onChange={() => onChange(id)} />
          <span>{label}</span>
        </label>
      ))}
      {shown.length < topics.length && (
        <button type="button" className={personStyles.otherTopics} onClick={() => setShowAll(true)}>
          việc khác
        </button>
      )}
    </div>
  );
}
