import { useState } from 'react';
import type { SealedView } from '../../../shared/views-backup.ts';
import { api } from '../../api.ts';
import { useOnce } from '../../components/use-once.ts';

/** What a stick or another disk holds, and where it was looked for; kept while a copy of it is tried. */
export function useSealedCopies(place: string | null) {
  const [path, setPath] = useState(place ?? '');
  const [found, setFound] = useState<(SealedView & { place: string }) | null>(null);
  const [error, setError] = useState<unknown>(null);
  const look = useOnce(async (at: string) => {
    setError(null);
    try {
      setFound({ place: at, ...(await api.backups.lookAt.query({ place: at })) });
    } catch (refusal) {
      setError(refusal);
    }
  });
  return { path, setPath, found, error, look, leave: () => setFound(null) };
}
export type SealedCopies = ReturnType<typeof useSealedCopies>;
