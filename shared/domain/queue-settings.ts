import { z } from 'zod';
import { codedRows, requiredText } from './person.ts';

const named = z.object({ code: z.string().regex(/^[a-zA-Z0-9]{1,20}$/), name: requiredText(60) });

/** The light queue: off unless switched on. */
export const queueSettingsSchema = z.object({
  isOn: z.boolean().default(false),
  /** One line for all when empty. */
  groups: codedRows(named).max(8).default([]),
  /** Who goes first, as the law on the elderly, on the disabled and custom have it. */
  priorities: codedRows(named)
    .max(8)
    .default([
      { code: 'elderly', name: 'Người cao tuổi' },
      { code: 'pregnant', name: 'Phụ nữ mang thai' },
      { code: 'disabled', name: 'Người khuyết tật' },
    ]),
  /** Spoken where the browser has a Vietnamese voice, else a chime. */
  speaks: z.boolean().default(true),
});
export type QueueSettings = z.infer<typeof queueSettingsSchema>;
