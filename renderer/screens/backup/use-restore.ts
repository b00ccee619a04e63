import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { BackupPlaceView, BackupRow, SealedRow } from '../../../shared/views-backup.ts';
import { api, useTRPC } from '../../api.ts';
import type { Approval } from '../../components/ApprovalFields.tsx';
import { useOnce } from '../../components/use-once.ts';
import { describeError } from '../../error-sentences.ts';

/** Which copy was chosen: one of this machine, or a sealed one of a place. */
export type Chosen = { kind: 'here'; row: BackupRow } | { kind: 'place'; place: string; row: SealedRow };

/** Who signs for it, and what makes him type again. */
export interface SecondPerson {
  given: Approval;
  forget: () => void;
}

export type RestoreStep = 'choose' | 'together' | 'look' | 'second' | 'done';

/** The state of a restore; also before the first run, where no session is. */
export function useRestore() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [code, setCode] = useState('');
  const [found, setFound] = useState<(NonNullable<BackupPlaceView> & { filesMissing: number }) | null>(null);
  const [isSeen, setSeen] = useState(false);
  const [taken, setTaken] = useState<{ atNextStart: boolean } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const isHere = useGivenUp();
  const step = stepOf();
  function stepOf(): RestoreStep {
    if (taken !== null) return 'done';
    if (found !== null) return isSeen ? 'second' : 'look';
    return chosen === null ? 'choose' : 'together';
  }
  const trying = async (act: () => Promise<void>): Promise<void> => {
    setError(null);
    try {
      await act();
    } catch (refusal) {
      setError(refusal);
    }
  };
  const putTogether = useOnce(() =>
    trying(async () => {
      if (chosen === null) return;
      const brought = await api.backups.restore.mutate(
        chosen.kind === 'here'
          ? { kind: 'here', name: chosen.row.name }
          : { kind: 'place', place: chosen.place, path: chosen.row.path, code },
      );
      if (!isHere.current) return giveUp();
      const facts = await api.backups.restored.query();
      if (facts !== null) setFound({ ...facts, ...brought });
    }),
  );
  /** On a bare machine there is no second person. */
  const take = useOnce((second: SecondPerson | null) =>
    trying(async () => {
      if (second === null) setTaken(await api.backups.takeFirst.mutate());
      else if (found !== null) {
        const { at, head, lack } = found;
        try {
          setTaken(await api.backups.take.mutate({ at, head, lack, approval: second.given }));
        } catch (refusal) {
          // Somebody worked on meanwhile: the second person sees what it costs now, and types again.
          if (describeError(refusal).code === 'stale') {
            const facts = await api.backups.restored.query();
            if (facts !== null) setFound({ ...found, ...facts });
            second.forget();
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
      if (found !== null) void giveUp();
      setError(null);
      setFound(null);
      setSeen(false);
      setChosen(next);
      // Others work on meanwhile, and putting a copy together wrote one more.
      if (next === null) void client.invalidateQueries({ queryKey: trpc.backups.list.queryKey() });
    },
    /** What it holds and what it costs was looked through, or is to be looked through once more. */
    see: (isDone: boolean) => {
      setError(null);
      setSeen(isDone);
    },
    code,
    setCode,
    found,
    taken,
    error,
    putTogether,
    take,
  };
}
/** A whole register lies there: it goes with whoever leaves, and where he could not say so, with whoever comes next. */
function useGivenUp(): { readonly current: boolean } {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    void giveUp();
    return () => {
      isHere.current = false;
      void giveUp();
    };
  }, []);
  return isHere;
}

/** Nothing happens to what two have signed for; what cannot be removed now goes with the next start. */
async function giveUp(): Promise<void> {
  await api.backups.forget.mutate().catch(() => undefined);
}

export type RestoreWork = ReturnType<typeof useRestore>;
