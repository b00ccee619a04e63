import { useState } from 'react';
import type { BackupPlaceView, BackupRow, SealedRow } from '../../../shared/views-backup.ts';
import { api } from '../../api.ts';
import { useApproval } from '../../components/ApprovalFields.tsx';
import { useOnce } from '../../components/use-once.ts';
import { describeError } from '../../error-sentences.ts';

/** Which copy was chosen: one of this machine, or a sealed one of a place. */
export type Chosen = { kind: 'here'; row: BackupRow } | { kind: 'place'; place: string; row: SealedRow };

/** The state of a restore. @param isBare before the first run: nobody approves, there is nobody. */
export function useRestore(isBare: boolean) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [code, setCode] = useState('');
  const approval = useApproval();
  const [found, setFound] = useState<(NonNullable<BackupPlaceView> & { filesMissing: number }) | null>(null);
  const [taken, setTaken] = useState<{ atNextStart: boolean } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const step = taken ? 3 : found ? 2 : chosen ? 1 : 0;
  const trying = (act: () => Promise<void>) => async () => {
    setError(null);
    try {
      await act();
    } catch (refusal) {
      setError(refusal);
    }
  };
  const putTogether = useOnce(
    trying(async () => {
      if (chosen === null) return;
      const brought = await api.backups.restore.mutate(
        chosen.kind === 'here'
          ? { kind: 'here', name: chosen.row.name }
          : { kind: 'place', place: chosen.place, path: chosen.row.path, code },
      );
      const facts = await api.backups.restored.query();
      if (facts !== null) setFound({ ...facts, ...brought });
    }),
  );
  const take = useOnce(
    trying(async () => {
      if (isBare) setTaken(await api.backups.takeFirst.mutate());
      else if (approval.given !== null && found !== null) {
        const { at, lack } = found;
        try {
          setTaken(await api.backups.take.mutate({ at, lack, approval: approval.given }));
        } catch (refusal) {
          // Somebody worked on meanwhile: the second person sees what it costs now, and types again.
          if (describeError(refusal).code === 'stale') {
            const facts = await api.backups.restored.query();
            if (facts !== null) setFound({ ...found, ...facts });
            approval.setSecret('');
          }
          throw refusal;
        }
      }
    }),
  );
  return {
    step,
    chosen,
    choose: (next: Chosen | null) => {
      setError(null);
      setFound(null);
      setChosen(next);
    },
    code,
    setCode,
    approval,
    found,
    taken,
    error,
    putTogether,
    take,
  };
}
export type RestoreWork = ReturnType<typeof useRestore>;
