import { isManager, type Staff } from '../../shared/domain/person.ts';
import { AppError } from '../../shared/errors.ts';
import type { EnvelopeView } from '../../shared/views.ts';
import { nowAt } from '../now.ts';
import { envelopeOpenedAt } from '../register/accounts/accounts.ts';
import { listPeople, nameOfPerson } from '../register/accounts/people.ts';
import { findCodeMaking, recoveredAt } from '../register/accounts/sealed-code.ts';
import type { Reader } from '../register/connection.ts';
import type { LongScope } from './door.ts';

/**
 * What keeps the sealed code from being a way round the second person. Assumed: within a week whoever's password was used or
 * replaced has been at the counter, and has seen it.
 */
const weekMs = 7 * 24 * 3600_000;

type Asked = Pick<LongScope, 'db' | 'now'>;

const isWithinWeek = (at: string, { now }: Asked): boolean =>
  Date.parse(now.instant) < Date.parse(at) + weekMs;

const weekAfter = (at: string) => nowAt(Date.parse(at) + weekMs);

/** Throws approverNotAllowed for a week after the code was made by a password alone: it does not do for a second person yet. */
export function refuseFreshCode(asked: Asked): void {
  const made = findCodeMaking(asked.db);
  if (made !== undefined && made.aloneId !== null && isWithinWeek(made.madeAt, asked))
    throw new AppError('approverNotAllowed', { why: 'codeFresh', until: weekAfter(made.madeAt).today });
}

/**
 * The code that was answered to somebody who came back opens for a week his account alone: with one envelope one does not become
 * everybody. Throws approverNotAllowed.
 */
export function refuseCodeOfOther(asked: Asked, personId: number): void {
  const made = findCodeMaking(asked.db);
  if (made === undefined || !isWithinWeek(made.madeAt, asked)) return;
  const isOfOther = managersOf(asked.db).some(
    ({ id }) => id !== personId && recoveredAt(asked.db, id) === made.madeAt,
  );
  if (isOfOther)
    throw new AppError('approverNotAllowed', { why: 'codeOfOther', until: weekAfter(made.madeAt).today });
}

/**
 * Until which day either of two takes no part in what needs two, because he came back by the sealed code: it may have been the other
 * who did. Only where two others could, of all who may approve; else nobody would be left.
 */
export function heldBackUntil(
  asked: Asked,
  two: readonly (number | undefined)[],
  approvers: readonly Staff[],
): string | undefined {
  const lately = recoveredLately(asked);
  const held = lately.find(({ id }) => two.includes(id));
  const others = approvers.filter(({ id }) => !lately.some((one) => one.id === id));
  return held && others.length > 1 ? weekAfter(held.at).today : undefined;
}

/** How the envelope in the safe stands, for whoever manages. */
export function envelopeOf(asked: Asked): EnvelopeView {
  const { db } = asked;
  const openedAt = envelopeOpenedAt(db);
  const made = findCodeMaking(db);
  const isFresh = made !== undefined && made.aloneId !== null && isWithinWeek(made.madeAt, asked);
  return {
    openedAt: openedAt && nowAt(Date.parse(openedAt)).officeTime,
    madeAlone: isFresh
      ? {
          by: made.aloneId === null ? '' : nameOfPerson(db, made.aloneId),
          at: nowAt(Date.parse(made.madeAt)).officeTime,
          holdsFrom: weekAfter(made.madeAt).today,
        }
      : null,
    recovered: recoveredLately(asked).map(({ name, at }) => ({
      name,
      at: nowAt(Date.parse(at)).officeTime,
      until: weekAfter(at).today,
    })),
  };
}

const managersOf = (db: Reader): Staff[] => listPeople(db).filter(isManager);

function recoveredLately(asked: Asked): { id: number; name: string; at: string }[] {
  return managersOf(asked.db).flatMap(({ id, name }) => {
    const at = recoveredAt(asked.db, id);
    return at !== undefined && isWithinWeek(at, asked) ? [{ id, name, at }] : [];
  });
}
