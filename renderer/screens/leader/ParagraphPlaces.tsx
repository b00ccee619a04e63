import { useState } from 'react';
import type { FactGroup } from '../../../shared/domain/paragraph.ts';
import { fold } from '../../../shared/domain/text.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import styles from './Dialogs.module.css';

/** What a template may name, by kind; Enter takes the first one found, arrows and Tab any other. */
export function ParagraphPlaces(props: { groups: readonly FactGroup[]; onChoose: (place: string) => void }) {
  const { groups, onChoose } = props;
  const [sought, setSought] = useState('');
  const found = groups
    .map(({ title, facts }) => ({
      title,
      places: Object.keys(facts).filter((place) => fold(`${title} ${place}`).includes(fold(sought.trim()))),
    }))
    .filter(({ places }) => places.length > 0);
  const first = sought.trim() === '' ? undefined : found[0]?.places[0];
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the field within is what takes the keys */}
      <div
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || first === undefined) return;
          event.preventDefault();
          onChoose(first);
          setSought('');
        }}
      >
        <LabelledField
          label="Thêm chỗ trống"
          value={sought}
          onChange={setSought}
          placeholder="Gõ để tìm: hài lòng, trực tuyến"
          hint={sought.trim() !== '' && found.length === 0 ? 'Không có chỗ trống nào như vậy.' : undefined}
        />
      </div>
      <div className={styles.places} data-enter="skip">
        {found.map(({ title, places }) => (
          <fieldset key={title}>
            <legend>{title}</legend>
            {places.map((place) => (
              <button
                key={place}
                type="button"
                data-first={place === first || undefined}
                onClick={() => onChoose(place)}
              >
                {place}
              </button>
            ))}
          </fieldset>
        ))}
      </div>
    </>
  );
}
