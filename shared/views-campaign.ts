import type { CampaignPlan } from './domain/campaign-files.ts';
import type { CampaignEntry } from './domain/digital-campaign.ts';

/** What the queries of campaign days answer. `people` and `helps` (lượt) always stand apart. */

export interface CampaignRow {
  id: string;
  name: string;
  from: string;
  to: string;
  teamIds: string[];
  /** `host`: made here, files are brought together here; `guest`: from a kit, logged here and handed in as a file. */
  role: 'host' | 'guest';
  people: number;
  helps: number;
}

/** What the day's screen offers to tap. */
export interface CampaignDesk extends CampaignRow {
  plan: CampaignPlan;
}

export interface CampaignTeamFigure {
  teamId: string;
  name: string;
  people: number;
  helps: number;
  /** Lượt by topic. */
  topics: Record<string, number>;
}

export interface CampaignDay {
  campaign: Omit<CampaignRow, 'people' | 'helps'>;
  /** In the order of the columns; topics nobody asked for are left out. */
  topics: { id: string; label: string }[];
  teams: CampaignTeamFigure[];
  total: Omit<CampaignTeamFigure, 'teamId' | 'name'>;
  /** Teams of the campaign that nothing is known of yet. */
  silentTeams: { teamId: string; name: string }[];
  /** Met by more than one team, counted once. */
  repeated: number;
  /** People of the campaign that the register knew before it. */
  knownBefore: number;
  files: CampaignFileRow[];
  /** To read out. */
  sentence: string;
}

export interface CampaignFileRow {
  exportId: string;
  laptopName: string;
  number: number;
  entries: number;
  mergedAt: string;
}

export interface CampaignPerson {
  personId: number | null;
  name: string;
  birthYear: number | null;
  area: string;
  helps: number;
  teams: string[];
}

/** What was logged, and which lượt of its person in the campaign it is, as far as this register knows. */
export interface LoggedEntry {
  id: string;
  revision: number;
  helps: number;
}

/** What a file brought in. */
export interface MergeOutcome {
  campaignId: string;
  campaignName: string;
  laptopName: string;
  /** Entries of the file, and what came of them; the rest was in the register already or is older. */
  entries: number;
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
  /** Stayed out: of a day, team, topic or criterion that the campaign never had. */
  unplanned: number;
  /** Stayed out: of a day still to come. */
  ahead: number;
  newPeople: number;
}

/** A file to save: `text` is its content. */
export interface CampaignFileText {
  name: string;
  text: string;
}

/** A kit to save; what opens it is told once. */
export interface KitText extends CampaignFileText {
  passphrase: string;
}

export type CampaignEntryRow = Omit<CampaignEntry, 'personKey'> & { teamName: string; topicLabel: string };
