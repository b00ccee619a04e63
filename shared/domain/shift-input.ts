import { z } from 'zod';
import { daySchema, requiredText, textField } from './person.ts';
import { denominations } from './shift-closing.ts';

/** What the counter is told of a shift: one schema for the screen and the door. */

/** Change money in the drawer, đồng. */
const floatSchema = z.int().min(0).max(1_000_000_000);

export const openShiftSchema = z.object({
  floatVnd: floatSchema,
  /** Why it is another one once cash has moved: it decides whether something is missing. */
  reason: textField(300).default(''),
});

export const closeShiftSchema = z.object({
  shiftId: z.int().min(1),
  /** How many movements the drawer was counted against, and what it had to hold as the person saw it. */
  moves: z.int().min(0),
  expectedVnd: z.int(),
  /** Notes and coins by denomination; what is left out is none. */
  pieces: z.partialRecord(z.enum(denominations.map(String)), z.int().min(0).max(99_999)).default({}),
  /** Why the drawer differs from what it should hold. */
  reason: textField(300).default(''),
  /** Why a leader closes the shift of somebody else, who has left it open. */
  absence: textField(300).default(''),
  /** Second signature: somebody of the office, or whoever else stood beside. */
  witnessId: z.int().min(1).nullable().default(null),
  witnessName: textField(120).default(''),
  note: textField(300).default(''),
});

/** `closedAt`: the closing that both looked at. */
export const reopenShiftSchema = z.object({
  id: z.int().min(1),
  closedAt: z.string().length(16),
  reason: requiredText(300),
});

/** Whoever says that the clock is right now says it of the day he read, and of what he read to stand ahead of it. */
export const confirmClockSchema = z.object({ today: daySchema, to: z.string().length(16) });
