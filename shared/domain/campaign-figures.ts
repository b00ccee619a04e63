import type { CampaignEntry } from './digital-campaign.ts';

/** A campaign day, counted: people once however many teams met them, lượt each time. */

/** An entry with the human it is about. */
export interface MetEntry extends Pick<CampaignEntry, 'teamId' | 'topic'> {
  who: string;
}

export interface CampaignCounts {
  people: number;
  helps: number;
  /** Lượt by topic. */
  topics: Record<string, number>;
}

export function campaignCounts(entries: readonly MetEntry[]): CampaignCounts {
  return {
    people: distinct(entries),
    helps: entries.length,
    topics: Object.fromEntries(
      [...Map.groupBy(entries, ({ topic }) => topic)].map(([topic, all]) => [topic, all.length]),
    ),
  };
}

/** People whom more than one team met, with their teams. */
export function repeatedPeople(entries: readonly MetEntry[]): Map<string, string[]> {
  const teams = [...Map.groupBy(entries, ({ who }) => who)].map(([who, all]): [string, string[]] => [
    who,
    [...new Set(all.map(({ teamId }) => teamId))],
  ]);
  return new Map(teams.filter(([, met]) => met.length > 1));
}

const distinct = (rows: readonly { who: string }[]): number => new Set(rows.map(({ who }) => who)).size;
