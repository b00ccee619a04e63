import { type PersonShown, personShown } from '../shared/shown-erasure.ts';
import type { Desk } from './desk.ts';

/** The same with what the rehearsal says of this person, as the dialog sends it. */
export async function personAsShown<Asked extends { citizenId: number }>(
  { retention }: Desk['clerk'],
  asked: Asked,
): Promise<Asked & { shown: PersonShown }> {
  return { ...asked, shown: personShown(await retention.rehearsePerson(asked)) };
}
