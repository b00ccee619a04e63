import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { areHeld } from '../case-custody.ts';
import { occursIn } from '../case-status.ts';
import { personNameSchema, requiredText, textField } from '../person.ts';
import { act, atCounter, when } from './act.ts';

/** Papers and results on the shelf, and citizens who came to ask. */

export const originalsSchema = z
  .array(z.object({ name: requiredText(600), originals: z.int().min(1).max(999) }))
  .max(100);

export const shelve = act({
  from: occursIn.shelved,
  roles: atCounter,
  slips: [],
  input: z.object({ kind: z.literal('shelve'), shelf: textField(60) }),
  refuses: ({ custody }) => (custody.items.length === 0 ? { code: 'noOriginals' } : null),
  event: (_, { shelf }, context) => ({ kind: 'shelved', ...when(context), shelf }),
});

export const giveBackOriginals = act({
  from: occursIn.originalsReturned,
  roles: atCounter,
  slips: [],
  input: z.object({
    kind: z.literal('giveBackOriginals'),
    items: originalsSchema.min(1),
    to: personNameSchema,
  }),
  refuses: ({ custody }) =>
    custody.items.every(({ returnedAt }) => returnedAt !== null) ? { code: 'noOriginals' } : null,
  event: (state, { items, to }, context) =>
    areHeld(state, items)
      ? { kind: 'originalsReturned', ...when(context), items, to }
      : { code: 'noOriginals' },
});

/** A result that nobody collects is put away; it can still be given back (a returned case was really returned). */
export const setAside = act({
  from: occursIn.setAside,
  roles: atCounter,
  slips: [],
  input: z.object({
    kind: z.literal('setAside'),
    place: requiredText(120),
    note: textField(500).default(''),
  }),
  refuses: ({ endedAt, setAside: before }, { now, flow }) => {
    if (before !== null || endedAt === null) return { code: 'notUnclaimed' };
    const from = Temporal.PlainDate.from(endedAt.slice(0, 10))
      .add({ days: flow.unclaimedAfterDays })
      .toString();
    return now.slice(0, 10) < from ? { code: 'notUnclaimed', on: from } : null;
  },
  event: (_, { place, note }, context) => ({ kind: 'setAside', ...when(context), place, note }),
});

/** The citizen came and went without an act: it counts for the visits of the case. */
export const visit = act({
  from: occursIn.visited,
  roles: atCounter,
  slips: [],
  input: z.object({ kind: z.literal('visit'), purpose: requiredText(300) }),
  event: (_, { purpose }, context) => ({ kind: 'visited', ...when(context), purpose }),
});
