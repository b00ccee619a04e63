import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useTRPC } from '../../../api.ts';
import { ErrorState } from '../../../components/ErrorNotice.tsx';
import { NoSuchPage } from '../../frame/NoSuchPage.tsx';
import { CaseSkeleton } from '../CaseSkeleton.tsx';
import { CorrectForm } from './CorrectForm.tsx';

/** Puts right what was entered of a received case. */
export function CorrectCase() {
  const trpc = useTRPC();
  const id = Number(useParams().id);
  const isId = Number.isSafeInteger(id) && id > 0;
  // The form begins with what stands now, not with what another page had read.
  const detail = useQuery({
    ...trpc.cases.whole.queryOptions({ id }),
    enabled: isId,
    staleTime: 0,
    gcTime: 0,
  });
  const code = detail.data?.state.procedure.code ?? '';
  const procedure = useQuery({
    ...trpc.catalogue.get.queryOptions({ code }),
    enabled: code !== '',
    retry: false,
    // Somebody else chose another one: the form stays, with all that was typed.
    placeholderData: keepPreviousData,
  });
  if (!isId) return <NoSuchPage />;
  if (detail.data === undefined) {
    if (!detail.isError) return <CaseSkeleton />;
    return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  }
  if (procedure.isPending) return <CaseSkeleton />;
  return <CorrectForm key={id} detail={detail.data} procedure={procedure.data?.procedure} />;
}
