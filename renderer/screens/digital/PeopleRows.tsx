import type { ReactNode } from 'react';
import { requiredCriteria } from '../../../shared/domain/digital-settings.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { api } from '../../api.ts';
import type { Counted } from './digital-paths.ts';
import { factsOf } from './digital-words.ts';
import { PagedRows } from './PagedRows.tsx';
import { useDigitalSetup } from './use-digital-setup.ts';

type CountedPeople = Exclude<Counted, { kind: 'helps' }>;
type After = { key: string; id: number } | null;

/** People of a number, by given name, each with what he lacks. */
export function PeopleRows({ counted, empty }: { counted: CountedPeople; empty: ReactNode }) {
  const setup = useDigitalSetup();
  const required = requiredCriteria(setup?.criteria ?? []).map(({ id }) => id);
  return (
    <PagedRows
      counted={counted}
      ask={(after: After) => ask(counted, after)}
      rowOf={(row) => ({
        key: row.id,
        personId: row.id,
        name: row.name,
        right: `${formatInteger(row.helps)} lượt`,
        below: factsOf(row) || 'chưa ghi địa bàn',
        belowRight: `${required.filter((id) => row.reached.includes(id)).length}/${required.length} tiêu chí`,
      })}
      empty={empty}
    />
  );
}

function ask(counted: CountedPeople, after: After) {
  if (counted.kind === 'helped') {
    const { period, teamId } = counted;
    return api.digital.helped.query({ period, teamId, after });
  }
  const { period, measure, state, area } = counted;
  return api.digital.people.query({ period, measure, state, area, after });
}
