import type { KeyboardEvent } from 'react';
import { roleLabels } from '../../../shared/labels.ts';
import type { Session } from '../../../shared/views.ts';
import styles from './SignIn.module.css';

type Person = Session['people'][number];

/** The people of this office: arrows, Home and End walk, Enter goes on to the password of whoever is under the keyboard. */
export function NameList(props: {
  people: readonly Person[];
  chosenId: number | null;
  onChoose: (person: Person) => void;
  onGoOn: () => void;
}) {
  const { people, chosenId, onChoose, onGoOn } = props;
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const here = (event.target as HTMLElement).dataset.person;
    const at = people.findIndex(({ id }) => String(id) === here);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next =
      step === undefined
        ? event.key === 'Home'
          ? people[0]
          : event.key === 'End'
            ? people.at(-1)
            : undefined
        : people[(at + step + people.length) % people.length];
    if (event.key === 'Enter') {
      const person = people[at];
      if (person && person.id !== chosenId) onChoose(person);
      onGoOn();
    } else if (next) onChoose(next);
    else return;
    event.preventDefault();
    if (next) event.currentTarget.querySelector<HTMLElement>(`[data-person="${next.id}"]`)?.focus();
  };
  const home = people.some(({ id }) => id === chosenId) ? chosenId : people[0]?.id;
  return (
    <div
      ref={chosenId === null ? focusFirst : undefined}
      className={styles.names}
      role="radiogroup"
      aria-label="Người vào"
      data-enter="skip"
      onKeyDown={walk}
    >
      {people.map((person) => (
        // biome-ignore lint/a11y/useSemanticElements: a row with a name and a title, walked as one list.
        <button
          key={person.id}
          type="button"
          role="radio"
          className={styles.name}
          data-person={person.id}
          aria-checked={person.id === chosenId}
          tabIndex={person.id === home ? 0 : -1}
          onClick={() => {
            onChoose(person);
            onGoOn();
          }}
        >
          <b>{person.name}</b>
          <small>{person.title || person.roles.map((role) => roleLabels[role]).join(', ')}</small>
        </button>
      ))}
    </div>
  );
}

/** While nobody is chosen the keyboard begins at the first name. */
function focusFirst(list: HTMLElement | null): void {
  list?.querySelector('button')?.focus();
}
