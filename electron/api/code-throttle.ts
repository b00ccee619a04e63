import { AppError } from '../../shared/errors.ts';
import type { Door } from '../door.ts';
import type { Register } from '../register/register.ts';

/** Guessing of codes is slowed down, in memory: after five wrong ones at a window or
 * at the screen of a desk each further one doubles the wait. */

const freeTries = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 15 * 60_000;

interface Tries {
  wrong: number;
  waitsUntil: number;
}

const triesOf = new WeakMap<Register, Map<string, Tries>>();

const placeOf = (door: Door): string => (door.kind === 'display' ? `${door.desk} display` : door.device);

function triesAt(register: Register, door: Door): Tries {
  const devices = triesOf.get(register) ?? new Map<string, Tries>();
  triesOf.set(register, devices);
  const place = placeOf(door);
  const tries = devices.get(place) ?? { wrong: 0, waitsUntil: 0 };
  devices.set(place, tries);
  return tries;
}

/** Throws tooManyTries with the seconds that are left. @param now epoch milliseconds. */
export function refuseGuessing(register: Register, door: Door, now: number): void {
  const { waitsUntil } = triesAt(register, door);
  if (now < waitsUntil) throw new AppError('tooManyTries', { seconds: Math.ceil((waitsUntil - now) / 1000) });
}

/** A well-formed code that does not exist was tried. */
export function countWrongTry(register: Register, door: Door, now: number): void {
  const tries = triesAt(register, door);
  tries.wrong++;
  if (tries.wrong < freeTries) return;
  tries.waitsUntil = now + Math.min(firstWaitMs * 2 ** (tries.wrong - freeTries), longestWaitMs);
}

/** A code was not only right but used: nobody is guessing here. */
export function forgetWrongTries(register: Register, door: Door): void {
  triesOf.get(register)?.delete(placeOf(door));
}
