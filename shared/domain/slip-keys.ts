import { z } from 'zod';
import { agencyCodeSchema } from './codes.ts';
import { daySchema, requiredText } from './person.ts';

/** The file that lets another copy of the program, or anybody, check an office's slips: public keys, nothing secret. */
export const slipKeyFileSchema = z.object({
  format: z.literal('mot-cua/slip-keys/1'),
  office: requiredText(200),
  keys: z
    .array(
      z.object({
        number: z.string().regex(/^\d{4}$/),
        agencyCode: agencyCodeSchema,
        publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
        madeOn: daySchema,
        retiredOn: daySchema.nullable(),
      }),
    )
    .max(1000),
});
export type SlipKeyFile = z.infer<typeof slipKeyFileSchema>;
