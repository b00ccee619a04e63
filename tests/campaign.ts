import { randomUUID } from 'node:crypto';
import type { KitText } from '../shared/views-campaign.ts';
import { type Desk, openDesk } from './desk.ts';

/** The teams of the campaign that tests play. */
export const teams = ['Tổ Tiểu khu 1', 'Tổ Tiểu khu 2', 'Tổ Bản Hua Ít'].map((name) => ({
  id: randomUUID(),
  name,
}));
export const campaignId = randomUUID();
export const numberOf = (who: number) => `0141960021${String(10 + who)}`;

/** What was tapped in, as somebody would count it on paper. */
export interface Tapped {
  who: number;
  team: number;
  topic: string;
  marks: string[];
}

/** A kit as it is opened: its text, and what was read out with it. */
type Kit = Pick<KitText, 'text' | 'passphrase'>;

export async function openHost(
  asked: { namesInFiles?: boolean } = { namesInFiles: true },
): Promise<{ host: Desk; kit: Kit }> {
  const host = await openDesk('2024-08-27T07:00', undefined, false);
  for (const { id, name } of teams) await host.clerk.digital.teams.save({ id, version: 0, name });
  const teamIds = teams.map(({ id }) => id);
  const days = { from: '2024-08-27', to: '2024-08-27' };
  await host.leader.digital.campaign.save({ id: campaignId, name: 'Đợt cao điểm', ...days, teamIds });
  return { host, kit: await host.leader.digital.campaign.kit({ id: campaignId, ...asked }) };
}

export async function tap(
  desk: Desk,
  id: string,
  { who, team, topic, marks }: Tapped,
  on?: string,
): Promise<void> {
  await desk.clerk.digital.campaign.log({
    id,
    campaignId,
    met: { name: 'Lò Thị Lan', idNumber: numberOf(who), birthYear: 1990, area: 'Tiểu khu 1' },
    topic,
    level: 'guided',
    teamId: teams[team]?.id ?? '',
    marks,
    on,
  });
}

export async function fileOf(desk: Desk): Promise<string> {
  const { files } = await desk.clerk.digital.campaign.export({ id: campaignId });
  return files[0]?.text ?? '';
}
