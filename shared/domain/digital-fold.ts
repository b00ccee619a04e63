import type { Claim, DigitalEvent, Help, KeySource, PersonDetails } from './digital.ts';
import type { CampaignEntry } from './digital-campaign.ts';
import { erasedName } from './redaction.ts';

/** What the events of digital support add up to: of one key, and of the keys that are one human. */

export interface DigitalState {
  source: KeySource;
  /** As written down by hand; null: only entries of campaigns tell who it is. */
  details: PersonDetails | null;
  /** Null until his data went: from then on entries of campaigns tell no more who it is, and this area stays. */
  erasedArea: string | null;
  claims: Claim[];
  helps: Help[];
  /** Ids of helps that were taken back: their forms log nothing again. */
  takenBack: string[];
  /** Standing entries of campaigns. */
  entries: CampaignEntry[];
  /** `criterion:claim` of what was said and taken back. */
  withdrawn: string[];
  version: number;
}

/** Throws when the first event does not add the person. */
export function foldDigital(events: readonly DigitalEvent[]): DigitalState {
  const [first, ...rest] = events;
  if (first?.kind !== 'added') throw new Error('A person of digital support begins by being added');
  const { source, details, erasedArea = null } = first;
  const begun: DigitalState = {
    source,
    details,
    erasedArea,
    claims: [],
    helps: [],
    takenBack: [],
    entries: [],
    withdrawn: [],
    version: 1,
  };
  return rest.reduce((state, event) => ({ ...applied(state, event), version: state.version + 1 }), begun);
}

function applied(state: DigitalState, event: DigitalEvent): DigitalState {
  switch (event.kind) {
    case 'added':
      return { ...state, details: event.details, erasedArea: event.erasedArea ?? state.erasedArea };
    case 'described':
      return { ...state, details: event.details };
    case 'marked':
      return { ...state, claims: [...state.claims, event.claim] };
    case 'unmarked': {
      const gone = claimsOf(state).filter(isTakenBack(event));
      return { ...state, withdrawn: [...state.withdrawn, ...gone.map(nameOfClaim)] };
    }
    case 'helped':
      return { ...state, helps: [...state.helps, event.help] };
    case 'helpTakenBack':
      return {
        ...state,
        helps: state.helps.filter(({ id }) => id !== event.helpId),
        takenBack: [...state.takenBack, event.helpId],
      };
    case 'entered': {
      const others = state.entries.filter(({ id }) => id !== event.entry.id);
      return { ...state, entries: event.entry.removed ? others : [...others, event.entry] };
    }
    case 'entryLeft':
      return { ...state, entries: state.entries.filter(({ id }) => id !== event.entryId) };
  }
}

/** Which claims go: of the criterion the named one, else all. */
export const isTakenBack =
  (taken: { criterion: string; claimId: string | null }) =>
  ({ criterion, id }: Claim): boolean =>
    criterion === taken.criterion && (taken.claimId === null || id === taken.claimId);

const nameOfClaim = ({ criterion, id }: Claim): string => `${criterion}:${id}`;

/** All that says of this key, and still stands, that something is reached. */
export function claimsOf({ claims, entries, withdrawn }: DigitalState): Claim[] {
  return [...claims, ...entries.flatMap(claimsOfEntry)].filter(
    (claim) => !withdrawn.includes(nameOfClaim(claim)),
  );
}

function claimsOfEntry(entry: CampaignEntry): Claim[] {
  return entry.marks.map((criterion) => ({
    id: entry.id,
    criterion,
    on: entry.at.slice(0, 10),
    check: 'seen',
    level: entry.level,
    helper: helperOf(entry),
    note: '',
  }));
}

function helpOfEntry(entry: CampaignEntry): Help {
  const { id, topic, level, minutes, teamId, campaignId } = entry;
  const on = entry.at.slice(0, 10);
  const helper = helperOf(entry);
  return {
    id,
    topic,
    level,
    minutes,
    place: 'campaign',
    on,
    teamId,
    helper,
    campaignId,
    caseId: null,
    note: '',
  };
}

const helperOf = ({ memberId, helperName }: CampaignEntry) => ({ staffId: null, memberId, name: helperName });

/** One human, under whichever keys he was met. */
export interface DigitalStanding {
  details: PersonDetails;
  /** By criterion, what says so first. */
  marks: Map<string, Claim>;
  /** The latest first. */
  helps: Help[];
  /** Written down by hand, or something of him stands. */
  counted: boolean;
}

const nobody: PersonDetails = { name: '', birthYear: null, area: '', phone: null };

/** @param states in the order of their ids. The order in which files of a campaign came in makes no difference. */
export function standingOf(states: readonly DigitalState[]): DigitalStanding {
  const marks = new Map<string, Claim>();
  for (const claim of states.flatMap(claimsOf).sort((a, b) => order(a.on, b.on) || order(a.id, b.id)))
    if (!marks.has(claim.criterion)) marks.set(claim.criterion, claim);
  const helps = states
    .flatMap((state) => [...state.helps, ...state.entries.map(helpOfEntry)])
    .sort((a, b) => order(b.on, a.on) || order(b.id, a.id));
  const counted = helps.length > 0 || marks.size > 0 || states.some(({ details }) => details !== null);
  return { details: detailsOf(states), marks, helps, counted };
}

/** What was written by hand goes before what entries say, and the earlier entry before the later. */
function detailsOf(states: readonly DigitalState[]): PersonDetails {
  const said = states
    .flatMap(({ entries, erasedArea }) => (erasedArea === null ? entries : []))
    .sort((a, b) => order(a.at, b.at) || order(a.id, b.id))
    .map(({ name, birthYear, area }) => ({ name, birthYear, area, phone: null }));
  const byHand = states.flatMap(({ details }) => (details === null ? [] : [details]));
  const left = states.flatMap(({ erasedArea }) =>
    erasedArea === null ? [] : [{ ...nobody, name: erasedName, area: erasedArea }],
  );
  return [...byHand, ...said, ...left].reduce<PersonDetails>(
    (known, { name, birthYear, area, phone }) => ({
      name: known.name || name,
      birthYear: known.birthYear ?? birthYear,
      area: known.area || area,
      phone: known.phone ?? phone,
    }),
    nobody,
  );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
