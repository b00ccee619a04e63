import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { MetPerson, Whose } from '../../../shared/domain/digital.ts';
import { useTRPC } from '../../api.ts';
import { Coverage } from './Coverage.tsx';
import styles from './Digital.module.css';
import { FindPerson, type FoundPerson } from './FindPerson.tsx';
import { MeetDialog } from './MeetDialog.tsx';
import { NobodyYet } from './NobodyYet.tsx';
import { PersonCard } from './PersonCard.tsx';

/** One person at the left, everybody at the right. */
export function PeopleTab() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const [met, setMet] = useState<Partial<MetPerson> | null>(null);
  /** Each choice draws the card anew; that somebody got his card by the first lượt does not. */
  const [choice, setChoice] = useState(0);
  const whose = readWhose(params);
  const open = (next: Exclude<Whose, { met: MetPerson }>) => {
    setChoice((number) => number + 1);
    setParams('personId' in next ? { nguoi: String(next.personId) } : { congdan: String(next.citizenId) });
  };
  const take = async (found: FoundPerson) => {
    if (!('met' in found)) return open(found);
    const { idNumber } = found.met;
    if (!idNumber) return setMet(found.met);
    const asked = { ...trpc.digital.personOf.queryOptions({ idNumber }), staleTime: 0 };
    const known = await client.fetchQuery(asked).catch(() => null);
    if (known?.personId) open({ personId: known.personId });
    else setMet(found.met);
  };
  return (
    <div className={styles.panes}>
      <section className={styles.person} aria-label="Một người">
        <FindPerson onFound={(found) => void take(found)} onNew={() => setMet({})} />
        {whose ? (
          <PersonCard
            key={choice}
            whose={whose}
            onKnown={(personId) => setParams({ nguoi: String(personId) }, { replace: true })}
          />
        ) : (
          <NobodyYet onNew={() => setMet({})} />
        )}
      </section>
      <Coverage />
      {met && (
        <MeetDialog
          met={met}
          onClose={() => setMet(null)}
          onMet={(personId) => {
            setMet(null);
            open({ personId });
          }}
        />
      )}
    </div>
  );
}

function readWhose(params: URLSearchParams): { personId: number } | { citizenId: number } | undefined {
  const read = (name: string) => {
    const id = Number(params.get(name));
    return Number.isInteger(id) && id > 0 ? id : undefined;
  };
  const [personId, citizenId] = [read('nguoi'), read('congdan')];
  if (personId !== undefined) return { personId };
  return citizenId === undefined ? undefined : { citizenId };
}
