import { campaignSentence } from '../../shared/campaign-words.ts';
import { campaignCounts, repeatedPeople } from '../../shared/domain/campaign-figures.ts';
import type { CampaignPlan } from '../../shared/domain/campaign-files.ts';
import type { CampaignDay, CampaignPerson } from '../../shared/views-campaign.ts';
import {
  type Campaign,
  countKnownBefore,
  listFiles,
  listStandingEntries,
  type StandingEntry,
} from '../register/campaigns.ts';
import type { Reader } from '../register/connection.ts';
import { digitalSettingsOf } from '../register/digital-settings.ts';
import { listThings } from '../register/digital-things.ts';

/** What a campaign is logged with: of a guest as its kit said, of a host as the settings and teams say now. */
export function planOf(db: Reader, campaign: Campaign, unit: string): CampaignPlan {
  const { content, id, from, to } = campaign;
  if (content.plan !== null) return content.plan;
  const { criteria, topics, areas, namesInFiles, usualMinutes } = digitalSettingsOf(db);
  const members = listThings(db, 'digitalMembers');
  const teams = listThings(db, 'digitalTeams')
    .filter((team) => content.teamIds.includes(String(team.id)))
    .map((team) => ({
      id: String(team.id),
      name: String(team.name),
      area: String(team.area),
      members: members
        .filter(({ teamId }) => teamId === team.id)
        .map((member) => ({ id: String(member.id), name: String(member.name) })),
    }));
  return {
    unit,
    campaignId: id,
    name: content.name,
    from,
    to,
    teams,
    criteria: criteria.map(({ id: criterion, label, required }) => ({ id: criterion, label, required })),
    topics,
    areas,
    namesInFiles,
    usualMinutes,
  };
}

/** The table of a campaign, and its sentence. @param day one of its days; null: all. */
export function dayOfCampaign(
  db: Reader,
  campaign: Campaign,
  plan: CampaignPlan,
  day: string | null,
): CampaignDay {
  const { id, role, from, to, content } = campaign;
  const entries = listStandingEntries(db, id, day);
  const byTeam = Map.groupBy(entries, ({ teamId }) => teamId);
  const names = new Map(plan.teams.map((team) => [team.id, team.name]));
  const teams = [...names.keys(), ...[...byTeam.keys()].filter((teamId) => !names.has(teamId))]
    .filter((teamId) => byTeam.has(teamId))
    .map((teamId) => ({
      teamId,
      name: names.get(teamId) ?? '',
      ...campaignCounts(byTeam.get(teamId) ?? []),
    }));
  const total = campaignCounts(entries);
  const repeated = repeatedPeople(entries).size;
  const shownPlan = day === null ? plan : { ...plan, from: day, to: day };
  return {
    campaign: { id, name: content.name, from, to, teamIds: content.teamIds, role },
    topics: plan.topics
      .filter((topic) => topic.id in total.topics)
      .map((topic) => ({ id: topic.id, label: topic.label })),
    teams,
    total,
    silentTeams: plan.teams
      .filter((team) => !byTeam.has(team.id))
      .map((team) => ({ teamId: team.id, name: team.name })),
    repeated,
    knownBefore: role === 'host' ? countKnownBefore(db, campaign) : 0,
    files: listFiles(db, id),
    sentence: campaignSentence(shownPlan, { teams: teams.length, total, repeated }),
  };
}

/** The people of a campaign by name; only those whom several teams met, where that is asked. */
export function peopleOfCampaign(
  db: Reader,
  campaign: Campaign,
  plan: CampaignPlan,
  { day, onlyRepeated }: { day: string | null; onlyRepeated: boolean },
): CampaignPerson[] {
  const entries = listStandingEntries(db, campaign.id, day);
  const repeated = repeatedPeople(entries);
  const names = new Map(plan.teams.map((team) => [team.id, team.name]));
  return [...Map.groupBy(entries, ({ who }) => who)]
    .filter(([who]) => !onlyRepeated || repeated.has(who))
    .map(([, own]) => personOfEntries(own, names))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi') || (a.personId ?? 0) - (b.personId ?? 0));
}

function personOfEntries(
  entries: readonly StandingEntry[],
  names: ReadonlyMap<string, string>,
): CampaignPerson {
  const first = entries.find(({ name }) => name !== '') ?? entries[0];
  return {
    personId: entries[0]?.personId ?? null,
    name: first?.name ?? '',
    birthYear: first?.birthYear ?? null,
    area: entries.find(({ area }) => area !== '')?.area ?? '',
    helps: entries.length,
    teams: [...new Set(entries.map(({ teamId }) => names.get(teamId) ?? ''))],
  };
}
