import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Procedure } from '../../../shared/domain/procedure.ts';
import type { CatalogueRow } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { emptyFee } from './fee-values.ts';
import type { IntakeValues } from './intake-values.ts';

/** The procedure that the form has chosen; undefined while none is or while it is being read. */
export function useChosenProcedure(): Procedure | undefined {
  const trpc = useTRPC();
  const code = useWatch<IntakeValues, 'procedureCode'>({ name: 'procedureCode' });
  const found = useQuery({ ...trpc.catalogue.get.queryOptions({ code }), enabled: code !== '' });
  return found.data?.procedure.code === code ? found.data.procedure : undefined;
}

/** All procedures, once a window. */
export function useCatalogue(): readonly CatalogueRow[] {
  const trpc = useTRPC();
  return useQuery({ ...trpc.catalogue.list.queryOptions(), staleTime: 300_000 }).data ?? noRows;
}

const noRows: readonly CatalogueRow[] = [];

/** Empties what belongs to the procedure. */
export function useForgetProcedure(): () => void {
  const { setValue } = useFormContext<IntakeValues>();
  return () => {
    setValue('procedureCode', '', { shouldDirty: true });
    setValue('variant', null);
    setValue('papers', []);
    setValue('promisedAt', null);
    setValue('fee', emptyFee);
  };
}
