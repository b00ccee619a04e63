import { marksOf, type OwnMarks } from '../../../shared/domain/own-data.ts';
import type { RestCounts, UnsureCard } from '../../../shared/views-retention.ts';
import { recordsOf } from '../citizens/citizens.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { getDigitalPerson } from '../digital/digital-people.ts';
import { keysOfLiving } from '../digital/digital-standing.ts';
import { eraseDigitalPeople } from './erased-digital.ts';
import { eraseOwnThings, type OwnThing, ownThingsOf } from './erased-things.ts';
import { eraseOwnWords, type OwnWords, ownWordsOf } from './erased-words.ts';
import { isSoleOfName } from './namesakes.ts';
import { cardsOfCitizen, unsureBeside } from './own-digital.ts';
import { ownMarksOf } from './personal-data.ts';
import type { Erasing } from './redacted-entries.ts';

/** All that the register has of somebody beside his cases and his record: it goes with the last of them. */

export interface OwnRest {
  marks: OwnMarks;
  words: OwnWords;
  /** Ids of each human of digital support that he is. */
  cards: number[][];
  /** Cards that may be his or another's: they stay. */
  unsure: UnsureCard[];
  things: OwnThing[];
  /** How many visits may have been to his house or another's: they stay visits to a house. */
  unsureVisits: number;
}

/** Asked before his cases go, as their forms tell what he was called and where he was reached. Throws notFound. */
export function ownRestOf(db: Reader, livingId: number): OwnRest {
  const marks = ownMarksOf(db, livingId);
  const { own: cards, unsure } = cardsOfCitizen(db, livingId, marks);
  const isSole = () => isSoleOfName(db, marks, recordsOf(db, livingId), cards.flat());
  return {
    ...ownThingsOf(db, marks, isSole),
    ...{ marks, words: ownWordsOf(db, marks, livingId), cards, unsure },
  };
}

/** The same of somebody whom digital support alone knows. Throws notFound. */
export function ownRestOfCard(db: Reader, personId: number): OwnRest {
  const card = keysOfLiving(db, getDigitalPerson(db, personId).livingId);
  const said = prepared<{ name: string; phone: string | null }>(
    db,
    'SELECT name, phone FROM digitalPeople WHERE id = ?',
  );
  const known = card.flatMap((id) => said.get(id) ?? []).filter(({ name }) => name !== '');
  const marks = marksOf(known.map((one) => ({ ...one, idNumber: null })));
  const isSole = () => isSoleOfName(db, marks, [], card);
  const unsure = unsureBeside(db, card, marks);
  return {
    ...ownThingsOf(db, marks, isSole),
    ...{ marks, words: ownWordsOf(db, marks, null), cards: [card], unsure },
  };
}

/** How much there is of somebody beside his cases. */
export function countRest(db: Reader, rest: OwnRest): RestCounts {
  const { cards, things, words } = rest;
  const campaignEntries = countCampaignEntries(db, rest);
  return { digital: cards.length, campaignEntries, visits: things.length, feedback: words.feedback.length };
}

/** Lượt of campaigns under his cards. */
function countCampaignEntries(db: Reader, { cards }: OwnRest): number {
  return (
    prepared<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM campaignEntries JOIN digitalPeople USING (personKey)
       WHERE removed = 0 AND digitalPeople.id IN (SELECT value FROM json_each(?))`,
    ).get(JSON.stringify(cards.flat()))?.n ?? 0
  );
}

/** Answers how many entries changed. @param subject in whose name the journal says it. */
export function eraseOwnRest(
  tx: Writer,
  { marks, words, cards, things }: OwnRest,
  subject: string,
  erasing: Erasing,
): number {
  const ofCards = cards.map((ids) => eraseDigitalPeople(tx, ids, subject, erasing));
  return (
    ofCards.reduce((sum, entries) => sum + entries, 0) +
    eraseOwnThings(tx, things, subject, erasing) +
    eraseOwnWords(tx, words, marks, subject, erasing)
  );
}
