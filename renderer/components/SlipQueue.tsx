import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../api.ts';
import { useSession } from '../session.tsx';
import { PrintPreview } from './PrintPreview.tsx';
import { isUnderWay, isUnprinted } from './print-states.ts';

/** Slips of several cases, one preview after the other; leaving one unprinted leaves the rest for later too. */
export function SlipQueue({ jobIds, onClose }: { jobIds: readonly number[]; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { platform } = useSession();
  const [index, setIndex] = useState(0);
  const id = jobIds[index];
  if (id === undefined) return null;
  const next = async () => {
    const jobs = await client.fetchQuery({ ...trpc.slips.jobs.queryOptions({ ids: [id] }), staleTime: 0 });
    const isLeft = jobs.some((job) => isUnprinted(job) && !(platform === 'electron' && isUnderWay(job)));
    if (isLeft || index + 1 >= jobIds.length) onClose();
    else setIndex(index + 1);
  };
  return <PrintPreview key={id} jobIds={[id]} onClose={() => void next().catch(onClose)} />;
}
