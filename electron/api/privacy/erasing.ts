import { withoutOwn } from '../../../shared/domain/own-words.ts';
import { AppError } from '../../../shared/errors.ts';
import { type CardShown, cardShown } from '../../../shared/shown-erasure.ts';
import { getLiving } from '../../register/citizens/citizens.ts';
import type { Reader } from '../../register/connection.ts';
import { getDigitalPerson } from '../../register/digital/digital-people.ts';
import { keysOfLiving } from '../../register/digital/digital-standing.ts';
import { eraseLonelyCitizen, isErased } from '../../register/privacy/erased-citizens.ts';
import { dropDrafts } from '../../register/privacy/erased-drafts.ts';
import { noteRemains } from '../../register/privacy/erased-remains.ts';
import { eraseCase } from '../../register/privacy/erasure.ts';
import { isAlone, isCardErased, tieDigitalPeople } from '../../register/privacy/own-digital.ts';
import { eraseOwnRest, ownRestOf, ownRestOfCard } from '../../register/privacy/own-rest.ts';
import { knownPapers, rareAreas } from '../../register/privacy/redacted-entries.ts';
import type { Approver } from '../approval.ts';
import type { LongScope } from '../door.ts';
import { rehearseCard, requireAnswered, requireShown } from './rehearsals.ts';

/** The act of erasing. */
interface ErasingAct {
  /** What the entry of each case says of it. */
  about: { reason: string; ground: string };
  /** Kind of the entry of the act itself, and what it says beside the sums. */
  kind: string;
  details: Record<string, unknown>;
  /**
   * Whose record goes with the last of his cases, also where he had none, and whom digital support and his own words to the
   * office forget then.
   */
  citizenId?: number;
  /** How many cases that are, as it was shown. */
  total: number;
  /** Asked inside the transaction, before anything of it is touched; throws where it is not what was shown. */
  idsOf(db: Reader): readonly number[];
}

/** Subject of the acts in the journal. */
export const erasureSubject = 'retention';

/** All of it or nothing, in small steps. The register's own leftovers go right afterwards, or at the next start. */
export async function eraseCases(
  scope: LongScope & { approver: Approver },
  { about, kind, details, citizenId, total, idsOf }: ErasingAct,
): Promise<{ cases: number; citizens: number }> {
  const erased = await scope.writeInChunks('erasing', total, function* ({ tx, person, now, door, record }) {
    const ids = idsOf(tx);
    const living = citizenId === undefined ? null : getLiving(tx, citizenId).id;
    if (living !== null) tieDigitalPeople(tx, living);
    const rest = living === null ? null : ownRestOf(tx, living);
    const said = rest === null ? about : withoutOwn(about, rest.marks);
    const entry = { at: now.instant, personId: person?.id ?? null, device: door.device };
    const erasing = {
      entry,
      about: said,
      papers: knownPapers(tx),
      rareAreas: rareAreas(tx),
      ...(rest && { own: rest.marks }),
    };
    const sums = { cases: 0, citizens: 0, entries: 0, files: 0 };
    for (const id of ids) {
      const one = eraseCase(tx, id, erasing);
      sums.cases += 1;
      sums.citizens += one.citizens;
      sums.entries += one.entries;
      sums.files += one.files;
      yield sums.cases;
    }
    if (living !== null && rest !== null) {
      sums.citizens += eraseLonelyCitizen(tx, living, erasing);
      if (isErased(tx, living)) sums.entries += eraseOwnRest(tx, rest, `citizen:${living}`, erasing);
    }
    noteRemains(tx);
    record(kind, erasureSubject, { ...details, ...said, ...sums, approver: scope.approver.id });
    return sums;
  });
  scope.context.register.wipeErased();
  return { cases: erased.cases, citizens: erased.citizens };
}

/**
 * The same of somebody whom digital support alone knows, or knows still. Throws notFound, actNotAllowed where a record in the directory
 * names him, which goes with him, a phản ánh of his waits for an answer, or he is nobody any more, and stale where there is anything
 * else of him than was shown.
 */
export async function eraseCard(
  scope: LongScope & { approver: Approver },
  { about, personId, shown }: Pick<ErasingAct, 'about'> & { personId: number; shown: CardShown },
): Promise<void> {
  await scope.write(({ tx, person, now, door, record }) => {
    requireAlone(tx, personId);
    const rehearsed = rehearseCard(tx, personId);
    requireShown(shown, cardShown(rehearsed));
    requireAnswered(rehearsed);
    const rest = ownRestOfCard(tx, personId);
    const said = withoutOwn(about, rest.marks);
    const entry = { at: now.instant, personId: person?.id ?? null, device: door.device };
    const erasing = { entry, about: said, papers: knownPapers(tx), rareAreas: rareAreas(tx) };
    const entries = eraseOwnRest(tx, rest, 'digital', erasing);
    dropDrafts(tx, rest.marks);
    noteRemains(tx);
    const sums = { cases: 0, citizens: 1, entries, files: 0 };
    record('retention.cardErased', erasureSubject, {
      personId,
      ...said,
      ...sums,
      approver: scope.approver.id,
    });
  });
  scope.context.register.wipeErased();
}

/** Throws as `eraseCard` does. */
export function requireAlone(db: Reader, personId: number): void {
  const card = keysOfLiving(db, getDigitalPerson(db, personId).livingId);
  if (!isAlone(db, card)) throw new AppError('actNotAllowed', { erasure: 'hasRecord' });
  if (isCardErased(db, card)) throw new AppError('actNotAllowed', { erasure: 'nothing', held: [] });
}
