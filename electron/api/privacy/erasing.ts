import { getLiving } from '../../register/citizens/citizens.ts';
import type { Reader } from '../../register/connection.ts';
import { peopleOfCitizen } from '../../register/digital/digital-standing.ts';
import { eraseLonelyCitizen, isErased } from '../../register/privacy/erased-citizens.ts';
import { eraseDigitalPeople, tieDigitalPeople } from '../../register/privacy/erased-digital.ts';
import { noteRemains } from '../../register/privacy/erased-remains.ts';
import { eraseOwnWords, ownWordsOf } from '../../register/privacy/erased-words.ts';
import { eraseCase } from '../../register/privacy/erasure.ts';
import { knownPapers, rareAreas } from '../../register/privacy/redacted-entries.ts';
import type { Approver } from '../approval.ts';
import type { LongScope } from '../door.ts';

/** The act of erasing. */
interface ErasingAct {
  /** What the entry of each case says of it. */
  about: { reason: string; ground: string };
  /** Kind of the entry of the act itself, and what it says beside the sums. */
  kind: string;
  details: Record<string, unknown>;
  /** Whose record goes with the last of his cases, also where he had none, and whom digital support and his own words to the office forget then. */
  citizenId?: number;
  /** Asked again inside the transaction. */
  idsOf(db: Reader): readonly number[];
}

/** Subject of the acts in the journal. */
export const erasureSubject = 'retention';

/** All of it or nothing, in small steps. The register's own leftovers go right afterwards, or at the next start. */
export async function eraseCases(
  scope: LongScope & { approver: Approver },
  { about, kind, details, citizenId, idsOf }: ErasingAct,
): Promise<{ cases: number; citizens: number }> {
  const total = idsOf(scope.db).length;
  const erased = await scope.writeInChunks('erasing', total, function* ({ tx, person, now, door, record }) {
    const entry = { at: now.instant, personId: person?.id ?? null, device: door.device };
    const erasing = { entry, about, papers: knownPapers(tx), rareAreas: rareAreas(tx) };
    const sums = { cases: 0, citizens: 0, entries: 0, files: 0 };
    const ids = idsOf(tx);
    if (citizenId !== undefined) tieDigitalPeople(tx, getLiving(tx, citizenId).id);
    const words = citizenId === undefined ? null : ownWordsOf(tx, getLiving(tx, citizenId).id);
    for (const id of ids) {
      const one = eraseCase(tx, id, erasing);
      sums.cases += 1;
      sums.citizens += one.citizens;
      sums.entries += one.entries;
      sums.files += one.files;
      yield sums.cases;
    }
    if (citizenId !== undefined) {
      const digital = peopleOfCitizen(tx, citizenId);
      sums.citizens += eraseLonelyCitizen(tx, citizenId, erasing);
      const isGone = isErased(tx, citizenId);
      if (digital.length > 0 && isGone) sums.entries += eraseDigitalPeople(tx, digital, citizenId, erasing);
      if (words !== null && isGone) sums.entries += eraseOwnWords(tx, words, citizenId, erasing);
    }
    noteRemains(tx);
    record(kind, erasureSubject, { ...details, ...about, ...sums, approver: scope.approver.id });
    return sums;
  });
  scope.context.register.wipeErased();
  return { cases: erased.cases, citizens: erased.citizens };
}
