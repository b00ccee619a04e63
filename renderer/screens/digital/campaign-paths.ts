/** What a number of a campaign counts. */
export type CampaignCounted = { id: string; day: string | null } & (
  | { kind: 'people' }
  | { kind: 'repeated' }
  | { kind: 'entries'; teamId: string | null; topic: string | null }
);

export const campaignPath = (id: string): string => `/ho-tro-so/to-dot?dot=${id}`;

export function campaignListPath(counted: CampaignCounted): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(counted)) if (value !== null) params.set(name, value);
  return `/ho-tro-so/cua-dot?${params}`;
}

/** Reads the address of a list; undefined when it makes no sense. */
export function readCampaignCounted(params: URLSearchParams): CampaignCounted | undefined {
  const id = params.get('id');
  const kind = params.get('kind');
  const day = params.get('day');
  if (id === null) return undefined;
  if (kind === 'people' || kind === 'repeated') return { id, day, kind };
  return kind === 'entries'
    ? { id, day, kind, teamId: params.get('teamId'), topic: params.get('topic') }
    : undefined;
}
