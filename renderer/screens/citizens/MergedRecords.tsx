import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { formatDay } from '../../../shared/format.ts';
import type { CitizenDetail } from '../../../shared/views-people.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import styles from './Citizens.module.css';
import { factsOf } from './citizen-words.ts';

/** Records that were merged into a person, newest first; the newest can be taken apart again. */
export function MergedRecords({ person }: { person: CitizenDetail }) {
  const trpc = useTRPC();
  const unmerge = useMutation(trpc.citizens.unmerge.mutationOptions());
  return (
    <section className={styles.part} aria-label="Lần ghi đã gộp">
      <h3>Lần ghi đã gộp</h3>
      {unmerge.error && <ErrorNotice error={unmerge.error} />}
      <ul className={styles.household}>
        {person.merges.map(({ id, mergedAt, person: merged }, index) => (
          <li key={id}>
            <span className="cut">
              <b>{merged.name}</b>
              <small>{factsOf(merged)}</small>
            </span>
            <small>gộp {formatDay(mergedAt)}</small>
            {index === 0 ? (
              <Button size="small" disabled={unmerge.isPending} onClick={() => unmerge.mutate({ id })}>
                Tách ra
              </Button>
            ) : (
              <small>tách lần gộp sau trước</small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
