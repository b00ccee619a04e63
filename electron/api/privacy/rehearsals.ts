import { AppError } from '../../../shared/errors.ts';
import type { CardErasure, PersonErasure, RestCounts } from '../../../shared/views-retention.ts';
import { getLiving, recordsOf } from '../../register/citizens/citizens.ts';
import type { Reader } from '../../register/connection.ts';
import { canonicalJson } from '../../register/journal.ts';
import { isErased } from '../../register/privacy/erased-citizens.ts';
import { countRest, ownRestOf, ownRestOfCard } from '../../register/privacy/own-rest.ts';
import { casesOfRecords, countBeside } from '../../register/privacy/retention.ts';

/** What an erasure would take and leave, as two people are shown it and as the act asks it once more. */

const nothingBeside: RestCounts = { digital: 0, campaignEntries: 0, visits: 0, feedback: 0 };

/** Throws notFound. */
export function rehearsePerson(db: Reader, citizenId: number): PersonErasure {
  const { id } = getLiving(db, citizenId);
  const { ids, held } = casesOfRecords(db, recordsOf(db, id));
  const rest = ownRestOf(db, id);
  // He goes himself where nothing holds a case of his, also without any; digital support forgets him then.
  const isGoing = held.length === 0 && rest.words.openFeedback.length === 0 && !isErased(db, id);
  const citizens = isGoing ? 1 : 0;
  const beside = countBeside(db, ids);
  const { unsure, unsureVisits } = rest;
  const { openFeedback, unsureFeedback } = rest.words;
  const counts = countRest(db, rest);
  const [going, stays] = citizens === 1 ? [counts, nothingBeside] : [nothingBeside, counts];
  return {
    ...beside,
    ...going,
    feedback: beside.feedback + going.feedback,
    citizens,
    stays,
    held,
    openFeedback,
    unsure,
    unsureFeedback,
    unsureVisits,
  };
}

/** Throws notFound. */
export function rehearseCard(db: Reader, personId: number): CardErasure {
  const rest = ownRestOfCard(db, personId);
  const { openFeedback, unsureFeedback } = rest.words;
  const { unsure, unsureVisits } = rest;
  return { ...countRest(db, rest), openFeedback, unsure, unsureFeedback, unsureVisits };
}

/**
 * Once somebody is erased nothing points from him to what he wrote: a phản ánh of his that waits for an answer, with his name and
 * telephone, could never go. Throws actNotAllowed, naming each.
 */
export function requireAnswered({ openFeedback }: Pick<CardErasure, 'openFeedback'>): void {
  if (openFeedback.length > 0)
    throw new AppError('actNotAllowed', { erasure: 'feedbackOpen', feedback: openFeedback });
}

/** Throws stale where the register says anything else now than what was shown. */
export function requireShown(shown: object, now: object): void {
  if (canonicalJson(shown) !== canonicalJson(now)) throw new AppError('stale', { what: 'erasure' });
}
