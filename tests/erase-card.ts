import type { Desk } from './desk.ts';

/** The same with what the rehearsal says of this card, as the dialog sends it. */
export async function asShown<Asked extends { personId: number }>(
  { retention }: Desk['clerk'],
  asked: Asked,
) {
  const { digital, campaignEntries, visits, feedback } = await retention.rehearseCard(asked);
  return { ...asked, counts: { digital, campaignEntries, visits, feedback } };
}
