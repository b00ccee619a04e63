import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useTRPC } from '../../api.ts';
import { valuesOfCase } from './case-values.ts';
import type { IntakeValues } from './intake-values.ts';

/** Where a case to be copied is named: in the history entry, so that no number stands in the address. */
function copyAsked(state: unknown): number | null {
  if (typeof state !== 'object' || state === null || !('copyOf' in state)) return null;
  return typeof state.copyOf === 'number' ? state.copyOf : null;
}

/** Fills the form once with the case that another page asked to be copied: person, procedure and papers, all to be changed. */
export function useCopy(onCopy: (values: IntakeValues) => void, onError: (error: unknown) => void): void {
  const trpc = useTRPC();
  const client = useQueryClient();
  const navigate = useNavigate();
  const id = copyAsked(useLocation().state);
  const told = useRef({ onCopy, onError });
  useEffect(() => {
    told.current = { onCopy, onError };
  });
  useEffect(() => {
    if (id === null) return;
    // A reload must not copy again.
    void navigate('.', { replace: true, state: null });
    const copy = async () => {
      const { state } = await client.fetchQuery({ ...trpc.cases.whole.queryOptions({ id }), gcTime: 0 });
      const known = await client
        .fetchQuery(trpc.catalogue.get.queryOptions({ code: state.procedure.code }))
        .catch(() => undefined);
      told.current.onCopy(valuesOfCase(state, known?.procedure));
    };
    copy().catch((error: unknown) => told.current.onError(error));
  }, [id, client, trpc, navigate]);
}
