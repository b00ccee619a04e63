import { type AssistanceLevel, assistanceLevels } from '../../../shared/domain/digital.ts';
import type { Period } from '../../../shared/domain/statistics.ts';

/** Addresses of digital support; no name and no number of anybody stands in one. */

export const digitalPath = '/ho-tro-so';

export const cardPath = (personId: number): string => `${digitalPath}?nguoi=${personId}`;

const peopleStates = ['all', 'reached', 'within', 'lacking'] as const;

/** What a number counts: people by a measure, people who were helped, or lượt. */
export type Counted = { period: Period } & (
  | { kind: 'people'; measure: string; state: (typeof peopleStates)[number]; area: string | null }
  | { kind: 'helped'; teamId: string | null }
  | { kind: 'helps'; level: AssistanceLevel | null; teamId: string | null; topic?: string }
);

/** The list of exactly what a number counts. */
export function countedPath({ period, ...counted }: Counted): string {
  const params = new URLSearchParams({ tu: period.from, den: period.to });
  for (const [name, value] of Object.entries(counted)) if (value !== null) params.set(name, value);
  return `${digitalPath}/danh-sach?${params}`;
}

/** Reads the address of a list; undefined when it makes no sense. */
export function readCounted(params: URLSearchParams): Counted | undefined {
  const [from, to] = ['tu', 'den'].map((name) => /^\d{4}-\d\d-\d\d$/.exec(params.get(name) ?? '')?.[0]);
  if (!from || !to || from > to) return undefined;
  const period = { from, to };
  const teamId = params.get('teamId');
  switch (params.get('kind')) {
    case 'people': {
      const state = peopleStates.find((one) => one === params.get('state')) ?? 'reached';
      return {
        kind: 'people',
        period,
        measure: params.get('measure') ?? 'complete',
        state,
        area: params.get('area'),
      };
    }
    case 'helped':
      return { kind: 'helped', period, teamId };
    case 'helps': {
      const level = assistanceLevels.find((one) => one === params.get('level')) ?? null;
      const topic = params.get('topic') ?? undefined;
      return { kind: 'helps', period, level, teamId, ...(topic !== undefined && { topic }) };
    }
    default:
      return undefined;
  }
}
