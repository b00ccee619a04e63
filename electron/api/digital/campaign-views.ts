import { campaignSentence } from '../../../shared/campaign-words.ts';
import { campaignCounts, repeatedPeople } from '../../../shared/domain/campaign-figures.ts';
import type { CampaignPlan } from '../../../shared/domain/campaign-files.ts';
import type { CampaignDay } from '../../../shared/views-campaign.ts';
import type { Reader } from '../../register/connection.ts';
import { type Campaign, countKnownBefore, listFiles, listMet } from '../../register/digital/campaigns.ts';
import { digitalSettingsOf } from '../../register/digital/digital-settings.ts';
import { listThings } from '../../register/digital/digital-things.ts';

/** What a campaign is logged with: of a guest as its kit said, of a host as the settings and teams say now. */
export function planOf(db: Reader, { content, id, from, to }: Campaign): CampaignPlan {
  if (content.plan !== null) return content.plan;
  const { criteria, topics, areas, usualMinutes } = digitalSettingsOf(db);
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
    campaignId: id,
    name: content.name,
    from,
    to,
    teams,
    criteria: criteria
      .filter(({ isEnded }) => !isEnded)
      .map(({ id: criterion, label, required }) => ({ id: criterion, label, required })),
    topics: topics
      .filter(({ isEnded }) => !isEnded)
      .map(({ id: topic, label, criterion, phrase }) => ({ id: topic, label, criterion, phrase })),
    areas,
    namesInFiles: true,
    usualMinutes,
  };
}

/** All that was ever planned, under its last label: an entry may come in after a topic or a team has left. */
export function knownWith(
  known: Campaign['content']['known'] | undefined,
  { teams, topics, criteria }: Pick<CampaignPlan, 'teams' | 'topics' | 'criteria'>,
): Campaign['content']['known'] {
  const merged = <Row extends { id: string }>(before: readonly Row[] = [], now: readonly Row[]) => [
    ...new Map([...before, ...now].map((row) => [row.id, row])).values(),
  ];
  return {
    teams: merged(
      known?.teams,
      teams.map(({ id, name }) => ({ id, label: name })),
    ),
    topics: merged(
      known?.topics,
      topics.map(({ id, label, phrase }) => ({ id, label, phrase })),
    ),
    criteria: [...new Set([...(known?.criteria ?? []), ...criteria.map(({ id }) => id)])],
  };
}

/** Teams and topics in the order of their plan, then those that have left it. */
export function labelsOf({ content }: Campaign, plan: CampaignPlan) {
  const known = knownWith(content.known, plan);
  const inOrder = <Row extends { id: string }>(rows: readonly Row[], planned: readonly { id: string }[]) => {
    const ids = planned.map(({ id }) => id);
    return [
      ...ids.flatMap((id) => rows.filter((row) => row.id === id)),
      ...rows.filter(({ id }) => !ids.includes(id)),
    ];
  };
  return { teams: inOrder(known.teams, plan.teams), topics: inOrder(known.topics, plan.topics) };
}

export const otherTopic = 'Việc khác';

/** The table of a campaign, and its sentence. @param day one of its days; null: all. */
export function dayOfCampaign(
  db: Reader,
  campaign: Campaign,
  plan: CampaignPlan,
  day: string | null,
): CampaignDay {
  const { id, role, from, to, content } = campaign;
  const entries = listMet(db, id, day);
  const byTeam = Map.groupBy(entries, ({ teamId }) => teamId);
  const labels = labelsOf(campaign, plan);
  const total = campaignCounts(entries);
  const topics = [
    ...labels.topics,
    ...Object.keys(total.topics)
      .filter((topic) => labels.topics.every((one) => one.id !== topic))
      .map((topic) => ({ id: topic, label: otherTopic, phrase: otherTopic.toLowerCase() })),
  ].filter((topic) => Object.hasOwn(total.topics, topic.id));
  const teams = labels.teams.flatMap((team) => {
    const own = byTeam.get(team.id);
    return own ? [{ teamId: team.id, name: team.label, ...campaignCounts(own) }] : [];
  });
  const repeated = repeatedPeople(entries).size;
  const days = day === null ? { from, to } : { from: day, to: day };
  return {
    campaign: { id, name: content.name, from, to, teamIds: content.teamIds, role },
    topics: topics.map((topic) => ({ id: topic.id, label: topic.label })),
    teams,
    total,
    silentTeams: plan.teams
      .filter((team) => !byTeam.has(team.id))
      .map((team) => ({ teamId: team.id, name: team.name })),
    repeated,
    knownBefore: role === 'host' ? countKnownBefore(db, campaign, day) : 0,
    files: listFiles(db, id),
    sentence: campaignSentence({ ...days, topics }, { teams: teams.length, total, repeated }),
  };
}
