import type { KeyboardEvent } from 'react';
import type { Role } from '../../../shared/domain/person.ts';
import { roleLabels } from '../../../shared/labels.ts';
import type { Session } from '../../../shared/views.ts';
import { useSession } from '../../session.tsx';
import { mayEnter } from './may-enter.ts';
import styles from './SignIn.module.css';

type Person = Session['people'][number];

/**
 * The people of this office: arrows, Home and End walk, Enter goes on to the password of whoever is under the keyboard. Whom this
 * device does not let in stands last, and cannot be chosen.
 */
export function NameList(props: {
  people: readonly Person[];
  chosenId: number | null;
  onChoose: (person: Person) => void;
  onGoOn: () => void;
}) {
  const { chosenId, onChoose, onGoOn } = props;
  const session = useSession();
  const people = props.people.filter((person) => mayEnter(person, session));
  const others = props.people.filter((person) => !mayEnter(person, session));
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
          <small>{person.title || rolesText(person.roles)}</small>
        </button>
      ))}
      {others.length > 0 && (
        <p id="not-here" className={styles.why}>
          Máy này chỉ dùng cho vai trò {rolesText(session.deviceRoles ?? [])}. Không vào được ở đây:
        </p>
      )}
      {others.map(({ id, name, roles }) => (
        // biome-ignore lint/a11y/useSemanticElements: as those above.
        <button
          key={id}
          type="button"
          role="radio"
          className={styles.name}
          aria-checked={false}
          aria-describedby="not-here"
          disabled
        >
          <b>{name}</b>
          <small>{rolesText(roles)}</small>
        </button>
      ))}
    </div>
  );
}

const rolesText = (roles: readonly Role[]): string => roles.map((role) => roleLabels[role]).join(', ');

/** While nobody is chosen the keyboard begins at the first name. */
function focusFirst(list: HTMLElement | null): void {
  list?.querySelector('button')?.focus();
}
