import { type CardShown, cardShown } from '../shared/shown-erasure.ts';
import type { Desk } from './desk.ts';

/** The same with what the rehearsal says of this card, as the dialog sends it. */
export async function asShown<Asked extends { personId: number }>(
  { retention }: Desk['clerk'],
  asked: Asked,
): Promise<Asked & { shown: CardShown }> {
  return { ...asked, shown: cardShown(await retention.rehearseCard(asked)) };
}
