import { standingOf } from '../../../shared/domain/digital-fold.ts';
import {
  completeMeasure,
  type DigitalSettings,
  measuresOf,
  reachedOn,
  stillOffered,
} from '../../../shared/domain/digital-settings.ts';
import type { CardCriterion, DigitalCard, DigitalPersonOf } from '../../../shared/views-digital.ts';
import type { Reader } from '../../register/connection.ts';
import { getDigitalPerson } from '../../register/digital/digital-people.ts';
import { digitalSettingsOf } from '../../register/digital/digital-settings.ts';
import { isErasedHuman, keysOfLiving, stateOfPerson } from '../../register/digital/digital-standing.ts';
import { isAlone } from '../../register/privacy/own-digital.ts';

/** One human's card: all of his keys together. Throws notFound. */
export function cardOf(db: Reader, personId: number): DigitalCard {
  const settings = digitalSettingsOf(db);
  const { livingId } = getDigitalPerson(db, personId);
  const keys = keysOfLiving(db, livingId);
  const states = keys.map((id) => stateOfPerson(db, id));
  const { details, marks, helps } = standingOf(states);
  const shown = settings.criteria.filter(({ id, isEnded }) => !isEnded || marks.has(id));
  const criteria = shown.map(({ id, label, required, isEnded }): CardCriterion => {
    const towards = settings.topics.filter(({ criterion }) => criterion === id).map((topic) => topic.id);
    const mark = marks.get(id) ?? null;
    const tried = mark === null && helps.find(({ topic }) => towards.includes(topic));
    return { id, label, required: required && !isEnded, mark, triedOn: tried ? tried.on : null };
  });
  const days = new Map([...marks].map(([criterion, { on }]) => [criterion, on]));
  const complete = measuresOf(settings).find(({ id }) => id === completeMeasure);
  return {
    personId: livingId,
    ...details,
    citizenId: keys.map((id) => getDigitalPerson(db, id).citizenId).find((id) => id !== null) ?? null,
    isErased: isErasedHuman(db, keys),
    isAlone: isAlone(db, keys),
    version: states.reduce((sum, { version }) => sum + version, 0),
    criteria,
    ...progressOf(criteria),
    completeOn: complete ? reachedOn(complete, days) : null,
    lastLevel: helps[0]?.level ?? null,
    lastHelpOn: helps[0]?.on ?? null,
    helps,
  };
}

/** The same for intake, also of somebody who is not known yet. */
export function personOf(db: Reader, personId: number | undefined): DigitalPersonOf {
  if (personId === undefined) return unknownPerson(digitalSettingsOf(db));
  const { criteria, reached, required, lastLevel, lastHelpOn, helps, ...card } = cardOf(db, personId);
  return { personId: card.personId, criteria, reached, required, helps: helps.length, lastLevel, lastHelpOn };
}

function unknownPerson(settings: DigitalSettings): DigitalPersonOf {
  const criteria = stillOffered(settings.criteria).map(
    ({ id, label, required }): CardCriterion => ({ id, label, required, mark: null, triedOn: null }),
  );
  return { personId: null, criteria, ...progressOf(criteria), helps: 0, lastLevel: null, lastHelpOn: null };
}

function progressOf(criteria: readonly CardCriterion[]): { reached: number; required: number } {
  const required = criteria.filter((one) => one.required);
  return { reached: required.filter(({ mark }) => mark !== null).length, required: required.length };
}
