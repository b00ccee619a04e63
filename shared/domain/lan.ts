import { z } from 'zod';
import { normaliseCode } from './account.ts';
import { requiredText, roles } from './person.ts';

/** The door for the local network: what is paired with it, and how it is called there. */

/** counter: a window with a sign-in. display: a desk's screen for citizens. rating: the rating page, and nothing else. */
export const lanDeviceKinds = ['counter', 'display', 'rating'] as const;
export type LanDeviceKind = (typeof lanDeviceKinds)[number];

/** Why the door does not serve although it is switched on. */
export const lanFaults = ['portInUse', 'addressGone', 'authorityOld', 'failed'] as const;
export type LanFault = (typeof lanFaults)[number];

/** A new device has as long to type its code, once. */
export const pairingMs = 10 * 60_000;
/** 50 bits of the alphabet of codes. */
export const pairingCodeLength = 10;

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** Names that no authority of the open web vouches for (RFC 6762, 8375; ICANN's .internal): trusting ours endangers no site. */
const hostNamePattern = new RegExp(`^(?=[a-z0-9-]*[a-z])${label}(?:\\.(?:local|lan|internal|home\\.arpa))?$`);

/** What the counter is called in the office's network: one word, or one in a domain of local networks. */
export const lanHostNameSchema = z
  .string()
  .max(80)
  .transform((name) => name.trim().toLowerCase())
  .refine((name) => hostNamePattern.test(name), { error: 'format' });

export const switchOnSchema = z.object({
  address: z.ipv4(),
  /** Left out: as before, or as the machine is called. */
  hostName: lanHostNameSchema.optional(),
});

const named = { name: requiredText(60) };

/** What a new device shall be. `desk`: 'window', or the id of a paired counter as 'lan:3'. */
export const newDeviceSchema = z.discriminatedUnion('kind', [
  z.object({
    ...named,
    kind: z.literal('counter'),
    roles: z.array(z.enum(roles)).min(1).nullable().default(null),
  }),
  z.object({
    ...named,
    kind: z.literal('display'),
    desk: z
      .string()
      .regex(/^(?:window|lan:[1-9]\d{0,8})$/)
      .default('window'),
  }),
  z.object({ ...named, kind: z.literal('rating') }),
]);
export type NewDevice = z.output<typeof newDeviceSchema>;

/** What a device sends to be paired: the code as somebody typed it. */
export const pairingSchema = z.object({ code: z.string().max(40).transform(normaliseCode) });
