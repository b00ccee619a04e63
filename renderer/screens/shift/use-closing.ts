import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { denominations } from '../../../shared/domain/shift-closing.ts';
import type { OpenShift } from '../../../shared/views-shift.ts';
import { useTRPC } from '../../api.ts';
import { useOnce } from '../../components/use-once.ts';
import { describeError } from '../../error-sentences.ts';
import { useSession } from '../../session.tsx';

export interface ClosingValues {
  /** Digits as typed, by denomination. */
  pieces: Partial<Record<number, string>>;
  reason: string;
  /** Why a leader closes it for who left. */
  absence: string;
  witness: string;
  note: string;
}

const nothing: ClosingValues = { pieces: {}, reason: '', absence: '', witness: '', note: '' };

/** What is counted and written before the shift is closed. A refusal keeps all of it; a stale one brings the new sums. */
export function useClosing(shift: OpenShift, onClosed: (jobId: number) => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { people } = useSession();
  const { mutateAsync } = useMutation(trpc.shifts.close.mutationOptions());
  const [values, setValues] = useState(nothing);
  const [error, setError] = useState<unknown>(null);
  const [isTried, setTried] = useState(false);
  const set = (part: Partial<ClosingValues>) => {
    setError(null);
    setValues((old) => ({ ...old, ...part }));
  };
  const piecesOf = (value: number) => Number(values.pieces[value] ?? 0);
  const countedVnd = denominations.reduce((sum, value) => sum + value * piecesOf(value), 0);
  const { run, pending } = useOnce(async () => {
    setError(null);
    setTried(true);
    const { reason, absence, witness, note } = values;
    const known = people.find(({ name }) => name === witness.trim());
    const pieces = Object.fromEntries(
      denominations.filter((value) => piecesOf(value) > 0).map((value) => [value, piecesOf(value)]),
    );
    try {
      const { jobId } = await mutateAsync({
        shiftId: shift.id,
        moves: shift.moves,
        expectedVnd: shift.expectedVnd,
        pieces,
        reason,
        absence,
        witnessId: known?.id ?? null,
        witnessName: witness,
        note,
      });
      onClosed(jobId);
    } catch (refusal) {
      setError(refusal);
    }
    await client.invalidateQueries({ queryKey: trpc.shifts.pathKey() });
  });
  const faults = (error === null ? null : describeError(error).data?.fields) ?? {};
  const differenceVnd = countedVnd - shift.expectedVnd;
  const isCounted = Object.values(values.pieces).some((text) => text !== undefined && text !== '');
  return {
    values,
    set,
    setPieces: (value: number, text: string) =>
      set({ pieces: { ...values.pieces, [value]: text.replaceAll(/\D/g, '').slice(0, 5) } }),
    piecesOf,
    countedVnd,
    differenceVnd,
    isCounted,
    /** A drawer that nobody has counted yet differs from nothing; one that was closed uncounted is empty. */
    asksReason: differenceVnd !== 0 && (isCounted || isTried),
    faults: faults as Partial<Record<string, string>>,
    pending,
    error,
    submit: () => void run(),
  };
}

export type Closing = ReturnType<typeof useClosing>;
