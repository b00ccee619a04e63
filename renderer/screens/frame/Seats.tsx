import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { roleLabels } from '../../../shared/labels.ts';
import type { Session } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useSession } from '../../session.tsx';
import styles from './PersonMenu.module.css';

interface SeatsProps {
  onSeated?: () => void;
  /** The keyboard begins at the first name. */
  autoFocus?: boolean;
}

/** The people of this office; choosing one seats them here, and every act from then on carries their name. */
export function Seats({ onSeated, autoFocus = false }: SeatsProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { people, person } = useSession();
  const sit = useMutation(
    trpc.session.sit.mutationOptions({
      onSuccess: (session: Session) => {
        client.setQueryData(trpc.session.current.queryKey(), session);
        void client.invalidateQueries({ queryKey: trpc.cases.pathKey() });
        onSeated?.();
      },
    }),
  );
  return (
    <>
      {sit.isError && <ErrorNotice error={sit.error} />}
      <div className={styles.seats} ref={autoFocus ? focusFirst : undefined}>
        {people.map(({ id, name, roles, title }) => (
          <button
            key={id}
            type="button"
            className={styles.seat}
            aria-pressed={id === person?.id}
            disabled={sit.isPending}
            onKeyDown={walk}
            onClick={() => sit.mutate({ personId: id })}
          >
            <span>
              <b>{name}</b>
              <small>{title || roles.map((role) => roleLabels[role]).join(', ')}</small>
            </span>
          </button>
        ))}
      </div>
    </>
  );
}

/** Arrows walk from name to name. */
function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const names = [...(event.currentTarget.parentElement?.querySelectorAll('button') ?? [])];
  const here = names.indexOf(event.currentTarget);
  names[(here + step + names.length) % names.length]?.focus();
}

function focusFirst(list: HTMLElement | null): void {
  list?.querySelector('button')?.focus();
}
